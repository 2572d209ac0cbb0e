import { countOf, formatMoney, formatRatio } from '../text/numbers.ts';

/** One bar of a histogram: amounts from `from` to under `to`, in cents. */
export interface DistributionBin {
  readonly id: string;
  readonly from: number;
  /** Where the bar ends. An open bin holds everything from `from` on, whatever `to` says. */
  readonly to: number;
  readonly isOpen: boolean;
  readonly count: number;
  /** The bin as a sentence, for hover and keyboard. */
  readonly detail: string;
}

const mostBins = 24;
const oneDollar = 100;

/**
 * A width of 1, 2 or 5 times a power of ten dollars: the first at or above Freedman and Diaconis' 2·spread ÷ ∛n (1981)
 * that needs no more than 24 bins. Worked: spread 85.20 dollars, n 129 → 33.7 → bins of 50 dollars.
 *
 * @param reach cents the bins must cover; what lies beyond falls into one open bin at the end.
 */
export function binWidth(n: number, spread: number, reach: number): number {
  const least = Math.max((2 * spread) / Math.cbrt(n), reach / mostBins, oneDollar);
  const power = 10 ** Math.floor(Math.log10(least));
  return Math.round(([1, 2, 5, 10].find((step) => step * power >= least) ?? 10) * power);
}

/**
 * @param amounts cents, ascending
 * @returns bins of equal width from 0, lower end included; an open one last if amounts lie past the reach. Their
 * counts add up to the number of amounts.
 */
export function distributionBins(
  amounts: readonly number[],
  spread: number,
  reach: number,
  noun: string,
): readonly DistributionBin[] {
  const width = binWidth(amounts.length, spread, reach);
  // One more than the reach needs when it falls on an edge: the upper end of a bin is not in it.
  const closed = Math.floor(reach / width) + 1;
  const hasBeyond = (amounts.at(-1) ?? 0) >= closed * width;
  const counts = Array.from({ length: closed + (hasBeyond ? 1 : 0) }, () => 0);
  for (const amount of amounts) {
    const index = Math.min(Math.floor(amount / width), closed);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, index) => {
    const from = index * width;
    const to = from + width;
    const isOpen = index === closed;
    const range = isOpen
      ? `${formatMoney(from)} and more, up to ${formatMoney(amounts.at(-1) ?? 0)}`
      : `${formatMoney(from)} to under ${formatMoney(to)}`;
    return {
      id: `bin-${index}`,
      from,
      to,
      isOpen,
      count,
      detail: `${range}: ${countOf(count, noun)} of ${amounts.length} (${formatRatio(count / amounts.length)}).`,
    };
  });
}
