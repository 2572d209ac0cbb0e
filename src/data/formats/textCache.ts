import type { JsonText } from './jsonText.ts';

/** Texts that come again and again (a billing class, a modifier, a rate's type) as one string each, not made anew. */
export class TextCache {
  readonly #known = new Map<number, { readonly bytes: Uint8Array; readonly text: string }>();
  readonly #most: number;

  /** @param most texts kept; past that all are forgotten, so that a file of ever new texts costs no memory. */
  constructor(most = 4096) {
    this.#most = most;
  }

  get(found: JsonText): string {
    if (found.length > 64 || found.isEscaped) return found.text();
    const hash = found.hash();
    const known = this.#known.get(hash);
    if (known !== undefined && found.is(known.bytes)) return known.text;
    const text = found.text();
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(hash, { bytes: found.copy(), text });
    return text;
  }
}
