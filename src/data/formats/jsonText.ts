const decoder = new TextDecoder();
const unknown = -2;

/**
 * One string, number or key of a JSON text where it lies among the bytes. The scanner hands out the same object every
 * time, so it holds only until the call returns: nothing is made of what nobody asks for.
 */
export class JsonText {
  #bytes: Uint8Array = new Uint8Array();
  #start = 0;
  #end = 0;
  #isEscaped = false;
  /** What `wholeNumber` gives, where that is known already. */
  #whole = unknown;

  set(bytes: Uint8Array, start: number, end: number, isEscaped: boolean): void {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.#isEscaped = isEscaped;
    this.#whole = unknown;
  }

  /** Says what `wholeNumber` gives, where whoever found the text has read it. */
  isWhole(value: number): void {
    this.#whole = value;
  }

  /** In bytes, escapes as written. */
  get length(): number {
    return this.#end - this.#start;
  }

  byteAt(index: number): number {
    return this.#bytes[this.#start + index] ?? -1;
  }

  /** Whether it is the bytes of `other` between two places. An escaped text never is: ask `text()`. */
  is(other: Uint8Array, from: number, to: number): boolean {
    const ahead = this.#start - from;
    if (this.#isEscaped || this.#end - ahead !== to) return false;
    const bytes = this.#bytes;
    for (let at = from; at < to; at += 1) {
      if (bytes[ahead + at] !== other[at]) return false;
    }
    return true;
  }

  get isEscaped(): boolean {
    return this.#isEscaped;
  }

  /** A number as published, digit by digit; a string with its escapes resolved. What is no UTF-8 becomes U+FFFD. */
  text(): string {
    const raw = this.#raw();
    return this.#isEscaped ? unescaped(raw) : raw;
  }

  /** The whole number of up to 15 digits that the text is; −1 when it is anything else. */
  wholeNumber(): number {
    if (this.#whole !== unknown) return this.#whole;
    const length = this.#end - this.#start;
    if (this.#isEscaped) return /^\d{1,15}$/.test(this.text()) ? Number(this.text()) : -1;
    if (length === 0 || length > 15) return -1;
    let value = 0;
    for (let at = this.#start; at < this.#end; at += 1) {
      const digit = (this.#bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Of length, ends and middle: a number that tells apart most of a few words, for tables that then compare. */
  glance(): number {
    const bytes = this.#bytes;
    const start = this.#start;
    const length = this.#end - start;
    if (length === 0) return 0;
    const first = bytes[start] as number;
    const middle = bytes[start + (length >>> 1)] as number;
    const last = bytes[this.#end - 1] as number;
    const beforeLast = bytes[this.#end - (length > 1 ? 2 : 1)] as number;
    return (first << 4) ^ (middle << 6) ^ (last << 1) ^ beforeLast ^ (length << 3);
  }

  /** A number that tells apart nearly all texts, for tables that then compare. */
  hash(): number {
    let hash = 0x811c9dc5;
    for (let at = this.#start; at < this.#end; at += 1) {
      hash = Math.imul(hash ^ (this.#bytes[at] as number), 0x01000193);
    }
    return hash >>> 0;
  }

  /** A copy of its bytes, escapes as written. */
  copy(): Uint8Array {
    return this.#bytes.slice(this.#start, this.#end);
  }

  /** Short plain texts, which most are, are faster without the decoder. */
  #raw(): string {
    const bytes = this.#bytes;
    if (this.#end - this.#start > 24) return decoder.decode(bytes.subarray(this.#start, this.#end));
    let text = '';
    for (let at = this.#start; at < this.#end; at += 1) {
      const byte = bytes[at] as number;
      if (byte > 0x7f) return decoder.decode(bytes.subarray(this.#start, this.#end));
      text += String.fromCharCode(byte);
    }
    return text;
  }
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Escapes that JSON does not know stand for the character itself. */
function unescaped(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|.)/gsu, (found, hex: string | undefined) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    const plain = found.slice(1);
    return escapes[plain] ?? plain;
  });
}
