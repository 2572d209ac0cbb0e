import { type CsvRecord, CsvRecords } from './csvRecords.ts';
import { TextBytes } from './textBytes.ts';
import { TextLines } from './textLines.ts';

/** One record of a table in text form. */
export interface TableRecord {
  /** Trimmed, quotes taken off; of a fixed-width line the whole line, as its one cell. */
  readonly cells: readonly string[];
  /** The line it starts on, from 1. */
  readonly at: number;
  readonly isFixedWidth: boolean;
  /** A quote opened in it is never closed. */
  readonly isOpen: boolean;
  /** Whether a line end follows; false only for the last record of a file that may have been cut off there. */
  readonly isEnded: boolean;
}

/** By then a table has begun. */
const longestHead = 65_536;
/** More cells than any CMS table has. */
const mostCells = 256;

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Makes records of the bytes of a table. Whether its cells are separated, by what, or of fixed width is told by the
 * first line that `separatorOf` knows: `''` is fixed width, undefined is a line (a title) that does not tell.
 */
export class TableRecords {
  readonly #take: (record: TableRecord) => void;
  readonly #separatorOf: (line: string) => string | undefined;
  readonly #bytes = new TextBytes((piece) => this.#text(piece));
  /** The first bytes, until a line of them tells the form. */
  #head = new Uint8Array();
  #separator: string | undefined;
  readonly #headLines = new TextLines((line) => {
    this.#separator ??= this.#separatorOf(line);
  });
  #records: Pick<TextLines, 'write' | 'end'> | undefined;
  #lastByte = lineFeed;
  /** The last record so far: only where another follows it is known to be ended. */
  #last: TableRecord | undefined;

  constructor(separatorOf: (line: string) => string | undefined, take: (record: TableRecord) => void) {
    this.#separatorOf = separatorOf;
    this.#take = take;
  }

  write(bytes: Uint8Array): void {
    this.#bytes.write(bytes);
  }

  end(): void {
    this.#bytes.end();
    this.#headLines.end();
    this.#begin().end();
    const isEnded = this.#lastByte === lineFeed || this.#lastByte === carriageReturn;
    if (this.#last) this.#take({ ...this.#last, isEnded });
    this.#last = undefined;
  }

  #text(piece: Uint8Array): void {
    this.#lastByte = piece.at(-1) ?? this.#lastByte;
    if (this.#records) {
      this.#records.write(piece);
      return;
    }
    const asked = this.#head.length;
    const head = new Uint8Array(asked + piece.length);
    head.set(this.#head);
    head.set(piece, asked);
    this.#head = head;
    // As many bytes are asked whatever the pieces, or the answer could depend on them.
    this.#headLines.write(head.subarray(asked, Math.max(asked, longestHead)));
    if (this.#separator !== undefined || head.length >= longestHead) this.#begin();
  }

  /** What makes the records, which have then begun. */
  #begin(): Pick<TextLines, 'write' | 'end'> {
    if (this.#records) return this.#records;
    const separator = this.#separator ?? ',';
    const records =
      separator === ''
        ? new TextLines((line, at, isEnded) =>
            this.#take({ cells: [line], at, isFixedWidth: true, isOpen: false, isEnded }),
          )
        : new CsvRecords(separator, (record) => this.#follow(this.#record(record, separator)));
    this.#records = records;
    records.write(this.#head);
    this.#head = new Uint8Array();
    return records;
  }

  #record(record: CsvRecord, separator: string): TableRecord {
    const isOpen = record.fault === 'open' || record.fault === 'long';
    const cells = isOpen
      ? record.excerpt().split(separator)
      : Array.from({ length: Math.min(mostCells, record.length) }, (_, i) => record.text(i));
    return {
      cells: cells.map((cell) => cell.trim()),
      at: record.line,
      isFixedWidth: false,
      isOpen,
      isEnded: true,
    };
  }

  #follow(record: TableRecord): void {
    if (this.#last) this.#take(this.#last);
    this.#last = record;
  }
}
