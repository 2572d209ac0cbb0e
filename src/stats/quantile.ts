import { memberAt, type RankedList, type SortedList } from './countedList.ts';
import type { QuantileDefinition } from './quantileDefinition.ts';

/** Parts per million: fine enough for any percentile people name, coarse enough that products stay exact. */
export const quantileParts = 1_000_000;

/** Where a quantile lies among the ranks of a sorted list, from 0. */
export interface QuantilePosition {
  /** The rank at or below it. */
  readonly below: number;
  /** How far it is on to the next rank, in `quantileParts`; 0 at a member. */
  readonly weight: number;
}

/**
 * The p-quantile of `sorted` (ascending; not checked, not changed).
 *
 * When p is a whole number of millionths (any percentile with up to four decimals) and the values are whole or half
 * cents, positions and weights are integers and the result is the correctly rounded quotient of an exact integer:
 * 0.1·(n − 1) in binary floating point would already be off, and a figure off by 1e-14 can round to the wrong cent.
 *
 * Of a counted list it is the quantile of the list written out, by the same positions: a weight that counts members is
 * no weight of precision, for which there would be other definitions.
 *
 * Worked: type 7 of 1 2 3 4 at 0.25 is position 0.75 → 1.75; of 10 three times and 20 once at 0.75, position 2.25 → 12.5.
 *
 * @throws RangeError for an empty list or p outside 0 to 1.
 */
export function quantileSorted(
  sorted: SortedList | RankedList,
  p: number,
  definition: QuantileDefinition = 'type7',
): number {
  const { below, weight } = quantilePosition(sorted.length, p, definition);
  const low = memberAt(sorted, below);
  if (weight === 0) return low;
  const high = memberAt(sorted, below + 1);
  // Interpolate as one quotient of integers rather than low + weight·gap, which would round twice.
  const interpolated = (low * (quantileParts - weight) + high * weight) / quantileParts;
  return Math.min(Math.max(interpolated, low), high);
}

/**
 * The position of the p-quantile among n members, by the definition's own rule.
 *
 * Worked: type 7 of 4 members at 0.25 is position 0.75: rank 0 and 750,000 millionths of the way to rank 1.
 *
 * @throws RangeError for n = 0 or p outside 0 to 1.
 */
export function quantilePosition(n: number, p: number, definition: QuantileDefinition): QuantilePosition {
  if (n === 0) throw new RangeError('a quantile requires at least one value');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile's p must be from 0 to 1, not ${p}`);
  const millionths = Math.round(p * quantileParts);
  const exact = Math.abs(p * quantileParts - millionths) < 1e-6;
  const scaledP = exact ? millionths : p * quantileParts;
  if (definition === 'nearestRank') {
    const rank = Math.max(1, Math.ceil((scaledP * n) / quantileParts));
    return { below: Math.min(rank, n) - 1, weight: 0 };
  }
  const position = definition === 'type7' ? (n - 1) * scaledP : (n + 1) * scaledP - quantileParts;
  const held = Math.min(Math.max(position, 0), (n - 1) * quantileParts);
  const below = Math.floor(held / quantileParts);
  return { below, weight: held - below * quantileParts };
}
