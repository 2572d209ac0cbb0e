import { withZeros } from './cmsReader.ts';
import type { RvuLine } from './cmsTables.ts';
import type { FileTally } from './fileTally.ts';
import { fixedPoint } from './fixedPoint.ts';
import { type PprrvuColumn, type PprrvuLayout, pprrvuHeadings } from './pprrvuColumns.ts';
import { editionOf, type PprrvuTitle } from './pprrvuRelease.ts';
import type { TableRecord } from './tableRecords.ts';

/**
 * A whole record of a relative value file as a line of its table. Each cell that cannot be read is told, in the order
 * in which the fields stand here.
 *
 * @param code the record's, five characters.
 * @returns undefined where there is such a cell.
 */
export function readRvuLine(
  record: TableRecord,
  layout: PprrvuLayout,
  code: string,
  title: PprrvuTitle,
  tally: FileTally,
): RvuLine | undefined {
  const cells = new RvuCells(record, layout, tally);
  const factor = cells.number('factor', 4);
  const read: RvuLine = {
    kind: 'rvu',
    at: record.at,
    ...editionOf(title, factor),
    code,
    modifier: cells.text('modifier').toUpperCase(),
    status: cells.text('status'),
    workRvu: cells.number('workRvu', 2),
    nonFacilityPeRvu: cells.number('nonFacilityPeRvu', 2),
    nonFacilityNa: cells.isNa('nonFacilityNa'),
    facilityPeRvu: cells.number('facilityPeRvu', 2),
    facilityNa: cells.isNa('facilityNa'),
    malpracticeRvu: cells.number('malpracticeRvu', 2),
    nonFacilityTotal: cells.total('nonFacilityTotal'),
    facilityTotal: cells.total('facilityTotal'),
    pctc: cells.text('pctc'),
    globalDays: withZeros(cells.text('globalDays'), 3),
    multipleProcedure: cells.text('multipleProcedure'),
    factor,
  };
  if (!/^[A-Z]$/.test(read.status)) cells.fail('status', read.status, 'This is not a status of one letter.');
  if (!/^[0-9A-Z]{0,2}$/.test(read.modifier))
    cells.fail('modifier', read.modifier, 'This is not a modifier of two characters.');
  return cells.areReadable ? read : undefined;
}

/** The cells of one record by what they hold. */
class RvuCells {
  readonly #record: TableRecord;
  readonly #layout: PprrvuLayout;
  readonly #tally: FileTally;
  areReadable = true;

  constructor(record: TableRecord, layout: PprrvuLayout, tally: FileTally) {
    this.#record = record;
    this.#layout = layout;
    this.#tally = tally;
  }

  text(column: PprrvuColumn): string {
    return this.#record.cells[this.#layout.columns[column]] ?? '';
  }

  /** In units of its last decimal; 0 where it cannot be read. */
  number(column: PprrvuColumn, digits: number): number {
    const value = fixedPoint(this.text(column), digits);
    if (value === undefined)
      this.fail(column, this.text(column), `This is not a number with at most ${digits} decimals.`);
    return value ?? 0;
  }

  /** A sum that CMS prints; null where the file has none. */
  total(column: 'nonFacilityTotal' | 'facilityTotal'): number | null {
    return this.text(column) === '' ? null : this.number(column, 2);
  }

  /** Whether the indicator beside a practice expense says that the service is rarely or never done there. */
  isNa(column: 'nonFacilityNa' | 'facilityNa'): boolean {
    const text = this.text(column).toUpperCase();
    if (text !== '' && text !== 'NA') this.fail(column, text, 'This is neither NA nor blank.');
    return text === 'NA';
  }

  fail(column: PprrvuColumn, found: string, message: string): void {
    this.areReadable = false;
    this.#tally.problem(this.#record.at, pprrvuHeadings[column], found, message, true);
  }
}
