import type { Problem } from '../domain/problem.ts';
import { guessDelimiter } from './csvDelimiter.ts';
import { csvFault, notClosed } from './csvFault.ts';
import { headingsOf, normalize } from './csvLines.ts';
import { type CsvRecord, forEachRecord } from './csvRecord.ts';
import { CsvText } from './csvText.ts';
import { excerpt } from './excerpt.ts';
import { forEachFilledRecord } from './filledRecords.ts';
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

/** What the top of a CSV says of it. */
export interface CsvHead extends Pick<CsvFile, 'delimiter' | 'header' | 'headerLine'> {
  /** The line the rows begin at, from 0. */
  readonly firstRowIndex: number;
  /** What is wrong with the header; `read` tells it again. */
  readonly headerProblems: readonly Problem[];
  /** Lines with text above the header: titles. */
  readonly linesAbove: number;
}

/** A CSV whose header is known and whose rows are still to be read. */
export interface OpenCsv extends CsvHead {
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
 * closed (in 128 lines); only that one line is left out, and reading goes on with the next.
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
export interface HeaderWords {
  readonly isHeader: (cells: readonly string[]) => boolean;
  readonly mostLinesAbove: number;
}

/**
 * As `readCsv`, up to the header: the first line that is not blank or, where `words` are given, the first of the lines
 * at the top that is a header by them, if any is.
 */
export function openCsv(text: string, file: string, words?: HeaderWords): OpenCsv {
  const plain = normalize(text);
  const reason = notCsv(plain);
  if (reason !== undefined) return refused(file, 0, plain.trim().split('\n', 1)[0] ?? '', reason);
  const csv = new CsvText(plain);
  const place = headerPlace(csv, words);
  if (!place) return refused(file, 0, '', 'The file holds no text but separators.');
  const { index, delimiter, linesAbove } = place;
  const first = firstRecord(csv, place);
  if (!first || first.open) return refused(file, index + 1, csv.line(index), notClosed);
  const header = headingsOf(first.cells);
  const headerProblems = repeatedHeadings(header, file, index + 1);
  return {
    delimiter,
    header,
    headerLine: index + 1,
    firstRowIndex: first.endIndex,
    headerProblems,
    linesAbove,
    read(take, onProgress) {
      const problems = [...headerProblems];
      let rowsPresent = 0;
      let isHeader = true;
      function takeRecord(record: CsvRecord): boolean {
        if (isHeader) {
          isHeader = false;
          return true;
        }
        rowsPresent += 1;
        const fault = csvFault(record, header, () => csv.line(record.index), csv.holdsNul);
        if (!fault) return take(rowOf(record, header.length));
        problems.push(leftOut(file, record.index + 1, fault.found, fault.message));
        return true;
      }
      forEachFilledRecord(csv, index, delimiter, header.length, takeRecord, onProgress);
      return { problems, rowsPresent };
    },
  };
}

/** A file that could not be read at all. */
function refused(file: string, line: number, found: string, message: string): OpenCsv {
  const problems = [leftOut(file, line, found, message)];
  return {
    delimiter: ',',
    header: [],
    headerLine: 0,
    firstRowIndex: 0,
    headerProblems: problems,
    linesAbove: 0,
    read: () => ({ problems, rowsPresent: 0 }),
  };
}

function leftOut(file: string, line: number, found: string, message: string): Problem {
  return { file, line, column: '', found: excerpt(found), message, leftOut: true };
}

/** Where the header stands, as a line from 0, and what separates its cells. */
interface HeaderPlace extends Pick<CsvHead, 'delimiter' | 'linesAbove'> {
  readonly index: number;
}

/** undefined in a file of blank lines. */
function headerPlace(csv: CsvText, words: HeaderWords | undefined): HeaderPlace | undefined {
  let index = 0;
  while (index < csv.lineCount && csv.isBlank(index)) index += 1;
  if (index === csv.lineCount) return undefined;
  const byWords = words && headerByWords(csv, index, words);
  return byWords ?? { index, delimiter: delimiterAt(csv, index), linesAbove: 0 };
}

/** @param top the first line that is not blank. */
function headerByWords(
  csv: CsvText,
  top: number,
  { isHeader, mostLinesAbove }: HeaderWords,
): HeaderPlace | undefined {
  let linesAbove = 0;
  for (let index = top; index < Math.min(csv.lineCount, top + mostLinesAbove); index++) {
    if (csv.isBlank(index)) continue;
    const delimiter = delimiterAt(csv, index);
    let isFound = false;
    forEachRecord(csv.text, csv.starts, index, index + 1, delimiter, ({ cells, open }) => {
      isFound = !open && isHeader(cells);
      return false;
    });
    if (isFound) return { index, delimiter, linesAbove };
    linesAbove += 1;
  }
  return undefined;
}

/** By a header and the nineteen lines below it. */
function delimiterAt(csv: CsvText, index: number): string {
  const lines = Array.from({ length: Math.min(20, csv.lineCount - index) }, (_, i) => csv.line(index + i));
  return guessDelimiter(lines);
}

function firstRecord(csv: CsvText, { index, delimiter }: HeaderPlace): CsvRecord | undefined {
  let first: CsvRecord | undefined;
  forEachFilledRecord(csv, index, delimiter, undefined, (record) => {
    first = record;
    return false;
  });
  return first;
}

function repeatedHeadings(header: readonly string[], file: string, line: number): readonly Problem[] {
  const repeated = header.filter((name, i) => name !== '' && header.indexOf(name) !== i);
  const message = 'Several columns have this heading; the first of them is used.';
  return [...new Set(repeated)].map((name) => ({
    file,
    line,
    column: name,
    found: excerpt(name),
    message,
    leftOut: false,
  }));
}

/** A record without the empty cells it has beyond the header. */
function rowOf({ cells, index }: CsvRecord, width: number): CsvRow {
  return { line: index + 1, cells: cells.length === width ? cells : cells.slice(0, width) };
}
