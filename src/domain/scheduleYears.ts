import type { Cell } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { nationalPaymentAmount } from './medicareAmount.ts';

/** What the fee schedule itself says about a code, year by year. */
export interface ScheduleYear {
  readonly year: number;
  /** National payment amount in cents: non-facility, all indices 1, the factor in force at the year's end. */
  readonly amount: Cell;
}

/** One entry for each year of the schedule, ascending: an amount, or why there is none. */
export function scheduleYears(schedule: FeeSchedule, code: string): readonly ScheduleYear[] {
  return schedule.years.map((year) => {
    const rvu = schedule.relativeValues(code, year);
    const factor = schedule.factor(year);
    if (rvu.kind === 'absent') return { year, amount: rvu };
    if (!factor) return { year, amount: { kind: 'absent', reason: 'not-priced', detail: '' } };
    return { year, amount: { kind: 'value', value: nationalPaymentAmount(rvu.value, factor).nonFacility } };
  });
}
