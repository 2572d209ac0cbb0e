import type { Problem } from '../domain/problem.ts';
import type { CsvBlock } from './csvBlock.ts';
import { csvFault, isSwallowing } from './csvFault.ts';
import { lineEnd, lineStarts, usedCells } from './csvLines.ts';
import { type CsvRecord, forEachRecord, longestRecord } from './csvRecord.ts';
import { excerpt } from './excerpt.ts';
import type { CsvHead, CsvRow } from './readCsv.ts';
import { type CsvScan, scanCsvRows } from './scanCsvRows.ts';

/** What the rows of a CSV are handed to, in the order of the file. Either may answer false: then nothing more is read. */
export interface CsvSink {
  /** Rows that take a line each. The block is used again: take what is needed at once. */
  readonly block: (block: CsvBlock) => boolean;
  /** A row that PapaParse had to read: with a line break or a doubled quote in a cell, say. */
  readonly row: (row: CsvRow) => boolean;
}

/** Places a block holds: small enough for a processor's cache together with the bytes it is about. */
const boundsOfBlock = 8_192;

/** Bytes looked through before their rows are: as many as are still at hand then. */
const bytesMarkedAtOnce = 16_384;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The rows of a CSV, from the bytes under its header, which may come in pieces cut anywhere: the same rows and problems
 * as `readCsv` finds (`test/data/csvStream.test.ts`), many times as quick where lines are plain. Lines that are not go
 * to PapaParse one by one, so a file of odd lines is read at its speed.
 */
export class CsvScanner {
  readonly problems: Problem[];
  /** Problems past the most that are listed. */
  unlisted = 0;
  rowsPresent = 0;
  isOver = false;
  readonly #file: string;
  readonly #header: readonly string[];
  readonly #delimiter: string;
  readonly #sink: CsvSink;
  readonly #mostProblems: number;
  readonly #scan: CsvScan;

  /** @param line the line the rows begin at, from 1. */
  constructor(
    file: string,
    { delimiter, header, firstRowIndex, headerProblems }: CsvHead,
    sink: CsvSink,
    mostProblems: number,
  ) {
    this.#file = file;
    this.problems = [...headerProblems];
    this.#header = header;
    this.#delimiter = delimiter;
    this.#sink = sink;
    this.#mostProblems = mostProblems;
    const separator = delimiter.charCodeAt(0);
    const width = header.length;
    const capacity = Math.max(16, Math.floor(boundsOfBlock / (width + 1)));
    this.#scan = {
      at: 0,
      line: firstRowIndex + 1,
      rows: 0,
      capacity,
      width,
      bounds: new Int32Array(capacity * (width + 1)),
      lines: new Uint32Array(capacity),
      delimiter: separator,
      headings: new TextEncoder().encode(header.join('')).filter((byte) => byte > 0x22 && byte !== separator),
      marks: new Int32Array(bytesMarkedAtOnce),
      mark: 0,
      markEnd: 0,
      markedTo: 0,
    };
  }

  /** The line that is to be read next, from 1. */
  get line(): number {
    return this.#scan.line;
  }

  /**
   * Reads what is plainly there of the bytes from `start` on.
   *
   * @param isLast whether the file ends with them.
   * @returns where to go on: the start of the first line that needs more bytes.
   */
  read(bytes: Uint8Array, start: number, isLast: boolean): number {
    const scan = this.#scan;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    Object.assign(scan, { at: start, mark: 0, markEnd: 0, markedTo: start });
    while (!this.isOver) {
      const why = scanCsvRows(bytes, view, scan, isLast);
      this.#flush(bytes);
      if (why === 'end') break;
      if (why === 'odd' && !this.isOver && !this.#readOdd(bytes, isLast)) break;
    }
    return scan.at;
  }

  #flush(bytes: Uint8Array): void {
    const { rows, width, bounds, lines } = this.#scan;
    if (rows === 0) return;
    this.rowsPresent += rows;
    this.#scan.rows = 0;
    if (!this.#sink.block({ bytes, rows, width, bounds, lines })) this.isOver = true;
  }

  /** One record by PapaParse; false where it needs more bytes. */
  #readOdd(bytes: Uint8Array, isLast: boolean): boolean {
    const scan = this.#scan;
    const first = lineEnd(bytes, scan.at, isLast);
    if (first === -1) return false;
    const line = decoder.decode(bytes.subarray(scan.at, first)).replace(/\r?\n$|\r$/, '');
    let record = this.#recordOf(line);
    let end = first;
    if (record.open) {
      // It may close further down.
      const ends = [first];
      while (ends.length < longestRecord) {
        const next = lineEnd(bytes, end, isLast);
        if (next === -1) return false;
        if (next === end) break;
        ends.push(next);
        end = next;
      }
      const lines = decoder.decode(bytes.subarray(scan.at, end)).replace(/\r\n?/g, '\n');
      const isWhole = ends.length < longestRecord;
      record = this.#recordOf(isWhole ? lines : lines.replace(/\n$/, ''));
      if (record.open || isSwallowing(record, this.#header.length))
        record = { ...record, open: true, endIndex: 1 };
      end = ends[record.endIndex - 1] ?? end;
    }
    this.#take(record, scan.line, line);
    scan.at = end;
    scan.line += record.endIndex;
    return true;
  }

  /** The first record of a text. */
  #recordOf(text: string): CsvRecord {
    const starts = lineStarts(text);
    let found: CsvRecord | undefined;
    forEachRecord(text, starts, 0, starts.length - 1, this.#delimiter, (record) => {
      found = record;
      return false;
    });
    // An empty text has no record: a blank line.
    return found ?? { cells: [], index: 0, endIndex: 1, invalid: false, open: false };
  }

  #take(record: CsvRecord, line: number, firstLine: string): void {
    const { cells, open } = record;
    if (!open && usedCells(cells) === 0) return;
    this.rowsPresent += 1;
    const fault = csvFault(record, this.#header, () => firstLine, true);
    if (fault) {
      const { found, message } = fault;
      if (this.problems.length >= this.#mostProblems) this.unlisted += 1;
      else
        this.problems.push({
          file: this.#file,
          line,
          column: '',
          found: excerpt(found),
          message,
          leftOut: true,
        });
    } else if (!this.#sink.row({ line, cells: cells.slice(0, this.#header.length) })) this.isOver = true;
  }
}
