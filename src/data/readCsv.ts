import type { Problem } from '../domain/problem.ts';
import { guessDelimiter } from './csvDelimiter.ts';
import { csvFault, isSwallowing, notClosed } from './csvFault.ts';
import { headingsOf, lineStarts, normalize, usedCells } from './csvLines.ts';
import { type CsvRecord, forEachRecord, longestRecord } from './csvRecord.ts';
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

/** Lines handed to PapaParse at once while all is well. Small enough that starting over after an open quote is cheap. */
const largestWindow = 8192;

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
      firstRowIndex: 0,
      headerProblems: problems,
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
  let openHeader = -1;
  let firstRowIndex = 0;
  scan((record) => {
    if (record.open) openHeader = record.index;
    else header = headingsOf(record.cells);
    firstRowIndex = record.endIndex;
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

  function faultOf(record: CsvRecord): Problem | undefined {
    const fault = csvFault(record, names, () => lineText(record.index), holdsNul);
    return fault && problem(record.index + 1, '', fault.found, fault.message, true);
  }

  return {
    delimiter,
    header: names,
    headerLine: headerIndex + 1,
    firstRowIndex,
    headerProblems: ofHeader,
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
        const wrong = faultOf(record);
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
   *
   * A record over several lines is what PapaParse makes of its first line and the 127 below it, whatever stands above:
   * so it does not depend on where a window happens to end, and `CsvScanner` finds the same.
   */
  function scan(take: (record: CsvRecord) => boolean, onProgress?: (fraction: number) => void): void {
    let next = headerIndex;
    let windowLines = longestRecord;
    let width = header?.length;
    while (next < lineCount) {
      const first = next;
      const end = Math.min(lineCount, first + windowLines);
      let isOver = false;
      let odd: CsvRecord | undefined;
      forEachRecord(plain, starts, first, end, delimiter, (record) => {
        const { cells, index } = record;
        const isOdd = record.open || record.endIndex - index > 1;
        if (isOdd && (index > first || windowLines > longestRecord)) {
          odd = record;
          return false;
        }
        if (isOdd && (record.open || isSwallowing(record, width ?? cells.length))) {
          odd = { ...record, open: true };
          isOver = !take(odd);
          return false;
        }
        if (usedCells(cells) === 0) return true;
        width ??= headingsOf(cells).length;
        isOver = !take(record);
        return !isOver;
      });
      if (isOver) return;
      if (odd === undefined) {
        next = end;
        windowLines = Math.min(largestWindow, windowLines * 2);
      } else {
        next = odd.index === first && windowLines === longestRecord ? first + 1 : odd.index;
        windowLines = longestRecord;
      }
      onProgress?.(next / lineCount);
    }
  }
}
