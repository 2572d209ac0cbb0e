import { betterTerm, type TermSide, type TermYear } from '../domain/termComparison.ts';
import type { EvenRange } from '../domain/termEven.ts';
import { alternatives, listOf } from '../text/names.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import {
  chargeText,
  flipText,
  otherTerm,
  percentText,
  rangesText,
  termNames,
  termText,
} from '../text/termText.ts';
import type { TermFigureInput, TermValueInput } from './termSubject.ts';

const sampleNote = 'The terms are an example, made up to try the page with.';

/** The words of both terms, the charge, when it becomes what is paid, and what is in no sum. */
export function termNotes({
  a,
  b,
  charge,
  isSample,
  subject,
  comparison,
}: TermFigureInput): readonly string[] {
  const needsCharge = [a, b].some((term) => term.lesserOfCharges || term.base.kind === 'charges');
  return [
    `A: ${termText(a)}. B: ${termText(b)}.`,
    ...(needsCharge && !subject.isList
      ? [charge ? chargeText(charge) : 'No charge is given, so no amount can be told.']
      : []),
    ...(['a', 'b'] as const).flatMap((side) => chargeNote(comparison.years, side, subject.isList)),
    ...(subject.leftOut.length > 0
      ? [`In no sum, because a term cannot price them: ${listOf(subject.leftOut)}.`]
      : []),
    ...(isSample ? [sampleNote] : []),
  ];
}

/** From which year on a term pays the charge, because it has outgrown it. */
function chargeNote(years: readonly TermYear[], side: TermSide, isList: boolean): readonly string[] {
  const held = years.filter((year) => year[side].isCharge);
  const [first] = held;
  if (!first) return [];
  const when =
    held.length === years.length
      ? 'In every year'
      : held.length === years.length - years.indexOf(first)
        ? `From ${first.medicare.year} on`
        : `In ${listOf(held.map(({ medicare }) => String(medicare.year)))}`;
  return [
    `${when} ${termNames[side]} pays the charge${isList ? ' for some codes' : ''}, because it is lower than the rate.`,
  ];
}

/** Who would have paid more in the years behind, and by how much in all. */
export function historySummary({ comparison, subject }: TermFigureInput): string {
  const { years, flips } = comparison;
  const known = years.flatMap(({ difference }) => (difference.kind === 'value' ? [difference.value] : []));
  if (known.length === 0) return 'No year has an amount for both.';
  const first = known.map(betterTerm).find((side) => side !== null) ?? null;
  const sum = known.reduce((total, value) => total + value, 0);
  const what = subject.isList ? 'all units' : 'one unit';
  return `${flipText(flips, first)}${sumSentence(sum, `${what} in ${known.length === 1 ? 'the one year' : `each of ${countOf(known.length, 'year')}`}`)}`;
}

/** @param what `one unit in each of 7 years` */
function sumSentence(sum: number, what: string): string {
  const better = betterTerm(sum);
  if (better === null) return '';
  return ` For ${what} ${termNames[better]} would have paid ${formatMoney(Math.abs(sum))} more than ${termNames[otherTerm[better]]} in all.`;
}

/** What both terms are worth over the years ahead, who is ahead, and where they would be equal. */
export function valueSummary({ comparison, even, units, subject }: TermValueInput): string {
  const { totals, runningFlips, years } = comparison;
  if (totals.a.kind === 'absent' || totals.b.kind === 'absent' || totals.difference.kind === 'absent') {
    return 'One of the two has no amount in a year, so their worth cannot be compared.';
  }
  const better = betterTerm(totals.difference.value);
  const over = subject.isList
    ? `Over ${countOf(years.length, 'year')}`
    : `Over ${countOf(years.length, 'year')} and ${countOf(units, 'unit')} a year`;
  const worth = `${over} A is worth ${formatMoney(totals.a.value)}, B ${formatMoney(totals.b.value)}`;
  const ahead =
    better === null
      ? `${worth}: the same.`
      : `${worth}: ${termNames[better]} is ahead by ${formatMoney(Math.abs(totals.difference.value))}.`;
  const [turn] = runningFlips.slice(-1);
  const madeGood = turn ? ` ${termNames[turn.better]} is ahead in all from ${turn.year} on.` : '';
  return `${ahead}${madeGood}${equalSentence(even.changes, better === null)}`;
}

/** @param isSame whether they are worth the same as assumed; then no other change needs to be named. */
function equalSentence(changes: readonly EvenRange[], isSame: boolean): string {
  if (changes.length === 0) {
    return isSame ? '' : ' No yearly change of Medicare between −20% and +20% makes them equal.';
  }
  return ` They are worth the same if Medicare changes by ${alternatives(rangesText(changes, percentText))} a year.`;
}
