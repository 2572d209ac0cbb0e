import { listOf } from '../../text/names.ts';
import {
  type CmsTableForm,
  type CmsTableReader,
  cmsReader,
  isBlankRecord,
  tellUnended,
  withZeros,
} from './cmsReader.ts';
import type { RvuLine } from './cmsTables.ts';
import type { FileTally } from './fileTally.ts';
import type { FormatContext, FormatSink } from './formatReader.ts';
import { type LineFault, leaveLine, lineFault } from './lineFault.ts';
import {
  fixedCells,
  fixedLayout,
  fixedWidth,
  layoutOfHeading,
  layoutOfWidth,
  type PprrvuLayout,
  pprrvuHeadings,
} from './pprrvuColumns.ts';
import { PprrvuFactors } from './pprrvuFactors.ts';
import { isTitle, noTitle, readTitle } from './pprrvuRelease.ts';
import { readRvuLine } from './readRvuLine.ts';
import { RepeatedKeys } from './repeatedKeys.ts';
import type { TableRecord } from './tableRecords.ts';

/** Days of release that are told; far more than files anyone lays together. */
const mostReleased = 10;

/** The table of a relative value file: `RvuLine`s, in the file's order. Definition of the record: RVU25D, RVU26B. */
export const pprrvuTable: CmsTableForm = {
  id: 'pprrvu',
  separatorOf: (line) =>
    /^(?:HDR|TRL)\b/.test(line) ? '' : /^\s*"?[0-9A-Z]{1,5}"?\s*([,;\t|])/i.exec(line)?.[1],
  open: (tally, sink, context) => new PprrvuTable(tally, sink, context),
};

export const pprrvuReader = cmsReader(pprrvuTable);

/** Goes from the title to the heading and the records under it, and again where a second file is laid to the first. */
class PprrvuTable implements CmsTableReader {
  readonly #tally: FileTally;
  readonly #sink: FormatSink;
  readonly #wants: FormatContext['wants'];
  readonly #factors: PprrvuFactors;
  readonly #keys: RepeatedKeys;
  readonly #released = new Set<string>();
  #title = noTitle;
  #layout: PprrvuLayout | undefined;
  #isInTable = false;

  constructor(tally: FileTally, sink: FormatSink, { wants }: FormatContext) {
    this.#tally = tally;
    this.#sink = sink;
    this.#wants = wants;
    this.#factors = new PprrvuFactors(tally);
    this.#keys = new RepeatedKeys(tally);
  }

  take(record: TableRecord): void {
    if (isBlankRecord(record)) return;
    const [first = ''] = record.cells;
    if (record.isFixedWidth) this.#fixedWidth(record, first);
    else if (/^HCPCS$/i.test(first)) this.#heading(record);
    else this.#separated(record, first);
  }

  #fixedWidth(record: TableRecord, line: string): void {
    if (/^\s*(?:HDR|TRL)\b/.test(line)) return;
    if (!/^(?:[0-9A-Z]{5}|[0-9A-Z]{1,5}\s*$)/.test(line) && line.length < 60) return;
    this.#line({ ...record, cells: fixedCells(line) }, fixedLayout, line.length < fixedWidth);
  }

  #heading({ at, cells }: TableRecord): void {
    this.#isInTable = true;
    this.#layout = layoutOfHeading(cells);
    if (this.#layout) return;
    const message = 'The heading lacks columns of a relative value file, so no line can be read.';
    this.#tally.problem(at, '', cells.join(','), message, true);
  }

  /** A table that begins without a heading: its columns are known by how many there are, or not at all. */
  #withoutHeading({ at, cells }: TableRecord): void {
    this.#isInTable = true;
    this.#layout = layoutOfWidth(cells.length);
    if (this.#layout) {
      this.#tally.note('The file has no heading; its columns were taken by their number.');
      return;
    }
    const message = `The file has no heading, and this line has ${cells.length} columns where 31 or 32 were expected, so no line can be read.`;
    this.#tally.problem(at, '', cells.join(','), message, true);
  }

  #separated(record: TableRecord, first: string): void {
    const { cells } = record;
    const filled = cells.filter((cell) => cell !== '').length;
    const isCode = /^[0-9A-Z]{1,5}$/i.test(first);
    if (!this.#isInTable && isCode && filled >= 10) this.#withoutHeading(record);
    if (this.#isInTable && !isCode && isTitle(cells)) {
      // Two files laid together: the second has a heading of its own.
      this.#isInTable = false;
      this.#title = noTitle;
    }
    if (!this.#isInTable) this.#readTitle(cells);
    // Titles and footnotes fill a cell or two, records twenty; a code alone is a record that was cut off.
    else if (isCode || filled >= 4)
      this.#line(record, this.#layout, this.#layout !== undefined && cells.length < this.#layout.width);
  }

  #readTitle(cells: readonly string[]): void {
    this.#title = readTitle(this.#title, cells.join(' '));
    const { released } = this.#title;
    if (released !== '' && this.#released.size < mostReleased) this.#released.add(released);
  }

  #line(record: TableRecord, layout: PprrvuLayout | undefined, isShort: boolean): void {
    const { at, cells } = record;
    const code = withZeros(cells[layout?.columns.code ?? 0] ?? '', 5).toUpperCase();
    const fault = faultOf(record, isShort, code);
    if (fault) return leaveLine(this.#tally, at, fault);
    if (!layout) return this.#tally.leave('unreadable');
    if (!this.#wants(code)) return this.#tally.leave('code-not-asked');
    const read = readRvuLine(record, layout, code, this.#title, this.#tally);
    if (!read) return this.#tally.leave('unreadable');
    // Factor and edition belong to the key: two files in one, for QP and nonQP or of two quarters, must not lose either.
    const key = `${code} ${read.modifier} ${read.factor} ${read.release || (read.year ?? '')}`;
    if (this.#keys.isRepeated(key, JSON.stringify({ ...read, at: 0 }), at)) return;
    this.#factors.add(read, this.#title);
    tellTotals(this.#tally, read);
    tellUnended(this.#tally, record);
    this.#tally.read += 1;
    this.#sink.tableRow?.(read);
  }

  end(): void {
    this.#keys.end();
    this.#factors.end();
    if (this.#released.size > 0) this.#tally.note(`Released ${listOf([...this.#released])}.`);
  }
}

/** Why nothing can be made of a record; undefined where its cells are worth reading. */
function faultOf({ cells, isOpen }: TableRecord, isShort: boolean, code: string): LineFault | undefined {
  if (isOpen) return lineFault('', cells.join(','), 'A quote opened here is never closed.');
  if (isShort) return lineFault('', cells.join(',').trim(), 'The line is cut off.');
  if (/^[0-9A-Z]{5}$/.test(code)) return undefined;
  return lineFault(pprrvuHeadings.code, code, 'This is not a code of five characters.');
}

/** CMS's totals are the sums on every line of every release looked at. */
function tellTotals(tally: FileTally, read: RvuLine): void {
  const base = read.workRvu + read.malpracticeRvu;
  const sums = [
    ['nonFacilityTotal', read.nonFacilityTotal, base + read.nonFacilityPeRvu],
    ['facilityTotal', read.facilityTotal, base + read.facilityPeRvu],
  ] as const;
  for (const [column, total, sum] of sums) {
    if (total === null || total === sum) continue;
    const message = 'This is not the sum of work, practice expense and malpractice of the line.';
    tally.problem(read.at, pprrvuHeadings[column], (total / 100).toFixed(2), message, false);
  }
}
