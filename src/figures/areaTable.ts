import type { Cell } from '../domain/cell.ts';
import type { FactorChoice, FeeSchedule, LocalityAmount } from '../domain/feeSchedule.ts';
import { areaAmounts, areaLocalities, type MedicareArea } from '../domain/medicareArea.ts';
import { absenceText } from '../text/absence.ts';
import { areaTitle, inArea } from '../text/areaText.ts';
import { periodWords, relativeValuesText } from '../text/medicareText.ts';
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
  if (place === null) return withNotes(medicareFigure(schedule, code, null, year, choice), values);
  if (locality === null) return withNotes(localityTable(schedule, code, place, year, choice), values);

  const title = areaTitle(schedule, area, year);
  const [row] = areaLocalities(schedule, year, area);
  const figure = localityTable(schedule, code, place, year, choice, row);
  const summary = row
    ? amountSentence(
        areaAmounts(schedule, code, year, area, choice),
        inArea(area, title),
        periodWords(schedule.factor(year, choice), year),
      )
    : '';
  return withNotes(
    {
      ...figure,
      title: `${title} Medicare amount for ${code}, ${year}`,
      rows: row ? figure.rows : [],
      summary: summary === '' ? `No such Medicare locality in ${year}.` : summary,
    },
    values,
  );
}

function amountSentence(amounts: Cell<readonly LocalityAmount[]>, where: string, period: string): string {
  if (amounts.kind === 'absent')
    return `No amount: ${absenceText(amounts)}. The indices are the same for every code.`;
  return amounts.value
    .map(({ amount: { nonFacility, facility, therapyReduced } }) => {
      const later =
        therapyReduced === null ? '' : `, ${formatMoney(therapyReduced)} for a later unit of the day`;
      return `Medicare pays ${formatMoney(nonFacility)} ${where} in ${period} (non-facility), ${formatMoney(facility)} in a facility${later}.`;
    })
    .join(' ');
}

function withNotes(figure: Figure, notes: readonly string[]): Figure {
  return { ...figure, notes: [...figure.notes, ...notes] };
}
