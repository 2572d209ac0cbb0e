import { type AbsenceReason, type Cell, valueOf } from './cell.ts';
import { roundHalfAwayFromZero } from './money.ts';

/** What a payers × codes matrix shows in its cells. */
export const compareMeasures = ['medicare', 'dollars', 'rank'] as const;
export type CompareMeasure = (typeof compareMeasures)[number];

/** A coloured class, from 1 up, or why there is no colour. */
export type HeatClass =
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'absent'; readonly reason: AbsenceReason };

/** Where the classes of percent of Medicare begin after the first, in percent. Fixed: a colour means the same everywhere. */
export const medicareLimits = [80, 100, 120, 150, 200] as const;

/** How many classes a measure has: six of Medicare; four quarters of the market, in dollars and by rank. */
export const heatSteps: Readonly<Record<CompareMeasure, number>> = {
  medicare: medicareLimits.length + 1,
  dollars: 4,
  rank: 4,
};

/**
 * The class of a share of Medicare: below 80%, from 80%, 100%, 120%, 150% and 200% on. Classed as printed, to a tenth
 * of a percent, so that a colour never contradicts its number.
 */
export function medicareHeat(ratio: Cell): HeatClass {
  if (ratio.kind === 'absent') return noHeat(ratio);
  const tenths = roundHalfAwayFromZero(ratio.value * 1000);
  return step(1 + medicareLimits.filter((limit) => tenths >= limit * 10).length);
}

/** The quarter of the market an amount lies in: below P25, below the median, up to P75 (itself included), above it. */
export function marketHeat(amount: Cell, market: readonly [p25: Cell, median: Cell, p75: Cell]): HeatClass {
  if (amount.kind === 'absent') return noHeat(amount);
  const missing = market.find((cell) => cell.kind === 'absent');
  if (missing) return noHeat(missing);
  const [p25, median, p75] = market;
  const limit = (cell: Cell) => asPrinted(valueOf(cell) as number);
  return quarter(asPrinted(amount.value), [limit(p25), limit(median), limit(p75)]);
}

/** As `marketHeat`, of a percentile rank: below 25%, below 50%, up to 75%, above. */
export function rankHeat(rank: Cell): HeatClass {
  if (rank.kind === 'absent') return noHeat(rank);
  return quarter(roundHalfAwayFromZero(rank.value * 1000), [250, 500, 750]);
}

function quarter(value: number, [p25, median, p75]: readonly [number, number, number]): HeatClass {
  if (value < p25) return step(1);
  if (value < median) return step(2);
  return step(value <= p75 ? 3 : 4);
}

const asPrinted = roundHalfAwayFromZero;
const step = (number: number): HeatClass => ({ kind: 'step', step: number });
const noHeat = ({ reason }: { readonly reason: AbsenceReason }): HeatClass => ({ kind: 'absent', reason });
