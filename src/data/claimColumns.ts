import {
  allowedHeadings,
  type ColumnMatch,
  claimUnitHeadings,
  headingWords,
  paidHeadings,
  serviceHeadings,
} from './ownRatesColumns.ts';

/**
 * Whether a file holds claim lines rather than rates: an allowed amount beside units is for all of them, and so is an
 * amount beside units on a line with the day of the service. `volume` beside it is a year's, and the amount one unit's.
 */
export function isClaimFile(columns: readonly ColumnMatch[]): boolean {
  const words = columns.map(({ header }) => headingWords(header));
  const has = (headings: readonly string[]) => headings.some((heading) => words.includes(heading));
  return has(claimUnitHeadings) && (has(allowedHeadings) || (has(paidHeadings) && has(serviceHeadings)));
}

/** Whether a heading says what was paid, without what the patient owed, and not what was allowed. */
export function isPaidHeading(heading: string): boolean {
  return paidHeadings.includes(headingWords(heading));
}

/** `Mod 2`, `modifier_3`: where a second to fourth modifier of a claim stands. */
const laterModifier = /^(?:mod|modifier) ?([2-4])$/;

/**
 * Columns of further modifiers, in order of their numbers, beside the one that is read as the modifiers': claims keep one
 * in each, and CQ, which changes what is paid, stands in the second. None where that one is itself a further one.
 */
export function laterModifiers(
  header: readonly string[],
  matches: readonly ColumnMatch[],
): readonly number[] {
  const first = matches.find(({ field }) => field === 'modifier');
  if (!first || laterModifier.test(headingWords(first.header))) return [];
  const taken = new Set(matches.map(({ index }) => index));
  const places = new Map<string, number>();
  for (const [index, heading] of header.entries()) {
    const number = laterModifier.exec(headingWords(heading))?.[1];
    if (number !== undefined && !taken.has(index) && !places.has(number)) places.set(number, index);
  }
  return [...places].sort(([one], [other]) => Number(one) - Number(other)).map(([, index]) => index);
}
