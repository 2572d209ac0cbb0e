import { type Cell, present } from '../domain/cell.ts';
import { minimumVotes } from '../domain/minimumVotes.ts';
import { medicareRange, type PlausibilityFlag } from '../domain/plausibility.ts';
import type {
  PrintedAmount,
  PublishedClass,
  PublishedFigure,
  PublishedMeasure,
} from '../domain/published.ts';
import type { CheckSeverity } from '../domain/publishedChecks.ts';
import { inPlace, placeTitle } from './names.ts';
import { formatMoney } from './numbers.ts';

/** A class as a table prints it. */
export const publishedClassText: Readonly<Record<PublishedClass, string>> = {
  buca: 'Commercial average',
  commercial: 'Commercial',
  private: 'Private, average',
  medicare: 'Medicare',
  'medicare-advantage': 'Medicare Advantage',
  medicaid: 'Medicaid',
  'workers-comp': 'Workers’ comp',
  other: 'Other line',
};

export const publishedMeasureText: Readonly<Record<PublishedMeasure, string>> = {
  mean: 'Mean',
  min: 'Lowest',
  p10: 'P10',
  p25: 'P25',
  median: 'Median',
  p75: 'P75',
  p90: 'P90',
  max: 'Highest',
  spread: 'Spread',
};

export const severityText: Readonly<Record<CheckSeverity, string>> = {
  pass: 'Passes',
  note: 'Note',
  fail: 'Fails',
};

/** Why a vote is flagged, short enough for a table. */
export const plausibilityText: Readonly<Record<PlausibilityFlag, string>> = {
  placeholder: 'zero, a cent or nines',
  'below-fence': 'below the lower fence',
  'above-fence': 'above the upper fence',
  'below-medicare-range': `under ${medicareRange.least} × Medicare`,
  'above-medicare-range': `over ${medicareRange.most} × Medicare`,
  'above-gross': 'above its own gross charge',
};

/** The rules behind the flags, in a sentence. */
export const plausibilityRule = `Flagged: outside Tukey’s fences (P25 − 1.5 × spread and P75 + 1.5 × spread of the votes, type 7, from ${minimumVotes} votes on); under ${medicareRange.least} or over ${medicareRange.most} times the Medicare amount; zero, a cent or a string of nines; above the provider’s own gross charge. Flags never remove a vote by themselves.`;

/** `$37.00`, or the words of a bound: a number would claim what the document does not. */
export function printedCell(cell: Cell<PrintedAmount>): Cell<number | string> {
  if (cell.kind === 'absent') return cell;
  const { cents, printed } = cell.value;
  return printed === 'above' ? present(`above ${formatMoney(cents)}`) : present(cents);
}

/** `North Carolina`, `National`, or that the document does not say. */
export function publishedPlace(place: PublishedFigure['place']): string {
  if (place === null) return 'Not stated';
  return placeTitle(place === 'US' ? null : place);
}

/** In a sentence: `in Alaska`, `nationally`, `without a stated place`. */
export function inPublishedPlace(place: PublishedFigure['place']): string {
  if (place === null) return 'without a stated place';
  return inPlace(place === 'US' ? null : place);
}

/** `document A`; a market's summary and a user's file go by their own names. */
export function documentName({ document }: Pick<PublishedFigure, 'document'>): string {
  return /^[A-Z]$/.test(document) ? `document ${document}` : document;
}
