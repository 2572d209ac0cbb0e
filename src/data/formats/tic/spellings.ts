import type { JsonText } from '../jsonText.ts';
import { NumberPool } from './numberPool.ts';
import { NumberTable } from './numberTable.ts';

/** Bytes of texts that are held; what comes later is not known by heart. */
const mostBytes = 1 << 28;

/**
 * Numbers for texts as they are written, byte by byte, so that one met again need not become a string. May say that it
 * does not know a text that it was told: when it is full, and of two texts with one hash the second.
 */
export class Spellings {
  readonly #ofHash = new NumberTable();
  /** Of each text that is held, where it ends in `#bytes`, and its number. */
  readonly #ends = new NumberPool('uint32');
  readonly #values = new NumberPool('uint32');
  #bytes = new Uint8Array(1024);

  /** @returns −1 for a text that is not known. */
  get(text: JsonText): number {
    const place = this.#ofHash.get(keyOf(text));
    if (place < 0) return -1;
    const isSame = text.is(this.#bytes, this.#endOf(place - 1), this.#endOf(place));
    return isSame ? this.#values.get(place) : -1;
  }

  /** @param value 0 to 2³² − 1. */
  set(text: JsonText, value: number): void {
    const key = keyOf(text);
    const start = this.#endOf(this.#ends.length - 1);
    const end = start + text.length;
    if (end > mostBytes || text.isEscaped || this.#ofHash.get(key) >= 0) return;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, start));
      this.#bytes = larger;
    }
    this.#bytes.set(text.copy(), start);
    this.#ofHash.set(key, this.#ends.length);
    this.#ends.push(end);
    this.#values.push(value);
  }

  #endOf(place: number): number {
    return place < 0 ? 0 : this.#ends.get(place);
  }
}

/** Its hash, as a number that the table does not take for one of a list. */
function keyOf(text: JsonText): number {
  return text.hash() + 2 ** 32;
}
