import { type CodeType, flagBit } from './rateTable.ts';

/** What the flags of a published amount follow from. */
export interface FlaggedAmount {
  readonly code: string;
  readonly codeType: CodeType;
  readonly cents: number;
  /** The item's own gross charge; undefined where the file gives none. */
  readonly grossCents: number | undefined;
  /** As `publishedMethodology` has it. */
  readonly methodology: string;
}

/** Amounts the hospital worked out from what it was paid: averages, not contract rates. */
const estimates = new Set(['derived contracted rate', 'expected payment']);

/**
 * Services that take the time of a clinician and that nobody pays under five dollars for: therapy, office visits,
 * electrical stimulation. Of any other code nothing is said: a laboratory test may cost three dollars.
 */
const clinicianTime = /^(97\d{3}|992\d\d|G0283)$/;
/** Packs, baths, lamps and the nurse's visit: a few dollars are what payers pay. */
const fewDollars = new Set(['97010', '97014', '97018', '97024', '97026', '97028', '99211']);
const veryLowBelow = 500;

/**
 * The flags of an amount as bits (`rateFlags`): a rate is flagged, never removed. Above or equal to the item's own
 * gross charge (a rate over the list price is often a percentage gone wrong); per diem by its methodology; an
 * estimate by its methodology; a payment for a whole encounter, which is what an APC is; very low for its code, such as
 * the 1.00 that stands beside real rates.
 *
 * The median and percentile amounts of template 3.0, and the estimated amount of 2.x, are no rates and get no flag.
 */
export function publishedFlags({ code, codeType, cents, grossCents, methodology }: FlaggedAmount): number {
  let flags = 0;
  // What is not a number is neither less than an amount nor equal to it.
  const gross = grossCents ?? Number.NaN;
  if (cents > gross) flags |= flagBit('above_gross');
  if (cents === gross) flags |= flagBit('equals_gross');
  if (methodology.includes('per diem')) flags |= flagBit('per_diem');
  if (estimates.has(methodology)) flags |= flagBit('hospital_estimate');
  if (codeType === 'APC') flags |= flagBit('encounter_level');
  if (cents < veryLowBelow && clinicianTime.test(code) && !fewDollars.has(code)) flags |= flagBit('very_low');
  return flags;
}
