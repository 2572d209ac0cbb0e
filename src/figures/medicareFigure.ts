import { absent, type Cell, present } from '../domain/cell.ts';
import type { FactorChoice, FeeSchedule, LocalityAmount } from '../domain/feeSchedule.ts';
import { type MedicareAmount, nationalPaymentAmount } from '../domain/medicareAmount.ts';
import type { ConversionFactor } from '../domain/medicareTables.ts';
import type { PlaceCode } from '../domain/place.ts';
import { summarize } from '../stats/summary.ts';
import { absenceText } from '../text/absence.ts';
import { periodWords } from '../text/medicareText.ts';
import { inPlace, placeTitle } from '../text/names.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import type { Figure, FigureRow } from './figure.ts';
import { amountColumns, feeScheduleMethod, notTherapy } from './medicareColumns.ts';

const amountKeys = ['nonFacility', 'facility', 'therapyReduced'] as const;

/** The fee schedule for a code in a place and year: one row per locality, or the spread over all of them. */
export function medicareFigure(
  schedule: FeeSchedule,
  code: string,
  place: PlaceCode | null,
  year: number,
  choice: FactorChoice = {},
): Figure {
  const amounts = schedule.amounts(code, year, place, choice);
  const factor = schedule.factor(year, choice);
  const base = {
    id: 'medicare',
    title: `${placeTitle(place)} Medicare fee schedule for ${code}, ${year}`,
    labelColumn: {
      id: 'locality',
      label: 'Locality',
      kind: 'text',
      definition: 'Medicare prices by locality: a state or a part of one.',
    },
    columns: amountColumns,
    method: feeScheduleMethod(factor),
    sources: sourceWords(schedule, code, year),
  } as const;
  if (amounts.kind === 'absent') {
    return { ...base, rows: [], notes: [], summary: `Medicare ${year}: ${absenceText(amounts)}.` };
  }
  const rows =
    place === null
      ? nationalRows(schedule, code, year, amounts.value, factor)
      : amounts.value.map(localityRow);
  return { ...base, rows, notes: [], summary: summaryOf(amounts.value, place, periodWords(factor, year)) };
}

function sourceWords(schedule: FeeSchedule, code: string, year: number): string {
  const rvu = schedule.relativeValues(code, year);
  const locality = schedule.localities(year, null)[0];
  return `CMS relative value file ${rvu.kind === 'value' ? rvu.value.release : year} and geographic indices ${locality?.release ?? year}.`;
}

function localityRow({ locality, amount }: LocalityAmount): FigureRow {
  return {
    id: `${locality.mac}-${locality.locality}`,
    label: locality.name,
    cells: cellsOf((key) => amountCell(amount, key)),
    flags: [],
  };
}

function nationalRows(
  schedule: FeeSchedule,
  code: string,
  year: number,
  amounts: readonly LocalityAmount[],
  factor: ConversionFactor | undefined,
): readonly FigureRow[] {
  const rvu = schedule.relativeValues(code, year);
  const national = rvu.kind === 'value' && factor ? nationalPaymentAmount(rvu.value, factor) : undefined;
  const row = (id: string, label: string, cellOf: (key: (typeof amountKeys)[number]) => Cell): FigureRow => ({
    id,
    label,
    cells: cellsOf(cellOf),
    flags: [],
  });
  const over = (measure: (values: readonly number[]) => number) => (key: (typeof amountKeys)[number]) => {
    const values = amounts.map(({ amount }) => amount[key]).filter((value) => value !== null);
    return values.length === 0 ? notTherapy : present(measure(values));
  };
  return [
    row('national', 'National payment amount (all GPCIs 1)', (key) =>
      national ? amountCell(national, key) : absent('not-priced'),
    ),
    row(
      'mean',
      `Mean over ${countOf(amounts.length, 'locality', 'localities')}`,
      over((v) => summarize(v).mean),
    ),
    row(
      'minimum',
      'Lowest locality',
      over((v) => summarize(v).minimum),
    ),
    row(
      'p25',
      'P25',
      over((v) => summarize(v).p25),
    ),
    row(
      'median',
      'Median',
      over((v) => summarize(v).median),
    ),
    row(
      'p75',
      'P75',
      over((v) => summarize(v).p75),
    ),
    row(
      'maximum',
      'Highest locality',
      over((v) => summarize(v).maximum),
    ),
  ];
}

function amountCell(amount: MedicareAmount, key: (typeof amountKeys)[number]): Cell {
  const value = amount[key];
  return value === null ? notTherapy : present(value);
}

function cellsOf(cellOf: (key: (typeof amountKeys)[number]) => Cell): FigureRow['cells'] {
  return {
    'non-facility': cellOf('nonFacility'),
    facility: cellOf('facility'),
    'later-unit': cellOf('therapyReduced'),
  };
}

function summaryOf(amounts: readonly LocalityAmount[], place: PlaceCode | null, period: string): string {
  const values = amounts.map(({ amount }) => amount.nonFacility);
  const { mean, minimum, maximum } = summarize(values);
  if (values.length === 1)
    return `Medicare pays ${formatMoney(mean)} ${inPlace(place)} in ${period} (non-facility).`;
  return `Medicare pays ${formatMoney(minimum)} to ${formatMoney(maximum)} ${inPlace(place)} in ${period}, mean ${formatMoney(mean)} over ${countOf(values.length, 'locality', 'localities')} (non-facility).`;
}
