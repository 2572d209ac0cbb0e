import type { FactorChoice, FeeSchedule } from '../domain/feeSchedule.ts';
import { areaLocalities, type MedicareArea } from '../domain/medicareArea.ts';
import { absenceText } from '../text/absence.ts';
import { areaTitle, inArea } from '../text/areaText.ts';
import { relativeValuesText } from '../text/medicareText.ts';
import { formatMoney } from '../text/numbers.ts';
import type { Figure } from './figure.ts';
import { localityTable } from './localityTable.ts';
import { medicareFigure } from './medicareFigure.ts';

/**
 * Medicare's amounts for a code in an area and year with what they are made of: every locality of a state, the one
 * asked for, or the spread over all there are.
 */
export function areaTable(
  schedule: FeeSchedule,
  code: string,
  area: MedicareArea,
  year: number,
  choice: FactorChoice = {},
): Figure {
  const { place, locality } = area;
  const rvu = schedule.relativeValues(code, year);
  const values = rvu.kind === 'value' ? [relativeValuesText(rvu.value)] : [];
  const whole =
    place === null
      ? medicareFigure(schedule, code, null, year, choice)
      : localityTable(schedule, code, place, year, choice);
  if (place === null || locality === null) return { ...whole, notes: [...whole.notes, ...values] };

  const [row] = areaLocalities(schedule, year, area);
  const at = row ? schedule.localities(year, place).indexOf(row) : -1;
  const rows = whole.rows.filter((_, index) => index === at);
  const title = areaTitle(schedule, area);
  const amounts = schedule.amounts(code, year, place, choice);
  const amount = amounts.kind === 'value' ? amounts.value[at]?.amount : undefined;
  const summary =
    amounts.kind === 'absent'
      ? `No amount: ${absenceText(amounts)}. The indices are the same for every code.`
      : amount
        ? `Medicare pays ${formatMoney(amount.nonFacility)} ${inArea(area, title)} in ${year} (non-facility), ${formatMoney(amount.facility)} in a facility${amount.therapyReduced === null ? '' : `, ${formatMoney(amount.therapyReduced)} for a later unit of the day`}.`
        : `No such Medicare locality in ${year}.`;
  return {
    ...whole,
    title: `${title} Medicare amount for ${code}, ${year}`,
    rows,
    notes: [...whole.notes, ...values],
    summary,
  };
}
