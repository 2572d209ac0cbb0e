import { quantileSorted } from '../../src/stats/quantile.ts';
import { sortedIntegers } from '../../src/stats/sortedIntegers.ts';

/** What is asked of every reader: a state and payer, how many rates it has, and their statistics in cents. */
export interface CsvGroup {
  readonly group: string;
  readonly n: number;
  readonly mean: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
}

/** Statistics of cents, in no order. Uses them up. */
export function statisticsOf(group: string, amounts: Uint32Array<ArrayBuffer>): CsvGroup {
  const cents = sortedIntegers(amounts);
  let sum = 0;
  for (const amount of cents) sum += amount;
  return {
    group,
    n: cents.length,
    mean: sum / cents.length,
    p25: quantileSorted(cents, 0.25),
    median: quantileSorted(cents, 0.5),
    p75: quantileSorted(cents, 0.75),
  };
}
