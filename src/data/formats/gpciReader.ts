import { gpciCheckRows, gpciDoubts } from '../../domain/gpciCheck.ts';
import {
  beginsWithContractor,
  type CmsTableForm,
  type CmsTableReader,
  cmsReader,
  isBlankRecord,
  tellUnended,
} from './cmsReader.ts';
import type { GpciLine } from './cmsTables.ts';
import type { FileTally } from './fileTally.ts';
import type { FormatSink } from './formatReader.ts';
import { GpciFootnoteLines } from './gpciFootnoteLines.ts';
import { GpciHeading } from './gpciHeading.ts';
import { type LineFault, leaveLine, lineFault } from './lineFault.ts';
import { fixedGpciCells, readGpciLine } from './readGpciLine.ts';
import { RepeatedKeys } from './repeatedKeys.ts';
import type { TableRecord } from './tableRecords.ts';

/** Many times the localities there are: more lines are read, but not kept for the check of the table as a whole. */
const mostChecked = 2000;
/** Footnotes fill a cell or two, lines of the table seven or more. */
const fewestCells = 5;

/**
 * The table of geographic practice cost indices: `GpciLine`s. At its end says whether it is the one CMS published.
 * The file states its year, in the title and in the headings; it states no release.
 */
export const gpciTable: CmsTableForm = {
  id: 'gpci',
  separatorOf: (line) => (/^\s*\d{4,5}\s+[A-Z]{2}\s/.test(line) ? '' : firstSeparator(line)),
  open: (tally, sink) => new GpciTable(tally, sink),
};

export const gpciReader = cmsReader(gpciTable);

/** Goes from the lines above the table to those in it, and to the footnotes between and under them. */
class GpciTable implements CmsTableReader {
  readonly #tally: FileTally;
  readonly #sink: FormatSink;
  readonly #heading: GpciHeading;
  readonly #footnotes = new GpciFootnoteLines();
  readonly #keys: RepeatedKeys;
  readonly #checked: GpciLine[] = [];
  /** Marks that stand behind names. */
  readonly #marks = new Set<string>();
  #isInTable = false;

  constructor(tally: FileTally, sink: FormatSink) {
    this.#tally = tally;
    this.#sink = sink;
    this.#heading = new GpciHeading(tally);
    this.#keys = new RepeatedKeys(tally);
  }

  take(record: TableRecord): void {
    if (isBlankRecord(record)) return;
    if (beginsWithContractor(record)) {
      if (!this.#isInTable) this.#heading.end(record);
      this.#isInTable = true;
      this.#line(record);
    } else if (!this.#isInTable) this.#heading.add(record);
    else if (record.cells.filter((cell) => cell !== '').length < fewestCells)
      this.#footnotes.add(record.cells.join(' '));
    else {
      const [first = ''] = record.cells;
      leaveLine(this.#tally, record.at, lineFault('', first, 'This is not a contractor number.'));
    }
  }

  #line(record: TableRecord): void {
    const { at, isFixedWidth, isOpen } = record;
    const cells = isFixedWidth ? fixedGpciCells(record.cells[0] ?? '') : record.cells;
    const whole = cells.join(isFixedWidth ? ' ' : ',');
    const fail = (fault: LineFault) => leaveLine(this.#tally, at, fault);
    if (isOpen) return fail(lineFault('', whole, 'A quote opened here is never closed.'));
    const columns = this.#heading.columnsOf(cells, isFixedWidth);
    if (!columns) return fail(lineFault('', whole, 'The line is cut off or has no columns that are known.'));
    const read = readGpciLine(cells, columns, at, this.#heading.year);
    if (read.kind === 'fault') return fail(read);
    if (this.#keys.isRepeated(keyOf(read), JSON.stringify({ ...read, at: 0 }), at)) return;
    this.#tellFloor(read, columns.isFloorByValue);
    if (read.mark !== '') this.#marks.add(read.mark);
    tellUnended(this.#tally, record);
    if (this.#checked.length < mostChecked) this.#checked.push(read);
    this.#tally.read += 1;
    this.#sink.tableRow?.(read);
  }

  #tellFloor({ at, workGpci, workGpciWithoutFloor }: GpciLine, isFloorByValue: boolean): void {
    if (workGpciWithoutFloor !== null && workGpciWithoutFloor > workGpci) {
      const message = 'The work index without the floor is above the one with it.';
      this.#tally.problem(at, 'work GPCI', printed(workGpci), message, false);
    }
    if (isFloorByValue)
      this.#tally.note(
        'Two work indices stand under one heading; the higher was taken for the one with the floor.',
      );
  }

  end(): void {
    this.#keys.end();
    const isDoubtful = this.#tellDoubts();
    this.#tellMarks();
    if (this.#checked.length === 0) return;
    this.#tally.isDoubtful = isDoubtful;
    this.#tally.note(verdict(this.#heading.year, isDoubtful));
  }

  /** @returns whether there are any. */
  #tellDoubts(): boolean {
    if (this.#checked.length === 0) return false;
    const doubts = gpciDoubts(this.#checked, this.#heading.year, this.#footnotes.years());
    for (const { key, found, message } of doubts) {
      const at = this.#checked.find((line) => keyOf(line) === key)?.at ?? 0;
      this.#tally.problem(at, '', found, message, false);
    }
    return doubts.length > 0;
  }

  #tellMarks(): void {
    for (const mark of this.#marks) {
      if (this.#footnotes.explains(mark)) continue;
      this.#tally.problem(0, '', mark, 'Names carry this mark, but no footnote explains it.', false);
    }
  }
}

/** Whether the table is the one CMS published, as far as can be told. */
function verdict(year: number | null, isDoubtful: boolean): string {
  if (year === null) return 'The file does not say of which year its indices are.';
  if (isDoubtful)
    return `This is not the ${year} cost index table as CMS published it: see the problems listed.`;
  if (gpciCheckRows.has(year))
    return `Number of lines, check rows and floors are those of CMS’s ${year} table.`;
  return `There are no check rows for ${year}: whether the table is genuine cannot be told.`;
}

function firstSeparator(line: string): string | undefined {
  return /^\s*"?\d{4,5}"?\s*([,;\t|])/.exec(line)?.[1];
}

function keyOf({ mac, locality }: GpciLine): string {
  return `${mac}-${locality}`;
}

function printed(thousandths: number): string {
  return (thousandths / 1000).toFixed(3);
}
