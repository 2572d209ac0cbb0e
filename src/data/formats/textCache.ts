import type { JsonText } from './jsonText.ts';

const slots = 256;
const longest = 64;

/**
 * What is made of texts that come again and again (a billing class, a modifier, a rate's type), without making it, or
 * the text, anew. The last text of each slot is known, so that a file of ever new texts costs no memory.
 */
export class TextCache<Made> {
  readonly #known: ({ readonly bytes: Uint8Array; readonly made: Made } | undefined)[] = [];
  readonly #make: (text: string) => Made;

  /** @param make gives the same for the same text. */
  constructor(make: (text: string) => Made) {
    this.#make = make;
  }

  get(found: JsonText): Made {
    if (found.length > longest || found.isEscaped) return this.#make(found.text());
    const slot = found.glance() & (slots - 1);
    const known = this.#known[slot];
    if (known !== undefined && found.is(known.bytes, 0, known.bytes.length)) return known.made;
    const made = this.#make(found.text());
    this.#known[slot] = { bytes: found.copy(), made };
    return made;
  }
}
