import { type SortedList, sumOfList } from './countedList.ts';
import { quantileSorted } from './quantile.ts';
import type { QuantileDefinition } from './quantileDefinition.ts';
import { sortedCopy } from './sortedCopy.ts';

/** What a list of amounts comes to, in the unit of the list. `spread` = P75 − P25. */
export interface Summary {
  readonly n: number;
  readonly mean: number;
  readonly minimum: number;
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly maximum: number;
  readonly spread: number;
  /** Spread ÷ median, so that codes and payers of different price compare; undefined when the median is 0. */
  readonly relativeSpread: number | undefined;
}

/**
 * @throws RangeError for an empty list.
 */
export function summarize(values: ArrayLike<number>, definition: QuantileDefinition = 'type7'): Summary {
  return summarizeSorted(sortedCopy(values), definition);
}

/**
 * The same of a list already in ascending order (not checked).
 *
 * @throws RangeError for an empty list.
 */
export function summarizeSorted(sorted: SortedList, definition: QuantileDefinition = 'type7'): Summary {
  const quantile = (p: number) => quantileSorted(sorted, p, definition);
  const p25 = quantile(0.25);
  const median = quantile(0.5);
  const p75 = quantile(0.75);
  const spread = p75 - p25;
  return {
    n: sorted.length,
    mean: sumOfList(sorted) / sorted.length,
    minimum: quantile(0),
    p10: quantile(0.1),
    p25,
    median,
    p75,
    p90: quantile(0.9),
    maximum: quantile(1),
    spread,
    relativeSpread: median === 0 ? undefined : spread / median,
  };
}
