import { type Absent, type Cell, present } from '../domain/cell.ts';
import type { FactorChoice, FeeSchedule, LocalityAmount } from '../domain/feeSchedule.ts';
import { limitingCharge } from '../domain/limitingCharge.ts';
import { localityFloors } from '../domain/localityFloors.ts';
import type { GpciRow } from '../domain/medicareTables.ts';
import type { PlaceCode } from '../domain/place.ts';
import { summarize } from '../stats/summary.ts';
import { absenceText } from '../text/absence.ts';
import { floorText, localityText, medicareMethods, periodWords } from '../text/medicareText.ts';
import { inPlace, placeTitle } from '../text/names.ts';
import { countOf, formatMoney } from '../text/numbers.ts';
import { type Column, column, type Figure, type FigureRow } from './figure.ts';
import { amountColumns, feeScheduleMethod, notTherapy } from './medicareColumns.ts';

/** Who looks a Maryland suburb up under Maryland does not find it there. */
const aroundDc: ReadonlySet<PlaceCode> = new Set(['DC', 'MD', 'VA']);

const columns: readonly Column[] = [
  ...amountColumns,
  {
    id: 'limiting-charge',
    label: 'Limiting charge',
    kind: 'money',
    definition: medicareMethods.limitingCharge,
  },
  column('work', 'Work index', 'index', medicareMethods.workGpci),
  column('practice-expense', 'PE index', 'index', medicareMethods.peGpci),
  column('malpractice', 'MP index', 'index', medicareMethods.malpracticeGpci),
  column(
    'mac-locality',
    'MAC-locality',
    'text',
    'The Medicare administrative contractor’s number and, of that contractor, the locality’s: what CMS’s own tables are keyed by.',
  ),
];

/**
 * Every locality of a place (null = the nation) in a year with its amounts, indices and floors. Where Medicare does
 * not price the code the indices stay and the amounts say why not.
 *
 * @param only the one locality of them to show; all without it.
 */
export function localityTable(
  schedule: FeeSchedule,
  code: string,
  place: PlaceCode | null,
  year: number,
  choice: FactorChoice = {},
  only?: GpciRow,
): Figure {
  const isShown = (locality: GpciRow) => only === undefined || locality === only;
  const all = schedule.amounts(code, year, place, choice);
  const amounts =
    all.kind === 'absent' ? all : present(all.value.filter(({ locality }) => isShown(locality)));
  const localities = schedule.localities(year, place).filter(isShown);
  const factor = schedule.factor(year, choice);
  const rvu = schedule.relativeValues(code, year);
  const rows =
    amounts.kind === 'absent'
      ? localities.map((locality) => rowOf(locality, amounts, place))
      : amounts.value.map((each) => rowOf(each.locality, each, place));
  return {
    id: 'localities',
    title: `${placeTitle(place)} Medicare localities for ${code}, ${year}`,
    labelColumn: {
      id: 'locality',
      label: 'Locality',
      kind: 'text',
      definition: 'Medicare prices by locality: a state or a part of one.',
    },
    columns: columns.filter(({ id }) => isAnswered(id, amounts)),
    rows,
    notes: [
      ...(amounts.kind === 'value' && !isAnswered('later-unit', amounts)
        ? [
            'Not an always-therapy service: the therapy reduction does not apply, so there is no later-unit amount.',
          ]
        : []),
      ...(rows.some(({ flags }) => flags.length > 0)
        ? [
            'Floors are set by law: work 1.5 in Alaska, work 1.0 everywhere (renewed from year to year), practice expense 1.0 in the frontier states MT, ND, NV, SD and WY. These tables hold the indices with their floors.',
          ]
        : []),
      ...(place === null || place === 'HI' ? ['Hawaii’s locality also prices Guam.'] : []),
      ...(place === null || aroundDc.has(place)
        ? ['The District of Columbia’s locality also prices its suburbs in Maryland and Virginia.']
        : []),
    ],
    method: `${feeScheduleMethod(factor)} ${medicareMethods.limitingCharge}`,
    sources: `CMS relative value file ${rvu.kind === 'value' ? rvu.value.release : year} and geographic indices ${localities[0]?.release ?? year}.`,
    summary:
      amounts.kind === 'absent'
        ? `No amounts: ${absenceText(amounts)}. The indices are the same for every code.`
        : summaryOf(amounts.value, place, periodWords(factor, year)),
  };
}

/** What a locality has whatever the code. */
const localityColumns: ReadonlySet<string> = new Set([
  'work',
  'practice-expense',
  'malpractice',
  'mac-locality',
]);

/** A column in which every row would give the same reason is left out; the summary or a note gives it once. */
function isAnswered(columnId: string, amounts: Cell<readonly LocalityAmount[]>): boolean {
  if (localityColumns.has(columnId)) return true;
  if (amounts.kind === 'absent') return false;
  return columnId !== 'later-unit' || amounts.value.some(({ amount }) => amount.therapyReduced !== null);
}

function rowOf(locality: GpciRow, priced: LocalityAmount | Absent, place: PlaceCode | null): FigureRow {
  const amount = 'amount' in priced ? priced.amount : undefined;
  const gap = 'amount' in priced ? notTherapy : priced;
  const cellOf = (value: number | null | undefined): Cell =>
    value === undefined || value === null ? gap : present(value);
  const id = `${locality.mac}-${locality.locality}`;
  return {
    id,
    label: `${place === null ? `${locality.place} · ` : ''}${localityText(locality.name)}`,
    cells: {
      'non-facility': cellOf(amount?.nonFacility),
      facility: cellOf(amount?.facility),
      'later-unit': cellOf(amount?.therapyReduced),
      'limiting-charge': cellOf(amount && limitingCharge(amount.nonFacility)),
      work: present(locality.workGpci / 1000),
      'practice-expense': present(locality.peGpci / 1000),
      malpractice: present(locality.malpracticeGpci / 1000),
      'mac-locality': present(id),
    },
    flags: localityFloors(locality).map(floorText),
  };
}

function summaryOf(amounts: readonly LocalityAmount[], place: PlaceCode | null, period: string): string {
  const { n, mean, minimum, maximum } = summarize(amounts.map(({ amount }) => amount.nonFacility));
  if (n === 1)
    return `One locality: ${formatMoney(mean)} for a unit ${inPlace(place)} in ${period} (non-facility).`;
  const lowest = nameOf(amounts.find(({ amount }) => amount.nonFacility === minimum));
  const highest = nameOf(amounts.find(({ amount }) => amount.nonFacility === maximum));
  if (minimum === maximum)
    return `${countOf(n, 'locality', 'localities')}, all ${formatMoney(mean)} (${period}, non-facility).`;
  return `${countOf(n, 'locality', 'localities')}: ${formatMoney(minimum)} (${lowest}) to ${formatMoney(maximum)} (${highest}), mean ${formatMoney(mean)} (${period}, non-facility).`;
}

function nameOf(each: LocalityAmount | undefined): string {
  return each ? localityText(each.locality.name) : '';
}
