import { mean } from '../stats/mean.ts';
import { absent, type Cell, present, valueOf } from './cell.ts';
import { type ChangeParts, shapleyParts, wholeCentParts } from './changeParts.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { type MedicareAmount, medicareAmount, nationalPaymentAmount } from './medicareAmount.ts';
import type { ConversionFactor, GpciRow, RvuRow } from './medicareTables.ts';
import { roundHalfAwayFromZero } from './money.ts';
import type { PlaceCode } from './place.ts';

/** What Medicare allowed in one period, in a place: means over its localities, in unrounded cents. */
export interface TrendAmount {
  readonly rvu: RvuRow;
  readonly localities: readonly GpciRow[];
  readonly nonFacility: number;
  readonly facility: number;
  /** All indices 1. */
  readonly national: MedicareAmount;
}

/** The step from one period's non-facility amount to the next, in whole cents; the parts add up to `amount` exactly. */
export interface TrendChange {
  readonly from: TrendPeriod;
  readonly amount: number;
  /** `amount` ÷ the printed amount before. */
  readonly ratio: number;
  readonly parts: ChangeParts;
}

/** Days with one conversion factor: a year, or in 2024 a part of one. */
export interface TrendPeriod {
  readonly year: number;
  readonly factor: ConversionFactor;
  readonly amount: Cell<TrendAmount>;
  readonly change: Cell<TrendChange>;
}

export interface MedicareTrend {
  readonly code: string;
  readonly place: PlaceCode | null;
  /** Oldest first, with the factor for everyone but qualifying APM participants. */
  readonly periods: readonly TrendPeriod[];
  /** The periods with a factor of their own for qualifying APM participants; each compared with the year before. */
  readonly participants: readonly TrendPeriod[];
}

/** The trend of a code's amount in a place (null = all localities) over every period the tables hold. */
export function medicareTrend(schedule: FeeSchedule, code: string, place: PlaceCode | null): MedicareTrend {
  const periods: TrendPeriod[] = [];
  const participants: TrendPeriod[] = [];
  for (const year of schedule.years) {
    const before = periods.at(-1);
    for (const factor of schedule.factors(year)) {
      periods.push(periodOf(schedule, code, place, factor, periods.at(-1)));
    }
    for (const factor of schedule.factors(year, 'QP')) {
      if (factor.appliesTo === 'QP') participants.push(periodOf(schedule, code, place, factor, before));
    }
  }
  return { code, place, periods, participants };
}

function periodOf(
  schedule: FeeSchedule,
  code: string,
  place: PlaceCode | null,
  factor: ConversionFactor,
  before: TrendPeriod | undefined,
): TrendPeriod {
  const { year } = factor;
  const priced = schedule.amounts(code, year, place);
  if (priced.kind === 'absent') return { year, factor, amount: priced, change: priced };
  const rvu = valueOf(schedule.relativeValues(code, year)) as RvuRow;
  const localities = schedule.localities(year, place);
  const amounts = localities.map((locality) => medicareAmount(rvu, locality, factor));
  const amount: TrendAmount = {
    rvu,
    localities,
    nonFacility: mean(amounts.map((each) => each.nonFacility)),
    facility: mean(amounts.map((each) => each.facility)),
    national: nationalPaymentAmount(rvu, factor),
  };
  return { year, factor, amount: present(amount), change: changeOf(before, amount, factor) };
}

function changeOf(
  from: TrendPeriod | undefined,
  now: TrendAmount,
  factor: ConversionFactor,
): Cell<TrendChange> {
  if (!from) return absent('not-comparable', 'the first period of these tables');
  if (from.amount.kind === 'absent') return absent('not-comparable', 'no amount in the period before');
  const before = from.amount.value;
  const printedBefore = roundHalfAwayFromZero(before.nonFacility);
  const amount = roundHalfAwayFromZero(now.nonFacility) - printedBefore;
  const parts = wholeCentParts(
    exactParts(
      { rvu: before.rvu, localities: before.localities, factor: from.factor },
      { rvu: now.rvu, localities: now.localities, factor },
    ),
    amount,
  );
  return present({ from, amount, ratio: amount / printedBefore, parts });
}

interface Inputs {
  readonly rvu: RvuRow;
  readonly localities: readonly GpciRow[];
  readonly factor: ConversionFactor;
}

/** Every intermediate amount is a Medicare amount like any other: rounded to the cent in each locality, then averaged. */
function exactParts(before: Inputs, now: Inputs): ChangeParts {
  const v = (rvu: Inputs, localities: Inputs, factor: Inputs) =>
    mean(localities.localities.map((each) => medicareAmount(rvu.rvu, each, factor.factor).nonFacility));
  return shapleyParts({
    none: v(before, before, before),
    r: v(now, before, before),
    g: v(before, now, before),
    c: v(before, before, now),
    rg: v(now, now, before),
    rc: v(now, before, now),
    gc: v(before, now, now),
    rgc: v(now, now, now),
  });
}
