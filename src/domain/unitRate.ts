import { mean } from '../stats/mean.ts';
import { type Cell, present } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { areaAmounts, type MedicareArea } from './medicareArea.ts';
import type { UnitRate } from './visitPayment.ts';

/**
 * Medicare's unit in an area and year: mean over the localities of amounts rounded to the cent in each, non-facility,
 * in full and with half of the practice expense. An area of one locality has CMS's own two columns.
 */
export function medicareUnitRate(
  schedule: FeeSchedule,
  code: string,
  area: MedicareArea,
  year: number,
): Cell<UnitRate> {
  const rvu = schedule.relativeValues(code, year);
  if (rvu.kind === 'absent') return rvu;
  const amounts = areaAmounts(schedule, code, year, area);
  if (amounts.kind === 'absent') return amounts;
  const reduced = amounts.value.flatMap(({ amount }) => amount.therapyReduced ?? []);
  const full = mean(amounts.value.map(({ amount }) => amount.nonFacility));
  return present({
    full,
    reduced: reduced.length === 0 ? null : mean(reduced),
    expense: rvu.value.nonFacilityPeRvu,
    fee: full,
  });
}

/**
 * A payer's unit. Its rate does not say what part of it is practice expense, so a payer that reduces like Medicare is
 * taken to have Medicare's part: reduced ÷ full of the same code, place and year.
 */
export function payerUnitRate(rate: Cell, medicare: Cell<UnitRate>): Cell<UnitRate> {
  if (rate.kind === 'absent') return rate;
  if (medicare.kind === 'absent') return present({ full: rate.value, reduced: null, expense: 0, fee: 0 });
  const { full, reduced, expense } = medicare.value;
  return present({
    full: rate.value,
    reduced: reduced === null ? null : (rate.value * reduced) / full,
    expense,
    fee: full,
  });
}
