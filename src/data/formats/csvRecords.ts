import { CsvCells } from './csvCells.ts';

/** Why a record is none; '' for a good one. `invalid` has its cells all the same. */
export type CsvFault = '' | 'open' | 'invalid' | 'long';

/** A record as it stands in the file; good until the next one is handed over. */
export interface CsvRecord {
  /** The line it starts on, as a text editor counts, from 1. */
  readonly line: number;
  /** Its cells; none where it is `open` or `long`. */
  readonly length: number;
  /**
   * `open`: a quote is never closed, or only far below, so this is its first line alone. `invalid`: a quote inside a
   * quoted cell is neither doubled nor its end. `long`: the line is longer than any table's.
   */
  readonly fault: CsvFault;
  /** Whether the file ends here without the end of a line: its last cell may be cut. */
  readonly isCut: boolean;
  /** A cell's text, untrimmed, line breaks as `\n`; '' past the end. Made when asked for. */
  readonly text: (index: number) => string;
  /** Whether a cell holds blanks at most. True past the end. */
  readonly isBlank: (index: number) => boolean;
  /** The first line of it as the file has it, or as much as a problem quotes. */
  readonly excerpt: () => string;
  /** Whether a byte of it is NUL: the file is damaged, or no text. */
  readonly holdsNul: () => boolean;
}

/** As in `readCsv`: a record of more lines is taken for a quote nobody closed. */
const mostLines = 128;
const longestRecord = 1 << 24;
const pieceSize = 1 << 18;

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const notYet = -1;
const tooFar = -2;

/**
 * Splits CSV bytes (`TextBytes`: UTF-8 or Windows-1252) into records as they come in, in pieces cut anywhere: RFC 4180,
 * any line break, blanks between a closing quote and the separator, quotes inside a cell that does not begin with one.
 * A quote that is not closed within 128 lines, or only by spoiling the row (`width`), costs its line and no other.
 *
 * What it finds is what `readCsv` finds, but for blanks behind a quote that are not ASCII; it holds one record at a time
 * where `readCsv` holds the file, and makes text of the cells that are asked for only. Blank records are handed over like
 * others.
 */
export class CsvRecords {
  readonly #take: (record: CsvRecord) => void;
  #delimiter: number | ((firstLine: string) => string);
  readonly #cells = new CsvCells();
  #bytes = new Uint8Array(4096);
  #start = 0;
  #end = 0;
  #line = 1;
  /** Inside a line that is too long: everything up to its end is passed over. */
  #isPassing = false;
  #scannedLines = 0;
  #isInvalid = false;

  /** The number of columns, once known: a row over several lines that has another is a quote nobody closed. */
  width: number | undefined;

  /** @param delimiter one ASCII character, or what tells it from the first line that is not blank. */
  constructor(delimiter: string | ((firstLine: string) => string), take: (record: CsvRecord) => void) {
    this.#delimiter = typeof delimiter === 'string' ? delimiter.charCodeAt(0) : delimiter;
    this.#take = take;
  }

  /** Whether some text asked for was not UTF-8 and was read as Windows-1252. */
  get isWindows1252(): boolean {
    return this.#cells.isWindows1252;
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += pieceSize) {
      const piece = bytes.subarray(at, at + pieceSize);
      this.#append(piece);
      // No record ends without the end of a line.
      if (piece.includes(lineFeed) || piece.includes(carriageReturn) || this.#isTooLong()) this.#split(false);
    }
  }

  end(): void {
    this.#split(true);
  }

  #isTooLong(): boolean {
    return this.#end - this.#start > longestRecord;
  }

  #append(piece: Uint8Array): void {
    if (this.#end + piece.length > this.#bytes.length) {
      const held = this.#end - this.#start;
      const needed = held + piece.length;
      const bytes = needed * 2 > this.#bytes.length ? new Uint8Array(needed * 2) : this.#bytes;
      bytes.set(this.#bytes.subarray(this.#start, this.#end));
      this.#bytes = bytes;
      this.#start = 0;
      this.#end = held;
    }
    this.#bytes.set(piece, this.#end);
    this.#end += piece.length;
  }

  #split(isLast: boolean): void {
    while (this.#start < this.#end) {
      if (this.#isPassing) {
        const next = this.#lineEnd(this.#start, isLast);
        if (next === notYet) {
          this.#start = this.#end;
          return;
        }
        this.#pass(next);
        continue;
      }
      const delimiter = this.#delimiterAt(isLast);
      const next = delimiter === notYet ? notYet : this.#scan(this.#start, delimiter, isLast);
      if (next >= 0 && !this.#spoilsItsRow(next)) {
        this.#cells.close(next);
        this.#cells.isCut = next === this.#end && !this.#endsLine(next - 1);
        this.#hand(this.#isInvalid ? 'invalid' : '');
        this.#start = next;
        this.#line += this.#scannedLines;
      } else if (next !== notYet || isLast) {
        this.#handLine(isLast);
      } else if (!this.#isTooLong()) {
        return;
      } else if (this.#lineEnd(this.#start, false) === notYet) {
        this.#cells.clear(this.#bytes, this.#start, this.#end);
        this.#hand('long');
        this.#isPassing = true;
      } else {
        this.#handLine(false);
      }
    }
  }

  #pass(next: number): void {
    this.#isPassing = false;
    this.#start = next;
    this.#line += 1;
  }

  /** The separator; `notYet` while the first line is still coming in. */
  #delimiterAt(isLast: boolean): number {
    if (typeof this.#delimiter === 'number') return this.#delimiter;
    const next = this.#lineEnd(this.#start, isLast);
    if (next === notYet) return notYet;
    this.#cells.clear(this.#bytes, this.#start, next);
    const line = this.#cells.excerpt(longestRecord);
    if (line.trim() === '') return 0x2c;
    this.#delimiter = this.#delimiter(line).charCodeAt(0);
    return this.#delimiter;
  }

  /** Hands over the line a record starts on, alone, as one whose quote is open; the next record starts below it. */
  #handLine(isLast: boolean): void {
    const end = this.#lineEnd(this.#start, isLast);
    const next = end === notYet ? this.#end : end;
    this.#cells.clear(this.#bytes, this.#start, next);
    this.#hand('open');
    this.#start = next;
    this.#line += 1;
  }

  #hand(fault: CsvFault): void {
    this.#cells.line = this.#line;
    this.#cells.fault = fault;
    this.#take(this.#cells);
  }

  /** Where the next line starts; `notYet` while the end of this one has not come in. */
  #lineEnd(from: number, isLast: boolean): number {
    for (let at = from; at < this.#end; at++) {
      const byte = this.#bytes[at];
      if (byte === lineFeed) return at + 1;
      if (byte !== carriageReturn) continue;
      if (at + 1 < this.#end) return this.#bytes[at + 1] === lineFeed ? at + 2 : at + 1;
      return isLast ? at + 1 : notYet;
    }
    return isLast ? this.#end : notYet;
  }

  #endsLine(at: number): boolean {
    return this.#bytes[at] === lineFeed || this.#bytes[at] === carriageReturn;
  }

  #spoilsItsRow(next: number): boolean {
    if (this.#scannedLines <= 1) return false;
    const cells = this.#cells;
    cells.close(next);
    const width = this.width ?? cells.length;
    return this.#isInvalid || cells.length < width || cells.used() > width;
  }

  /**
   * Notes the cells of the record that starts at `from`.
   *
   * @returns where the next record starts; `notYet` when this one has not wholly come in, which at the end of the file
   * is an open quote; `tooFar` when a quote is open for too many lines.
   */
  #scan(from: number, delimiter: number, isLast: boolean): number {
    const bytes = this.#bytes;
    const end = this.#end;
    const cells = this.#cells;
    cells.clear(bytes, from, from);
    this.#isInvalid = false;
    let lines = 1;
    let at = from;
    for (;;) {
      const start = at;
      if (at < end && bytes[at] === quote) {
        let isPlain = true;
        at += 1;
        for (;;) {
          let byte = 0;
          for (; at < end; at++) {
            byte = bytes[at] as number;
            if (byte === quote) break;
            if (byte === lineFeed) {
              lines += 1;
            } else if (byte === carriageReturn) {
              isPlain = false;
              if (bytes[at + 1] !== lineFeed || at + 1 === end) lines += 1;
            }
            if (lines > mostLines) return tooFar;
          }
          if (at >= end) return notYet;
          if (at + 1 === end) {
            if (!isLast) return notYet;
            cells.add(start + 1, at, !isPlain);
            this.#scannedLines = lines;
            return end;
          }
          if (bytes[at + 1] === quote) {
            isPlain = false;
            at += 2;
            continue;
          }
          let after = at + 1;
          while (after < end && isBlankByte(bytes[after] as number, delimiter)) after += 1;
          if (after === end && !isLast) return notYet;
          const follows = after === end ? -1 : (bytes[after] as number);
          if (follows === delimiter) {
            cells.add(start + 1, at, !isPlain);
            at = after + 1;
            break;
          }
          if (follows === lineFeed || follows === carriageReturn) {
            if (follows === carriageReturn && after + 1 === end && !isLast) return notYet;
            cells.add(start + 1, at, !isPlain);
            this.#scannedLines = lines;
            return follows === carriageReturn && bytes[after + 1] === lineFeed && after + 1 < end
              ? after + 2
              : after + 1;
          }
          this.#isInvalid = true;
          at += 1;
        }
        continue;
      }
      let byte = -1;
      for (; at < end; at++) {
        byte = bytes[at] as number;
        if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
      }
      if (at === end) {
        if (!isLast) return notYet;
        cells.add(start, at, false);
        this.#scannedLines = lines;
        return end;
      }
      if (byte === delimiter) {
        cells.add(start, at, false);
        at += 1;
        continue;
      }
      if (byte === carriageReturn && at + 1 === end && !isLast) return notYet;
      cells.add(start, at, false);
      this.#scannedLines = lines;
      return byte === carriageReturn && at + 1 < end && bytes[at + 1] === lineFeed ? at + 2 : at + 1;
    }
  }
}

function isBlankByte(byte: number, delimiter: number): boolean {
  return (byte === 0x20 || byte === 0x09 || byte === 0x0b || byte === 0x0c) && byte !== delimiter;
}
