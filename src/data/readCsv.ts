import Papa from 'papaparse';
import type { Problem } from '../domain/problem.ts';
import { guessDelimiter } from './csvDelimiter.ts';
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
  const problems: Problem[] = [];
  const plain = normalize(text);
  function add(line: number, column: string, found: string, message: string, leftOut: boolean): void {
    problems.push({ file, line, column, found: excerpt(found), message, leftOut });
  }
  function refused(line: number, found: string, message: string): CsvFile {
    add(line, '', found, message, true);
    return { delimiter: ',', header: [], headerLine: 0, rows: [], problems, rowsPresent: 0 };
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
  const sample = Array.from({ length: Math.min(20, lineCount - headerIndex) }, (_, i) =>
    lineText(headerIndex + i),
  );
  const delimiter = guessDelimiter(sample);

  const rows: CsvRow[] = [];
  let rowsPresent = 0;
  let header: string[] | undefined;

  function takeHeader(cells: readonly string[], line: number): void {
    header = cells.map((name) => name.replace(/\s+/g, ' ').trim());
    while (header.at(-1) === '') header.pop();
    const repeated = header.filter((name, i) => name !== '' && header?.indexOf(name) !== i);
    for (const name of new Set(repeated)) {
      add(line, name, name, 'Several columns have this heading; the first of them is used.', false);
    }
  }

  function takeRow(
    cells: readonly string[],
    line: number,
    badQuote: boolean,
    names: readonly string[],
  ): void {
    rowsPresent += 1;
    const used = usedCells(cells);
    const raw = lineText(line - 1);
    if (badQuote) {
      add(
        line,
        '',
        raw,
        'A quoted cell holds a quote that is not doubled; write "" for a quote inside quotes.',
        true,
      );
    } else if (holdsNul && raw.includes('\0')) {
      add(line, '', raw.replaceAll('\0', '␀'), 'The line holds a NUL character; it may be damaged.', true);
    } else if (used > names.length) {
      const message = `The line has ${used} cells, the header ${names.length}. Quote cells that hold the separator.`;
      add(line, '', raw, message, true);
    } else if (cells.length < names.length) {
      add(line, '', raw, `The line has ${cells.length} of the header's ${names.length} cells.`, true);
    } else if (names.every((name, i) => (cells[i] ?? '').replace(/\s+/g, ' ').trim() === name)) {
      add(line, '', raw, 'The line repeats the header.', true);
    } else {
      rows.push({ line, cells: cells.length === names.length ? cells : cells.slice(0, names.length) });
    }
  }

  let next = headerIndex;
  let windowLines = longestQuotedCell;
  while (next < lineCount) {
    const end = Math.min(lineCount, next + windowLines);
    const first = next;
    let openedAt = -1;
    forEachRecord(plain, starts, first, end, delimiter, (record) => {
      const width = header?.length ?? record.cells.length;
      const spans = record.endIndex - record.index > 1;
      const suspicious =
        spans && (record.invalid || record.cells.length < width || usedCells(record.cells) > width);
      if (record.open || suspicious) {
        openedAt = record.index;
        return false;
      }
      if (usedCells(record.cells) === 0) return true;
      if (header) takeRow(record.cells, record.index + 1, record.invalid, header);
      else takeHeader(record.cells, record.index + 1);
      return true;
    });
    if (openedAt === -1) {
      next = end;
      windowLines = Math.min(largestWindow, windowLines * 2);
    } else if (openedAt > first && openedAt + longestQuotedCell > end && end < lineCount) {
      // The window may have cut a cell that is closed below its end: look again from that record.
      next = openedAt;
      windowLines = longestQuotedCell;
    } else {
      const message = 'A quote opened here is never closed. Close it or remove it.';
      if (!header) return refused(openedAt + 1, lineText(openedAt), message);
      rowsPresent += 1;
      add(openedAt + 1, '', lineText(openedAt), message, true);
      next = openedAt + 1;
      windowLines = longestQuotedCell;
    }
    onProgress?.(next / lineCount);
  }
  return { delimiter, header: header ?? [], headerLine: headerIndex + 1, rows, problems, rowsPresent };
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

/** Without byte order mark; every line break as `\n`, so lines count as an editor counts them. */
function normalize(text: string): string {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const body = text.slice(start);
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

/** The offset each line starts at, and one past the last line's (missing) line break. */
function lineStarts(text: string): Uint32Array {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  const starts = new Uint32Array(count + 1);
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts[line++] = at + 1;
  starts[count] = text.length + 1;
  return starts;
}

/** Cells up to the last that is not blank. */
function usedCells(cells: readonly string[]): number {
  let used = cells.length;
  while (used > 0 && (cells[used - 1] ?? '').trim() === '') used -= 1;
  return used;
}
