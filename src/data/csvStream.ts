import type { Problem } from '../domain/problem.ts';
import { csvHeadLength } from './csvHeadLength.ts';
import { lineEnd } from './csvLines.ts';
import { CsvScanner, type CsvSink } from './csvScanner.ts';
import { type CsvHead, type HeaderWords, openCsv } from './readCsv.ts';

/** What became of a CSV's lines, as `readCsv` tells it. */
export interface CsvAccount {
  readonly problems: readonly Problem[];
  readonly rowsPresent: number;
  /** Problems that are counted only, because there are very many. */
  readonly unlisted?: number;
}

/** A record longer than this, in bytes, is none: a stream must not fill the memory waiting for its end. */
const longestPending = 64_000_000;

/**
 * Reads a CSV of ASCII or UTF-8 from pieces of its bytes, cut anywhere, and holds no more of it than a piece and a
 * record. Finds what `readCsv` finds, header included.
 */
export class CsvStream {
  readonly #file: string;
  readonly #onHead: (head: CsvHead) => CsvSink;
  readonly #words: HeaderWords | undefined;
  readonly #mostProblems: number;
  #scanner: CsvScanner | undefined;
  #refused: CsvAccount | undefined;
  #pending = new Uint8Array(0);
  #length = 0;
  /** With fewer bytes than this there is nothing to be found that was not found before. */
  #tryAt = 0;

  /** @param onHead called once, where the file has a header. @param words as for `openCsv`. @param mostProblems listed. */
  constructor(
    file: string,
    onHead: (head: CsvHead) => CsvSink,
    words?: HeaderWords,
    mostProblems = Number.POSITIVE_INFINITY,
  ) {
    this.#mostProblems = mostProblems;
    this.#file = file;
    this.#onHead = onHead;
    this.#words = words;
  }

  /** Nothing more of the file is wanted: it is no CSV, or the sink has had enough. */
  get isOver(): boolean {
    return this.#refused !== undefined || (this.#scanner?.isOver ?? false);
  }

  write(bytes: Uint8Array): void {
    if (!this.isOver) this.#read(bytes, false);
  }

  /** @param bytes the last piece, which may be the whole file: then nothing is copied. */
  end(bytes: Uint8Array = new Uint8Array(0)): CsvAccount {
    if (!this.isOver) this.#read(bytes, true);
    const { problems = [], rowsPresent = 0 } = this.#refused ?? this.#scanner ?? {};
    const unlisted = this.#scanner?.unlisted ?? 0;
    return unlisted === 0 ? { problems, rowsPresent } : { problems, rowsPresent, unlisted };
  }

  #read(piece: Uint8Array, isLast: boolean): void {
    const bytes = this.#length === 0 ? piece : this.#join(piece);
    let read = 0;
    if (isLast || bytes.length >= this.#tryAt) {
      read = this.#scanner ? 0 : this.#readHead(bytes, isLast);
      if (this.#scanner) read = this.#scanner.read(bytes, read, isLast);
      this.#tryAt = read === 0 ? bytes.length * 2 : 0;
    }
    if (!isLast && !this.isOver) this.#keep(bytes.subarray(read));
  }

  /** @returns where the rows begin; 0 where the header is not all there. */
  #readHead(bytes: Uint8Array, isLast: boolean): number {
    const length = csvHeadLength(bytes, isLast);
    if (length === -1) return 0;
    const head = openCsv(new TextDecoder().decode(bytes.subarray(0, length)), this.#file, this.#words);
    if (head.headerLine === 0) {
      this.#refused = { problems: head.headerProblems, rowsPresent: 0 };
      return 0;
    }
    this.#scanner = new CsvScanner(this.#file, head, this.#onHead(head), this.#mostProblems);
    let start = 0;
    for (let line = 0; line < head.firstRowIndex; line++) start = lineEnd(bytes, start, true);
    return start;
  }

  /** What is pending and a new piece, as one. */
  #join(piece: Uint8Array): Uint8Array {
    const length = this.#length + piece.length;
    this.#reserve(length);
    this.#pending.set(piece, this.#length);
    return this.#pending.subarray(0, length);
  }

  #keep(rest: Uint8Array): void {
    if (rest.length > longestPending) return this.#giveUp();
    if (rest.buffer === this.#pending.buffer) {
      this.#pending.copyWithin(0, rest.byteOffset, rest.byteOffset + rest.length);
    } else {
      this.#length = 0;
      this.#reserve(rest.length);
      this.#pending.set(rest);
    }
    this.#length = rest.length;
  }

  #reserve(length: number): void {
    if (length <= this.#pending.length) return;
    const grown = new Uint8Array(Math.max(65_536, length * 2));
    grown.set(this.#pending.subarray(0, this.#length));
    this.#pending = grown;
  }

  #giveUp(): void {
    const message = 'A line here is longer than 64 MB: this is no table, and nothing below it is read.';
    const line = this.#scanner?.line ?? 1;
    const problems = [...(this.#scanner?.problems ?? [])];
    problems.push({ file: this.#file, line, column: '', found: '', message, leftOut: true });
    this.#refused = { problems, rowsPresent: (this.#scanner?.rowsPresent ?? 0) + 1 };
  }
}
