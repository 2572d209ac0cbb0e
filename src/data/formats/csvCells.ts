import { decodeWindows1252 } from '../decodeWindows1252.ts';
import type { CsvFault, CsvRecord } from './csvRecords.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A CSV record whose cells are places in its bytes: text is made of a cell when it is asked for. One serves a file. */
export class CsvCells implements CsvRecord {
  #bytes: Uint8Array = new Uint8Array();
  #from = 0;
  #to = 0;
  #starts = new Uint32Array(64);
  #ends = new Uint32Array(64);
  /** Whether a quoted cell holds doubled quotes or line breaks that are to be written otherwise. */
  #rewrites = new Uint8Array(64);
  /** Of this record; undefined until it matters. */
  #isUtf8: boolean | undefined;
  length = 0;
  line = 1;
  fault: CsvFault = '';
  isCut = false;
  /** Whether any record so far was read as Windows-1252. */
  isWindows1252 = false;

  /** Begins a record without cells. */
  clear(bytes: Uint8Array, from: number, to: number): void {
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
    this.#isUtf8 = undefined;
    this.length = 0;
  }

  add(start: number, end: number, rewrites: boolean): void {
    const index = this.length;
    if (index === this.#starts.length) this.#grow();
    this.#starts[index] = start;
    this.#ends[index] = end;
    this.#rewrites[index] = rewrites ? 1 : 0;
    this.length = index + 1;
  }

  /** Says where the record ends: its text is made of no more. */
  close(to: number): void {
    this.#to = to;
  }

  /** Cells up to the last that is not blank. */
  used(): number {
    let used = this.length;
    while (used > 0 && this.isBlank(used - 1)) used -= 1;
    return used;
  }

  isBlank(index: number): boolean {
    if (index >= this.length || index < 0) return true;
    const end = this.#ends[index] as number;
    for (let at = this.#starts[index] as number; at < end; at++) {
      const byte = this.#bytes[at] as number;
      if (byte >= 0x80) return this.text(index).trim() === '';
      if (byte > 0x20 || (byte < 0x20 && (byte < 0x09 || byte > 0x0d))) return false;
    }
    return true;
  }

  text(index: number): string {
    if (index >= this.length || index < 0) return '';
    const start = this.#starts[index] as number;
    const text = this.#decoded(start, this.#ends[index] as number);
    return this.#rewrites[index] === 1 ? text.replaceAll('""', '"').replace(/\r\n?/g, '\n') : text;
  }

  excerpt(most = 400): string {
    const text = this.#decoded(this.#from, Math.min(this.#to, this.#from + most));
    return text.split(/[\r\n]/, 1)[0] ?? '';
  }

  holdsNul(): boolean {
    return this.#bytes.subarray(this.#from, this.#to).includes(0);
  }

  #decoded(start: number, end: number): string {
    const bytes = this.#bytes;
    let text = '';
    // Most cells are a few plain characters, quicker made here than by a decoder.
    const short = Math.min(end, start + 32);
    for (let at = start; at < short; at++) {
      const byte = bytes[at] as number;
      if (byte >= 0x80) return this.#decodedSlowly(start, end);
      text += String.fromCharCode(byte);
    }
    return short === end ? text : this.#decodedSlowly(start, end);
  }

  /** A record is UTF-8 where all of it is valid as such, else Windows-1252: files are pasted together of both. */
  #decodedSlowly(start: number, end: number): string {
    if (this.#isUtf8 === undefined) {
      try {
        strictUtf8.decode(this.#bytes.subarray(this.#from, this.#to));
        this.#isUtf8 = true;
      } catch {
        this.#isUtf8 = false;
        this.isWindows1252 = true;
      }
    }
    const cell = this.#bytes.subarray(start, end);
    return this.#isUtf8 ? utf8.decode(cell) : decodeWindows1252(cell);
  }

  #grow(): void {
    const length = this.#starts.length * 2;
    this.#starts = grown(this.#starts, new Uint32Array(length));
    this.#ends = grown(this.#ends, new Uint32Array(length));
    this.#rewrites = grown(this.#rewrites, new Uint8Array(length));
  }
}

function grown<Column extends Uint32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
