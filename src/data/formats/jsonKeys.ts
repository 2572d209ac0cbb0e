import type { JsonText } from './jsonText.ts';

/** Tells which of a few known names a key is, without making a string of it. */
export class JsonKeys {
  readonly #names: readonly string[];
  /** By length in bytes: few names share one. */
  readonly #ofLength: (readonly { readonly index: number; readonly bytes: Uint8Array }[])[];

  constructor(names: readonly string[]) {
    this.#names = names;
    const encoder = new TextEncoder();
    const known = names.map((name, index) => ({ index, bytes: encoder.encode(name) }));
    const longest = Math.max(0, ...known.map(({ bytes }) => bytes.length));
    this.#ofLength = Array.from({ length: longest + 1 }, (_, length) =>
      known.filter(({ bytes }) => bytes.length === length),
    );
  }

  /** The place of the key in the list of names; −1 for any other key. */
  indexOf(key: JsonText): number {
    if (key.isEscaped) return this.#names.indexOf(key.text());
    const candidates = this.#ofLength[key.length];
    if (candidates === undefined) return -1;
    for (const { index, bytes } of candidates) {
      if (key.is(bytes, 0, bytes.length)) return index;
    }
    return -1;
  }
}
