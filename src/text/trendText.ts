import { type ChangeCause, changeCauses } from '../domain/changeParts.ts';
import type { GpciRow, RvuRow } from '../domain/medicareTables.ts';
import type { MedicareTrend, TrendAmount, TrendChange, TrendPeriod } from '../domain/medicareTrend.ts';
import { absenceText } from './absence.ts';
import { factorText, indexText, periodText } from './medicareText.ts';
import { inPlace, listOf } from './names.ts';
import { countOf, formatMoney, formatSignedMoney, formatSignedRatio } from './numbers.ts';

/** Definitions of the trend’s figures: tables, workings and exports read the same line. */
export const trendMethods = {
  period: 'Days with one conversion factor: a year, or in 2024 a part of one.',
  change: 'This period’s amount minus the amount of the period before, both as printed.',
  relativeValues:
    'Part of the change that comes from new relative values (work, practice expense, malpractice).',
  indices:
    'Part of the change that comes from new geographic indices, and in 2024 from California’s fewer localities.',
  factor: 'Part of the change that comes from the new conversion factor.',
  decomposition:
    'Causes are Shapley values: of the three inputs (relative values r, geographic indices g, conversion factor c), the part of r is ⅓(v(r) − v()) + ⅙(v(rg) − v(g)) + ⅙(v(rc) − v(c)) + ⅓(v(rgc) − v(gc)), where v is the amount with the named inputs of the new period and the others of the old one, rounded to the cent in each locality and averaged; g and c likewise. Parts are then set to whole cents by largest remainder, so that they add up to the change as printed.',
} as const;

/** A period and why its amount differs from the one before, in a sentence or two. */
export function periodSentence(period: TrendPeriod): string {
  const label = periodText(period.factor);
  if (period.amount.kind === 'absent') return `${label}: ${absenceText(period.amount)}.`;
  const amount = `${label}: ${formatMoney(period.amount.value.nonFacility)}`;
  if (period.change.kind === 'absent') return `${amount}.`;
  const change = period.change.value;
  return `${amount}, ${formatSignedMoney(change.amount)} (${formatSignedRatio(change.ratio)}) against ${periodText(change.from.factor)}. ${causes(period, period.amount.value, change)}`;
}

const nouns: Record<ChangeCause, string> = {
  relativeValues: 'relative values',
  indices: 'geographic indices',
  factor: 'the conversion factor',
};

function causes(period: TrendPeriod, now: TrendAmount, { from, parts }: TrendChange): string {
  if (from.amount.kind === 'absent') return '';
  const before = from.amount.value;
  const details: Record<ChangeCause, string> = {
    relativeValues: rvuDetail(before.rvu, now.rvu),
    indices: indexDetail(before.localities, now.localities),
    factor:
      from.factor.factor === period.factor.factor
        ? ''
        : `${factorText(from.factor)} → ${factorText(period.factor)}`,
  };
  const moved = changeCauses
    .filter((cause) => details[cause] !== '')
    .toSorted((a, b) => Math.abs(parts[b]) - Math.abs(parts[a]));
  const still = changeCauses.filter((cause) => details[cause] === '');
  const movedWords = moved.map(
    (cause) => `${nouns[cause]} ${formatSignedMoney(parts[cause])} (${details[cause]})`,
  );
  const stillWords = still.length === 0 ? '' : ` Unchanged: ${listOf(still.map((cause) => nouns[cause]))}.`;
  if (moved.length === 0) return 'No input changed.';
  return `Cause: ${movedWords.join('; ')}.${stillWords}`;
}

function rvuDetail(before: RvuRow, now: RvuRow): string {
  const parts: readonly (readonly [string, number, number])[] = [
    ['work', before.workRvu, now.workRvu],
    ['practice expense', before.nonFacilityPeRvu, now.nonFacilityPeRvu],
    ['malpractice', before.malpracticeRvu, now.malpracticeRvu],
  ];
  return parts
    .filter(([, old, next]) => old !== next)
    .map(([name, old, next]) => `${name} ${(old / 100).toFixed(2)} → ${(next / 100).toFixed(2)}`)
    .join(', ');
}

/** Empty when every locality kept its indices. For a single locality the indices themselves, else that they moved. */
function indexDetail(before: readonly GpciRow[], now: readonly GpciRow[]): string {
  if (before.length !== now.length) {
    return `${countOf(before.length, 'locality', 'localities')} → ${now.length}`;
  }
  const key = ({ workGpci, peGpci, malpracticeGpci }: GpciRow) => `${workGpci} ${peGpci} ${malpracticeGpci}`;
  const changed = now.filter((row, index) => key(row) !== key(before[index] as GpciRow)).length;
  if (changed === 0) return '';
  const [old] = before;
  const [next] = now;
  if (now.length > 1 || !old || !next)
    return `in ${changed} of ${countOf(now.length, 'locality', 'localities')}`;
  const parts: readonly (readonly [string, number, number])[] = [
    ['work', old.workGpci, next.workGpci],
    ['practice expense', old.peGpci, next.peGpci],
    ['malpractice', old.malpracticeGpci, next.malpracticeGpci],
  ];
  return parts
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name} ${indexText(was)} → ${indexText(is)}`)
    .join(', ');
}

/** The whole trend in two sentences: from where to where, and why the last step. */
export function trendSummary(trend: MedicareTrend): string {
  const known = trend.periods.filter((period) => period.amount.kind === 'value');
  const [first] = known;
  const last = known.at(-1);
  const newest = trend.periods.at(-1);
  if (!first || !last || !newest || first.amount.kind === 'absent' || last.amount.kind === 'absent') {
    const why = newest?.amount.kind === 'absent' ? `: ${absenceText(newest.amount)}` : '';
    return `Medicare has no fee-schedule amount for ${trend.code}${why}.`;
  }
  // Two settings, two trends: where they differ, the one meant is named.
  const amount = known.every(isOneAmount) ? 'amount' : 'non-facility amount';
  const subject = `Medicare’s ${amount} for ${trend.code} ${inPlace(trend.place)}`;
  if (first === last) return `${subject}: ${periodSentence(last)}`;
  const was = first.amount.value.nonFacility;
  const is = last.amount.value.nonFacility;
  const went = `went from ${formatMoney(was)} in ${periodText(first.factor)} to ${formatMoney(is)} in ${periodText(last.factor)} (${formatSignedRatio((is - was) / was)})`;
  return `${subject} ${went}. ${periodSentence(last)}`;
}

function isOneAmount({ amount }: TrendPeriod): boolean {
  return amount.kind === 'absent' || amount.value.facility === amount.value.nonFacility;
}
