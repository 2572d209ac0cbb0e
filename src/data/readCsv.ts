import Papa from 'papaparse';
import type { Problem } from '../domain/problem.ts';
import { guessDelimiter } from './csvDelimiter.ts';
import { headingsOf, lineStarts, normalize, usedCells } from './csvLines.ts';
import { excerpt } from './excerpt.ts';
import { notCsv } from './notCsv.ts';

export interface CsvRow {
  /** The line the row starts on, as a text editor counts, from 1. */
  readonly line: number;
  /** As many cells as the header, as text, untrimmed. */
  readonly cells: readonly string[];
}

export interface CsvFile {
  readonly delimiter: string;
  /** Trimmed headings; empty when the file could not be read at all. */
  readonly header: readonly string[];
  /** The line of the header; 0 when there is none. */
  readonly headerLine: number;
  readonly rows: readonly CsvRow[];
  readonly problems: readonly Problem[];
  /** Non-blank lines (records) under the header: rows read plus rows left out. */
  readonly rowsPresent: number;
}

/** A quoted cell may span this many lines; one that goes on is taken for a quote nobody closed. */
const longestQuotedCell = 128;
/** Lines handed to PapaParse at once while all is well. Small enough that starting over after an open quote is cheap. */
const largestWindow = 8192;

/** A CSV whose header is known and whose rows are still to be read. */
export interface OpenCsv extends Pick<CsvFile, 'delimiter' | 'header' | 'headerLine'> {
  /** Lines with text above the header: titles. */
  readonly linesAbove: number;
  /**
   * Hands the usable rows to `take`, in order, until it answers false. Rows are made on the way and not kept: a
   * million of them do not fit in a tab's memory at ease.
   */
  readonly read: (
    take: (row: CsvRow) => boolean,
    onProgress?: (fraction: number) => void,
  ) => Pick<CsvFile, 'problems' | 'rowsPresent'>;
}

/**
 * Reads CSV text into rows of text and problems; it never throws. Delimiter `,` `;` tab or `|`, by the header.
 * Blank lines (also `,,,`) are skipped. A row is left out, with one problem, when it is shorter or longer than the
 * header (extra empty cells at its end are fine), repeats the header, holds a NUL, or has a quote that is never
 * closed; only that one line is left out, and reading goes on with the next.
 *
 * The only place that knows PapaParse. It is used without its header mode (renames repeated headings silently),
 * type guessing (turns 00100 into 100) and row numbers (wrong after a blank line or a line break in a cell).
 */
export function readCsv(text: string, file: string, onProgress?: (fraction: number) => void): CsvFile {
  const { delimiter, header, headerLine, read } = openCsv(text, file);
  const rows: CsvRow[] = [];
  const rest = read((row) => {
    rows.push(row);
    return true;
  }, onProgress);
  return { delimiter, header, headerLine, rows, ...rest };
}

/** How a header is told from titles above it. */
interface HeaderWords {
  readonly isHeader: (cells: readonly string[]) => boolean;
  readonly mostLinesAbove: number;
}

/**
 * As `readCsv`, up to the header: the first line that is not blank or, where `words` are given, the first of the lines
 * at the top that is a header by them, if any is.
 */
export function openCsv(text: string, file: string, words?: HeaderWords): OpenCsv {
  const plain = normalize(text);
  const problem = (
    line: number,
    column: string,
    found: string,
    message: string,
    leftOut: boolean,
  ): Problem => ({
    file,
    line,
    column,
    found: excerpt(found),
    message,
    leftOut,
  });
  function refused(line: number, found: string, message: string): OpenCsv {
    const problems = [problem(line, '', found, message, true)];
    return {
      delimiter: ',',
      header: [],
      headerLine: 0,
      linesAbove: 0,
      read: () => ({ problems, rowsPresent: 0 }),
    };
  }

  const reason = notCsv(plain);
  if (reason !== undefined) return refused(0, plain.trim().split('\n', 1)[0] ?? '', reason);

  const starts = lineStarts(plain);
  const lineCount = starts.length - 1;
  const holdsNul = plain.includes('\0');
  function lineText(index: number): string {
    return plain.slice(starts[index], (starts[index + 1] ?? 0) - 1);
  }

  let headerIndex = 0;
  while (headerIndex < lineCount && /^[\s,;|"]*$/.test(lineText(headerIndex))) headerIndex += 1;
  if (headerIndex === lineCount) return refused(0, '', 'The file holds no text but separators.');
  let delimiter = delimiterAt(headerIndex);
  let linesAbove = 0;
  if (words) findHeader(words);

  let header: readonly string[] | undefined;
  const notClosed = 'A quote opened here is never closed. Close it or remove it.';
  let openHeader = -1;
  scan((record) => {
    if (record.open) openHeader = record.index;
    else header = headingsOf(record.cells);
    return false;
  });
  if (header === undefined) return refused(openHeader + 1, lineText(openHeader), notClosed);
  const names = header;
  const repeated = names.filter((name, i) => name !== '' && names.indexOf(name) !== i);
  const ofHeader = [...new Set(repeated)].map((name) =>
    problem(
      headerIndex + 1,
      name,
      name,
      'Several columns have this heading; the first of them is used.',
      false,
    ),
  );

  /** Why a record is no row; undefined for a row. */
  function fault(record: CsvRecord): Problem | undefined {
    const { cells, index } = record;
    const used = usedCells(cells);
    const at = (message: string, raw = lineText(index)) => problem(index + 1, '', raw, message, true);
    if (record.open) return at(notClosed);
    if (record.invalid)
      return at('A quoted cell holds a quote that is not doubled; write "" for a quote inside quotes.');
    if (holdsNul && lineText(index).includes('\0'))
      return at('The line holds a NUL character; it may be damaged.', lineText(index).replaceAll('\0', '␀'));
    if (used > names.length)
      return at(
        `The line has ${used} cells, the header ${names.length}. Quote cells that hold the separator.`,
      );
    if (cells.length < names.length)
      return at(`The line has ${cells.length} of the header's ${names.length} cells.`);
    if (names.every((name, i) => (cells[i] ?? '').replace(/\s+/g, ' ').trim() === name))
      return at('The line repeats the header.');
    return undefined;
  }

  return {
    delimiter,
    header: names,
    headerLine: headerIndex + 1,
    linesAbove,
    read(take, onProgress) {
      const problems = [...ofHeader];
      let rowsPresent = 0;
      let isHeader = true;
      scan((record) => {
        if (isHeader) {
          isHeader = false;
          return true;
        }
        rowsPresent += 1;
        const wrong = fault(record);
        if (wrong) problems.push(wrong);
        else {
          const { cells, index } = record;
          const row = cells.length === names.length ? cells : cells.slice(0, names.length);
          return take({ line: index + 1, cells: row });
        }
        return true;
      }, onProgress);
      return { problems, rowsPresent };
    },
  };

  function delimiterAt(index: number): string {
    return guessDelimiter(
      Array.from({ length: Math.min(20, lineCount - index) }, (_, i) => lineText(index + i)),
    );
  }

  function findHeader({ isHeader, mostLinesAbove }: HeaderWords): void {
    let above = 0;
    for (let index = headerIndex; index < Math.min(lineCount, headerIndex + mostLinesAbove); index++) {
      if (/^[\s,;|"]*$/.test(lineText(index))) continue;
      const separator = delimiterAt(index);
      let isFound = false;
      forEachRecord(plain, starts, index, index + 1, separator, ({ cells, open }) => {
        isFound = !open && isHeader(cells);
        return false;
      });
      if (isFound) {
        headerIndex = index;
        delimiter = separator;
        linesAbove = above;
        return;
      }
      above += 1;
    }
  }

  /**
   * Hands the records that are not blank to `take`, the header first, until it answers false. A record whose quote is
   * never closed comes as one line, and reading goes on with the next.
   */
  function scan(take: (record: CsvRecord) => boolean, onProgress?: (fraction: number) => void): void {
    let next = headerIndex;
    let windowLines = longestQuotedCell;
    let width = header?.length;
    while (next < lineCount) {
      const end = Math.min(lineCount, next + windowLines);
      const first = next;
      let opened: CsvRecord | undefined;
      let isOver = false;
      forEachRecord(plain, starts, first, end, delimiter, (record) => {
        const spans = record.endIndex - record.index > 1;
        const wide = width ?? record.cells.length;
        const suspicious =
          spans && (record.invalid || record.cells.length < wide || usedCells(record.cells) > wide);
        if (record.open || suspicious) {
          opened = record;
          return false;
        }
        if (usedCells(record.cells) === 0) return true;
        width ??= headingsOf(record.cells).length;
        isOver = !take(record);
        return !isOver;
      });
      if (isOver) return;
      const openedAt = opened?.index ?? -1;
      if (opened === undefined) {
        next = end;
        windowLines = Math.min(largestWindow, windowLines * 2);
      } else if (openedAt > first && openedAt + longestQuotedCell > end && end < lineCount) {
        // The window may have cut a cell that is closed below its end: look again from that record.
        next = openedAt;
        windowLines = longestQuotedCell;
      } else {
        if (!take({ ...opened, open: true })) return;
        next = openedAt + 1;
        windowLines = longestQuotedCell;
      }
      onProgress?.(next / lineCount);
    }
  }
}

interface CsvRecord {
  readonly cells: readonly string[];
  /** Lines from 0: the record's first, and the one after its last. */
  readonly index: number;
  readonly endIndex: number;
  /** A quote inside a quoted cell is neither doubled nor its end. */
  readonly invalid: boolean;
  /** A quote is still open where the window ends. */
  readonly open: boolean;
}

/** Hands the records of lines `first` to `end` − 1 to `take`, in order, until it answers false. */
function forEachRecord(
  text: string,
  starts: Uint32Array,
  first: number,
  end: number,
  delimiter: string,
  take: (record: CsvRecord) => boolean,
): void {
  const base = starts[first] ?? 0;
  let index = first;
  const parser: Papa.Parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    step: (result: Papa.ParseStepResult<string[]>) => {
      const cells = (result.data as unknown as readonly string[][])[0] ?? [];
      const cursor = base + result.meta.cursor;
      let endIndex = index + 1;
      while (endIndex < end && (starts[endIndex] ?? 0) < cursor) endIndex += 1;
      const open = result.errors.some((error) => error.code === 'MissingQuotes');
      const record = { cells, index, endIndex, invalid: result.errors.length > 0, open };
      index = endIndex;
      if (!take(record)) parser.abort();
    },
  });
  // The class under Papa.parse: that one would strip a byte order mark from each window and shift the cursor.
  parser.parse(text.slice(base, (starts[end] ?? 1) - 1), 0, false);
}
