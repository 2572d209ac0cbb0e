import { forEachValue, memberAt, type SortedList } from '../stats/countedList.ts';
import { countOf, formatCount, formatMoney, formatRatio } from '../text/numbers.ts';

/** One bar of a histogram: amounts from `from` to under `to`, in cents. */
export interface DistributionBin {
  readonly id: string;
  readonly from: number;
  /** Where the bar ends. An open bin holds everything from `from` on, whatever `to` says. */
  readonly to: number;
  readonly isOpen: boolean;
  readonly count: number;
  /** `$80.00 to under $90.00`. */
  readonly range: string;
  /** The bin as a sentence, for hover and keyboard. */
  readonly detail: string;
}

const mostBins = 24;
const oneDollar = 100;

/**
 * A width of 1, 2, 2.5 or 5 times a power of ten dollars: the last at or below Freedman and Diaconis' 2·spread ÷ ∛n
 * (1981), or the first above it that needs no more than 24 bins. Worked: spread 85.20 dollars, n 129 → 33.7 → 25.
 *
 * @param reach cents the bins must cover; what lies beyond falls into one open bin at the end.
 */
export function binWidth(n: number, spread: number, reach: number): number {
  const rule = (2 * spread) / Math.cbrt(n);
  const enough = niceWidths.filter((width) => reach / width <= mostBins);
  return enough.findLast((width) => width <= rule) ?? enough[0] ?? reach;
}

/** 1 dollar to 5 million, in cents. */
const niceWidths = Array.from({ length: 7 }, (_, power) =>
  [1, 2, 2.5, 5].map((step) => step * oneDollar * 10 ** power),
).flat();

/**
 * @param amounts cents, at least one
 * @returns bins of equal width from 0, lower end included; an open one last if amounts lie past the reach. Their
 * counts add up to the number of amounts.
 */
export function distributionBins(
  amounts: SortedList,
  spread: number,
  reach: number,
  noun: string,
): readonly DistributionBin[] {
  const width = binWidth(amounts.length, spread, reach);
  // One more than the reach needs when it falls on an edge: the upper end of a bin is not in it.
  const closed = Math.floor(reach / width) + 1;
  const largest = memberAt(amounts, amounts.length - 1);
  const hasBeyond = largest >= closed * width;
  const counts = Array.from({ length: closed + (hasBeyond ? 1 : 0) }, () => 0);
  forEachValue(amounts, (amount, votes) => {
    const index = Math.min(Math.floor(amount / width), closed);
    counts[index] = (counts[index] ?? 0) + votes;
  });
  return counts.map((count, index) => {
    const from = index * width;
    const to = from + width;
    const isOpen = index === closed;
    const range = isOpen
      ? `${formatMoney(from)} and more, up to ${formatMoney(largest)}`
      : `${formatMoney(from)} to under ${formatMoney(to)}`;
    return {
      id: `bin-${index}`,
      from,
      to,
      isOpen,
      count,
      range,
      detail: `${range}: ${countOf(count, noun)} of ${formatCount(amounts.length)} (${formatRatio(count / amounts.length)}).`,
    };
  });
}

/** Whether an amount is counted by a bin. */
export function isInBin(amount: number, { from, to, isOpen }: DistributionBin): boolean {
  return amount >= from && (isOpen || amount < to);
}
