import { findPlace } from '../../domain/place.ts';
import { withZeros } from './cmsReader.ts';
import type { GpciLine } from './cmsTables.ts';
import { fixedPoint } from './fixedPoint.ts';
import type { GpciColumns } from './gpciColumns.ts';
import { contractorFault, type LineFault, lineFault, localityNumberFault } from './lineFault.ts';

type Locality = Pick<GpciLine, 'mac' | 'place' | 'locality' | 'name' | 'mark'>;
type Indices = Pick<GpciLine, 'workGpci' | 'workGpciWithoutFloor' | 'peGpci' | 'malpracticeGpci'>;

/** Thousandths. Indices lie around 1; one far from it is a number of something else. */
const lowestIndex = 100;
const highestIndex = 5000;

/**
 * A line of the cost index table, or the first thing about it that cannot be read.
 *
 * @param cells as many as the columns are wide, or more.
 * @param at its line in the file. @param year the table's.
 */
export function readGpciLine(
  cells: readonly string[],
  columns: GpciColumns,
  at: number,
  year: number | null,
): GpciLine | LineFault {
  const locality = localityOf(cells, columns);
  const fault = localityFault(locality);
  if (fault) return fault;
  const values: number[] = [];
  for (const [name, position] of indexColumns(columns)) {
    const found = cells[position] ?? '';
    const value = fixedPoint(found, 3);
    if (value === undefined || value < lowestIndex || value > highestIndex)
      return lineFault(name, found, 'This is not an index with at most three decimals, between 0.1 and 5.');
    values.push(value);
  }
  return { kind: 'gpci', at, year, ...locality, ...indicesOf(values, columns) };
}

/** A fixed-width line: contractor, state and locality stand first, the indices last; between them is the name. */
export function fixedGpciCells(line: string): readonly string[] {
  const words = line.trim().split(/\s+/);
  let first = words.length;
  while (first > 4 && first > words.length - 4 && /^\d?\.\d+$|^\d\.?$/.test(words[first - 1] ?? ''))
    first -= 1;
  return [...words.slice(0, 3), words.slice(3, first).join(' '), ...words.slice(first)];
}

function localityOf(cells: readonly string[], columns: GpciColumns): Locality {
  const [, name = '', mark = ''] =
    /^(.*?)\s*(\*{0,2})$/.exec((cells[columns.name] ?? '').replace(/\s+/g, ' ')) ?? [];
  return {
    mac: withZeros(cells[columns.mac] ?? '', 5),
    place: (cells[columns.state] ?? '').toUpperCase(),
    locality: withZeros(cells[columns.locality] ?? '', 2),
    name,
    mark: mark as GpciLine['mark'],
  };
}

function localityFault({ mac, place, locality, name }: Locality): LineFault | undefined {
  const contractor = contractorFault(mac);
  if (contractor) return contractor;
  if (!findPlace(place))
    return lineFault('State', place, 'This is not the postal code of one of the 53 places, such as TX.');
  const number = localityNumberFault(locality);
  if (number) return number;
  return name === '' ? lineFault('Locality Name', '', 'The locality has no name.') : undefined;
}

/** Name and position of each index a line has, in the order in which they are asked. */
function indexColumns(columns: GpciColumns): readonly (readonly [name: string, position: number])[] {
  const { work, pe, malpractice, workWithoutFloor } = columns;
  const always = [
    ['work GPCI', work],
    ['PE GPCI', pe],
    ['MP GPCI', malpractice],
  ] as const;
  return workWithoutFloor === null ? always : [...always, ['work GPCI without floor', workWithoutFloor]];
}

/** @param values thousandths, in the order of `indexColumns`. */
function indicesOf(values: readonly number[], { isFloorByValue }: GpciColumns): Indices {
  const [work = 0, peGpci = 0, malpracticeGpci = 0, other] = values;
  if (other === undefined) return { workGpci: work, workGpciWithoutFloor: null, peGpci, malpracticeGpci };
  const isSwapped = isFloorByValue && other > work;
  return {
    workGpci: isSwapped ? other : work,
    workGpciWithoutFloor: isSwapped ? work : other,
    peGpci,
    malpracticeGpci,
  };
}
