import type { AbsenceReason, Cell } from './cell.ts';
import { roundHalfAwayFromZero } from './money.ts';

/** What a place is compared with on the board and the map. */
export const comparisons = ['national', 'medicare'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * The five classes, from the least. Fixed, so that a colour means the same for every code, payer and
 * filter, and two maps can be laid side by side.
 * Against the nation: 30% and more below, over 10% below, within 10%, over 10% above, 30% and more above.
 * Against Medicare: under 100%, then steps of 100% up to 400% and more.
 */
export const mapSteps = [1, 2, 3, 4, 5] as const;
export type MapStep = (typeof mapSteps)[number];

/** A coloured class, or why there is no colour. */
export type MapClass =
  | { readonly kind: 'step'; readonly step: MapStep }
  | { readonly kind: 'absent'; readonly reason: AbsenceReason };

/**
 * The class of a deviation from the nation (a fraction, −0.012 = −1.2%) or of a ratio to Medicare (1.141 = 114.1%).
 * Classed as printed, to a tenth of a percent, so that the map never contradicts the table. A limit belongs to the
 * class further out, except that exactly 10% is still within 10%.
 */
export function mapClass(score: Cell, comparison: Comparison): MapClass {
  if (score.kind === 'absent') return { kind: 'absent', reason: score.reason };
  const tenths = roundHalfAwayFromZero(score.value * 1000);
  return { kind: 'step', step: comparison === 'national' ? deviationStep(tenths) : medicareStep(tenths) };
}

function deviationStep(tenths: number): MapStep {
  if (tenths <= -300) return 1;
  if (tenths < -100) return 2;
  if (tenths <= 100) return 3;
  return tenths < 300 ? 4 : 5;
}

function medicareStep(tenths: number): MapStep {
  if (tenths < 1000) return 1;
  if (tenths < 2000) return 2;
  if (tenths < 3000) return 3;
  return tenths < 4000 ? 4 : 5;
}
