import { utf16Bytes, utf16Of } from '../decodeText.ts';

/**
 * The bytes of a text as they come in, fit for reading byte by byte: a byte order mark is dropped, UTF-16 becomes
 * UTF-8, marked or not. Everything else stays, so that what is not UTF-8 can be read as Windows-1252.
 */
export class TextBytes {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #encoder = new TextEncoder();
  #decoder: TextDecoder | undefined;
  /** The first bytes, until they tell the encoding. */
  #first: Uint8Array | undefined = new Uint8Array();
  /** `UTF-16` where the file is; '' until known otherwise. */
  encoding = '';

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write;
  }

  write(bytes: Uint8Array): void {
    if (this.#first) {
      const first = new Uint8Array(this.#first.length + bytes.length);
      first.set(this.#first);
      first.set(bytes, this.#first.length);
      this.#first = first;
      if (first.length >= utf16Bytes) this.#begin(first);
      return;
    }
    this.#pass(bytes);
  }

  end(): void {
    if (this.#first) this.#begin(this.#first);
    if (this.#decoder) this.#write(this.#encoder.encode(this.#decoder.decode()));
  }

  #begin(first: Uint8Array): void {
    this.#first = undefined;
    const [one, two, three] = first;
    const utf16 = utf16Of(first);
    if (utf16 !== undefined) {
      this.#decoder = new TextDecoder(utf16);
      this.encoding = 'UTF-16';
    }
    this.#pass(one === 0xef && two === 0xbb && three === 0xbf ? first.subarray(3) : first);
  }

  #pass(bytes: Uint8Array): void {
    this.#write(this.#decoder ? this.#encoder.encode(this.#decoder.decode(bytes, { stream: true })) : bytes);
  }
}
