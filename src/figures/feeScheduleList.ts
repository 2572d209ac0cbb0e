import type { BillingCode } from '../domain/billingCode.ts';
import { type Absent, type Cell, present } from '../domain/cell.ts';
import type { FactorChoice, FeeSchedule, LocalityAmount } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import { mean } from '../stats/mean.ts';
import { periodWords } from '../text/medicareText.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import type { Figure, FigureRow } from './figure.ts';
import { amountColumns, feeScheduleMethod, notTherapy } from './medicareColumns.ts';

/** Every code of the tables in a place and year: means over the place's localities, or why there is no amount. */
export function feeScheduleList(
  schedule: FeeSchedule,
  catalogue: readonly BillingCode[],
  place: PlaceCode | null,
  year: number,
  choice: FactorChoice = {},
): Figure {
  const titles = new Map(catalogue.map(({ code, title }) => [code, title]));
  const rows = schedule.codes.map((code): FigureRow => {
    const title = titles.get(code);
    return {
      id: code,
      label: title === undefined ? code : `${code} ${title}`,
      cells: amountCells(schedule.amounts(code, year, place, choice)),
      flags: [],
    };
  });
  const priced = rows.filter(({ cells }) => cells['non-facility']?.kind === 'value').length;
  const factor = schedule.factor(year, choice);
  const localities = schedule.localities(year, place);
  return {
    id: 'fee-schedule',
    title: `${placeTitle(place)} Medicare fee schedule, ${year}`,
    labelColumn: {
      id: 'code',
      label: 'Code',
      kind: 'text',
      definition: 'Billing code, with our own short words where we have them.',
    },
    columns: amountColumns,
    rows,
    notes: [
      `${localities.length === 1 ? 'Amounts are those of the one locality' : `Amounts are means over ${countOf(localities.length, 'locality', 'localities')}, each rounded to the cent first`}, in ${periodWords(factor, year)}.`,
    ],
    method: feeScheduleMethod(factor),
    sources: `CMS relative value and geographic index files of ${year}.`,
    summary: `${countOf(priced, 'code')} of ${rows.length} in these tables ${priced === 1 ? 'has' : 'have'} an amount in ${year}; the others say why not. The tables hold therapy services and office visits, not the whole schedule.`,
  };
}

function amountCells(amounts: Cell<readonly LocalityAmount[]>): Readonly<Record<string, Cell>> {
  if (amounts.kind === 'absent') return same(amounts);
  const reduced = amounts.value.map(({ amount }) => amount.therapyReduced).filter((each) => each !== null);
  return {
    'non-facility': present(mean(amounts.value.map(({ amount }) => amount.nonFacility))),
    facility: present(mean(amounts.value.map(({ amount }) => amount.facility))),
    'later-unit': reduced.length === 0 ? notTherapy : present(mean(reduced)),
  };
}

function same(gap: Absent): Readonly<Record<string, Cell>> {
  return { 'non-facility': gap, facility: gap, 'later-unit': gap };
}
