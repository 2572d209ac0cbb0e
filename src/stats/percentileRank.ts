import { countBelow, memberAt, type SortedList } from './countedList.ts';

/**
 * Where a value stands in a sorted list, from 0 to 1: the p whose type 7 quantile is the value. Excel's
 * PERCENTRANK.INC, without its rounding: values below ÷ (n − 1) for a member of the list (its first place where it
 * repeats), interpolated between neighbours otherwise. Below the whole list it is 0, above it 1, where Excel refuses.
 *
 * Worked: 25 in 10 20 30 40 is halfway from position 1 to 2 of 0 to 3 → 1.5 ÷ 3 = 0.5.
 *
 * @param sorted ascending; not checked, not changed
 * @throws RangeError for fewer than two values: a single one has no ranks.
 */
export function percentileRank(sorted: SortedList, value: number): number {
  const n = sorted.length;
  if (n < 2) throw new RangeError('a percentile rank requires at least two values');
  const below = countBelow(sorted, value);
  if (below === 0) return 0;
  if (below === n) return 1;
  const high = memberAt(sorted, below);
  if (high === value) return below / (n - 1);
  const low = memberAt(sorted, below - 1);
  return (below - 1 + (value - low) / (high - low)) / (n - 1);
}
