import { decodeWindows1252 } from '../decodeWindows1252.ts';

/** Longer lines are handed over cut to this many bytes: no table has them, and memory must not follow a file's whim. */
const longestLine = 65_536;

const lineFeed = 10;
const carriageReturn = 13;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Takes the lines of a text as it comes in, in pieces cut anywhere; lines end in CR LF, LF or CR.
 *
 * @param text without its line end. Bytes that are not UTF-8 are read as Windows-1252, line by line: one stray byte
 * in a description must not change the rest.
 * @param at from 1.
 * @param isEnded false for a last line without a line end, which may have been cut off.
 */
export type TakeLine = (text: string, at: number, isEnded: boolean) => void;

/** Cuts bytes (`TextBytes`) into lines of text. Memory is bounded by the longest line. */
export class TextLines {
  readonly #take: TakeLine;
  /** What of the line that is not ended yet is kept. */
  readonly #line = new Uint8Array(longestLine);
  #length = 0;
  #at = 1;
  #lastWasReturn = false;

  constructor(take: TakeLine) {
    this.#take = take;
  }

  write(bytes: Uint8Array): void {
    let start = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte !== lineFeed && byte !== carriageReturn) {
        this.#lastWasReturn = false;
        continue;
      }
      if (byte === lineFeed && this.#lastWasReturn) {
        this.#lastWasReturn = false;
        start = i + 1;
        continue;
      }
      this.#lastWasReturn = byte === carriageReturn;
      if (this.#length === 0) this.#give(bytes.subarray(start, Math.min(i, start + longestLine)), true);
      else {
        this.#keep(bytes.subarray(start, i));
        this.#give(this.#line.subarray(0, this.#length), true);
        this.#length = 0;
      }
      start = i + 1;
    }
    this.#keep(bytes.subarray(start));
  }

  end(): void {
    if (this.#length > 0) this.#give(this.#line.subarray(0, this.#length), false);
    this.#length = 0;
  }

  #keep(bytes: Uint8Array): void {
    const part = bytes.subarray(0, longestLine - this.#length);
    this.#line.set(part, this.#length);
    this.#length += part.length;
  }

  #give(bytes: Uint8Array, isEnded: boolean): void {
    const at = this.#at;
    this.#at += 1;
    this.#take(decoded(bytes), at, isEnded);
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
