/** Longer lines are handed over cut to this many bytes: no table has them, and memory must not follow a file's whim. */
const longestLine = 65_536;

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Takes the lines of a text as it comes in, in pieces cut anywhere; lines end in CR LF, LF or CR.
 *
 * @param text without its line end. Bytes that are not UTF-8 are read as Windows-1252, line by line: one stray byte
 * in a description must not change the rest. With a byte order mark, UTF-16.
 * @param at from 1.
 * @param isEnded false for a last line without a line end, which may have been cut off.
 */
export type TakeLine = (text: string, at: number, isEnded: boolean) => void;

/** Cuts bytes into lines of text. Memory is bounded by the longest line. */
export class TextLines {
  readonly #take: TakeLine;
  /** The line that is not ended yet, with its true length, of which at most `longestLine` are kept. */
  readonly #line = new Uint8Array(longestLine);
  #length = 0;
  #at = 1;
  #lastWasReturn = false;
  /** Bytes held back until a byte order mark can be told; null once it is. */
  #mark: number[] | null = [];
  #utf16: TextDecoder | undefined;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  readonly #windows = new TextDecoder('windows-1252');

  constructor(take: TakeLine) {
    this.#take = take;
  }

  write(bytes: Uint8Array): void {
    let start = 0;
    while (this.#mark !== null && start < bytes.length) {
      this.#mark.push(bytes[start] ?? 0);
      start += 1;
      if (this.#mark.length === 3) this.#startText();
    }
    if (start < bytes.length) this.#text(start === 0 ? bytes : bytes.subarray(start));
  }

  end(): void {
    this.#startText();
    if (this.#utf16) this.#lines(new TextEncoder().encode(this.#utf16.decode()));
    if (this.#length > 0) this.#give(this.#line.subarray(0, this.#length), false);
    this.#length = 0;
  }

  #startText(): void {
    if (this.#mark === null) return;
    const [first, second, third] = this.#mark;
    const held = Uint8Array.from(this.#mark);
    this.#mark = null;
    if (first === 0xef && second === 0xbb && third === 0xbf) return;
    if (first === 0xff && second === 0xfe) this.#utf16 = new TextDecoder('utf-16le');
    else if (first === 0xfe && second === 0xff) this.#utf16 = new TextDecoder('utf-16be');
    this.#text(held);
  }

  #text(bytes: Uint8Array): void {
    // By way of UTF-8, so that lines are found one way only. The decoder takes the byte order mark off.
    this.#lines(this.#utf16 ? new TextEncoder().encode(this.#utf16.decode(bytes, { stream: true })) : bytes);
  }

  #lines(bytes: Uint8Array): void {
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

  #keep(bytes: Uint8Array): void {
    const part = bytes.subarray(0, longestLine - this.#length);
    this.#line.set(part, this.#length);
    this.#length += part.length;
  }

  #give(bytes: Uint8Array, isEnded: boolean): void {
    const at = this.#at;
    this.#at += 1;
    this.#take(this.#decoded(bytes), at, isEnded);
  }

  #decoded(bytes: Uint8Array): string {
    try {
      return this.#utf8.decode(bytes);
    } catch {
      return this.#windows.decode(bytes);
    }
  }
}
