import { type Cell, present } from './cell.ts';
import type { PayerId } from './payer.ts';
import type { PlaceCode } from './place.ts';

/** What kind of payer a printed row speaks of, as we class it: ratios to Medicare depend on it. */
export const publishedClasses = [
  'buca',
  'commercial',
  'private',
  'medicare',
  'medicare-advantage',
  'medicaid',
  'workers-comp',
  'other',
] as const;
export type PublishedClass = (typeof publishedClasses)[number];

export const publishedMeasures = [
  'mean',
  'min',
  'p10',
  'p25',
  'median',
  'p75',
  'p90',
  'max',
  'spread',
] as const;
export type PublishedMeasure = (typeof publishedMeasures)[number];

/** What a document says in words about a row, where its own numbers can be held against it. */
export const publishedClaims = ['highest-mean', 'lowest-mean', 'widest-spread', 'smallest-spread'] as const;
export type PublishedClaim = (typeof publishedClaims)[number];

/**
 * An amount with the care it was printed with: `37` is any amount that rounds to 37 dollars, `above 99.00` is no
 * amount at all but a bound, and neither may pass for 37.00 or 99.00 in a comparison.
 */
export interface PrintedAmount {
  readonly cents: number;
  readonly printed: 'exact' | 'whole-dollars' | 'about' | 'above';
}

/** One row of figures that another publication prints: aggregates with gaps, beside our own and never among them. */
export interface PublishedFigure {
  /** Unique within its code. */
  readonly id: string;
  /** Short name of the document, e.g. `A`. Figures are compared with each other only within one. */
  readonly document: string;
  readonly title: string;
  /** Year, year-month or full date, as known; empty when the document does not state one. */
  readonly date: string;
  /** Fee-schedule years the document's Medicare rows are laid beside when none of its own is stated. */
  readonly years: readonly number[];
  /** 'US' = stated to be national; null = the document does not say where. */
  readonly place: PlaceCode | 'US' | null;
  /** A part of the place (a metropolitan area), or the provider in a user's file; empty when it is the whole place. */
  readonly market: string;
  /** The payer as printed. */
  readonly payer: string;
  /** The payer group we file it under; null when the row is of no single group. */
  readonly payerId: PayerId | 'buca' | null;
  readonly payerClass: PublishedClass;
  readonly plan: string;
  readonly n: Cell;
  /** What n counts, e.g. `clinics`; empty without an n. */
  readonly nUnit: string;
  readonly amounts: Readonly<Record<PublishedMeasure, Cell<PrintedAmount>>>;
  readonly claims: readonly PublishedClaim[];
  /** Our remark on the row. */
  readonly remark: string;
}

/** The amount as a number that may be computed with: exact to its last printed digit, a bound is not one. */
export function exactAmount(figure: PublishedFigure, measure: PublishedMeasure): number | undefined {
  const cell = figure.amounts[measure];
  return cell.kind === 'value' && cell.value.printed !== 'above' ? cell.value.cents : undefined;
}

/** Whether an official amount in cents is what was printed, to the last digit printed. A bound agrees with nothing. */
export function agreesWith(printed: PrintedAmount, cents: number): boolean {
  switch (printed.printed) {
    case 'whole-dollars':
      return Math.round(cents / 100) * 100 === printed.cents;
    case 'above':
      return false;
    default:
      return Math.round(cents) === printed.cents;
  }
}

/** The spread as printed, or P75 − P25 where both are printed as amounts. */
export function spreadOf(figure: PublishedFigure): Cell<PrintedAmount> {
  const { spread } = figure.amounts;
  if (spread.kind === 'value') return spread;
  const p25 = exactAmount(figure, 'p25');
  const p75 = exactAmount(figure, 'p75');
  return p25 === undefined || p75 === undefined ? spread : present({ cents: p75 - p25, printed: 'exact' });
}

/** Mean ÷ the mean the same document prints for Medicare in the same place; undefined when it prints none. */
export function percentOfOwnMedicare(
  figure: PublishedFigure,
  figures: readonly PublishedFigure[],
): number | undefined {
  const medicare = figures.find(
    (each) =>
      each.payerClass === 'medicare' && each.document === figure.document && each.place === figure.place,
  );
  const mean = exactAmount(figure, 'mean');
  const denominator = medicare && exactAmount(medicare, 'mean');
  return mean === undefined || !denominator || figure.payerClass === 'medicare'
    ? undefined
    : mean / denominator;
}
