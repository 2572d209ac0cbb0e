import { mean } from '../stats/mean.ts';
import { summarize } from '../stats/summary.ts';
import { type Absent, type Cell, present, valueOf } from './cell.ts';
import type { FactorChoice, FeeSchedule } from './feeSchedule.ts';
import { isFullDate } from './isFullDate.ts';
import { nationalPaymentAmount } from './medicareAmount.ts';
import { minimumVotes } from './minimumVotes.ts';
import type { PlaceCode } from './place.ts';
import { agreesWith, type PrintedAmount, type PublishedFigure } from './published.ts';

/** The fee schedule of one year beside a printed Medicare row. Amounts in (unrounded) cents, non-facility, unreduced. */
export interface OfficialAmount {
  readonly year: number;
  readonly localities: number;
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  /** All GPCIs 1; null for a state. */
  readonly nationalPayment: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
}

/** A printed Medicare amount beside the physician fee schedule of the same place, by locality and year. */
export interface MedicareRowCheck {
  readonly rule: 'medicare-amount';
  readonly severity: 'pass' | 'note' | 'fail';
  readonly row: PublishedFigure;
  readonly printed: PrintedAmount;
  /** Fee-schedule years with an amount that equals the printed one, ascending; empty when none does. */
  readonly years: readonly number[];
  /** The years laid beside it: the matching ones, or those the document is compared with. */
  readonly official: readonly OfficialAmount[];
  /** Printed ÷ official for each of `official`: the national payment amount, or the mean over the state's localities. */
  readonly ratios: readonly number[];
  /** Whether the printed P25 and P75 are those over the localities, in each of `official`; null when not printed. */
  readonly quartilesAgree: readonly (boolean | null)[];
  /** Why the fee schedule has no amount to compare with; null when it has. */
  readonly missing: Absent | null;
}

/** A national average within this share of the official mean or payment amount may differ by its weights alone. */
const nationalTolerance = 0.05;

/**
 * Pass: equal to an official amount of the place to the last digit printed (any locality, either setting, or the mean
 * over localities; nationally also the payment amount). Note: nationally within 5%, or in a state with several
 * localities between the lowest and the highest. Fail: anything else. A row without a place is read as national.
 *
 * Worked: 45.22 for 97760 in North Carolina is 2024 to the cent; 38.19 for 97755 in Alaska is no year's (2024: 49.70,
 * 2025: 48.65).
 *
 * @returns undefined for a row that is not traditional Medicare or prints no amount.
 */
export function medicareRowCheck(
  code: string,
  row: PublishedFigure,
  schedule: FeeSchedule,
): MedicareRowCheck | undefined {
  const cell = row.amounts.mean;
  if (row.payerClass !== 'medicare' || cell.kind === 'absent' || cell.value.printed === 'above') {
    return undefined;
  }
  const printed = cell.value;
  const place = row.place === 'US' ? null : row.place;
  const stated = row.date === '' ? [] : [Number(row.date.slice(0, 4))];
  const searched = stated.length > 0 ? stated : schedule.years;
  const years = searched.filter((year) =>
    choicesOf(year, row.date).some((choice) =>
      amountsFor(schedule, code, year, place, choice).some((amount) => agreesWith(printed, amount)),
    ),
  );
  const newest = schedule.years.slice(-1);
  const beside =
    years.length > 0 ? years : stated.length > 0 ? stated : row.years.length > 0 ? row.years : newest;
  const found = beside.map((year) => officialAmount(schedule, code, year, place));
  const official = found.flatMap((each) => valueOf(each) ?? []);
  const base = { rule: 'medicare-amount', row, printed, years, official } as const;
  if (official.length === 0) {
    const missing = found.find((each) => each.kind === 'absent') ?? null;
    return { ...base, severity: 'note', ratios: [], quartilesAgree: [], missing };
  }
  const ratios = official.map((each) => printed.cents / (each.nationalPayment ?? each.mean));
  const quartilesAgree = official.map((each) => agreeOnQuartiles(row, each));
  const isNear = official.some((each) =>
    place === null
      ? [each.mean, each.nationalPayment ?? each.mean].some(
          (amount) => Math.abs(printed.cents / amount - 1) <= nationalTolerance,
        )
      : each.localities > 1 && each.least <= printed.cents && printed.cents <= each.most,
  );
  const severity = years.length > 0 ? 'pass' : isNear ? 'note' : 'fail';
  return { ...base, severity, ratios, quartilesAgree, missing: null };
}

/** 2024 had two factors by date: an undated row may be of either, a dated one is of its day's. */
function choicesOf(year: number, date: string): readonly FactorChoice[] {
  return isFullDate(date) ? [{ onDate: date }] : [{}, { onDate: `${year}-01-01` }];
}

function amountsFor(
  schedule: FeeSchedule,
  code: string,
  year: number,
  place: PlaceCode | null,
  choice: FactorChoice,
): readonly number[] {
  const amounts = schedule.amounts(code, year, place, choice);
  if (amounts.kind === 'absent') return [];
  const average = mean(amounts.value.map(({ amount }) => amount.nonFacility));
  return [
    average,
    ...(place === null
      ? nationalPayment(schedule, code, year, choice)
      : amounts.value.flatMap(({ amount }) => [amount.nonFacility, amount.facility])),
  ];
}

/** None where the year has no factor or the code no relative values. */
function nationalPayment(
  schedule: FeeSchedule,
  code: string,
  year: number,
  choice?: FactorChoice,
): readonly number[] {
  const factor = schedule.factor(year, choice);
  const rvu = valueOf(schedule.relativeValues(code, year));
  return factor && rvu ? [nationalPaymentAmount(rvu, factor).nonFacility] : [];
}

function officialAmount(
  schedule: FeeSchedule,
  code: string,
  year: number,
  place: PlaceCode | null,
): Cell<OfficialAmount> {
  const amounts = schedule.amounts(code, year, place);
  if (amounts.kind === 'absent') return amounts;
  const values = amounts.value.map(({ amount }) => amount.nonFacility);
  const summary = summarize(values);
  const [payment] = place === null ? nationalPayment(schedule, code, year) : [];
  const hasQuartiles = values.length >= minimumVotes;
  return present({
    year,
    localities: values.length,
    least: summary.minimum,
    most: summary.maximum,
    mean: summary.mean,
    nationalPayment: payment ?? null,
    p25: hasQuartiles ? summary.p25 : null,
    p75: hasQuartiles ? summary.p75 : null,
  });
}

function agreeOnQuartiles(row: PublishedFigure, official: OfficialAmount): boolean | null {
  const { p25, p75 } = row.amounts;
  if (p25.kind === 'absent' || p75.kind === 'absent') return null;
  if (official.p25 === null || official.p75 === null) return null;
  return agreesWith(p25.value, official.p25) && agreesWith(p75.value, official.p75);
}
