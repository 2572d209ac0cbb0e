const decoder = new TextDecoder();

/**
 * One string, number or key of a JSON text where it lies among the bytes. The scanner hands out the same object every
 * time, so it holds only until the call returns: nothing is made of what nobody asks for.
 */
export class JsonText {
  #bytes: Uint8Array = new Uint8Array();
  #start = 0;
  #end = 0;
  #isEscaped = false;

  set(bytes: Uint8Array, start: number, end: number, isEscaped: boolean): void {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.#isEscaped = isEscaped;
  }

  /** In bytes, escapes as written. */
  get length(): number {
    return this.#end - this.#start;
  }

  byteAt(index: number): number {
    return this.#bytes[this.#start + index] ?? -1;
  }

  /** Whether it is these bytes. An escaped text never is: ask `text()`. */
  is(other: Uint8Array): boolean {
    const start = this.#start;
    if (this.#isEscaped || this.#end - start !== other.length) return false;
    const bytes = this.#bytes;
    for (let at = 0; at < other.length; at += 1) {
      if (bytes[start + at] !== other[at]) return false;
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
  return raw.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/gsu,
    (_, hex: string | undefined, plain: string | undefined) =>
      hex === undefined
        ? (escapes[plain ?? ''] ?? plain ?? '')
        : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
