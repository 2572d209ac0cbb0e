import { type CsvBlock, quote, textOf } from './csvBlock.ts';
import { grownUint32 } from './grown.ts';

const encoder = new TextEncoder();

/**
 * A column of text, each distinct text kept once: `ids` number them in the order they first appear. A million cells
 * become a million small numbers, without a string made for each.
 */
export class WordColumn {
  readonly words: string[] = [];
  length = 0;
  ids = new Uint32Array(1024);
  readonly #cell: number;
  /** The bytes of every distinct cell, one behind the other, and where each ends. */
  #pool = new Uint8Array(4096);
  #ends = new Uint32Array(256);
  #keys = 0;
  /** The word of each distinct cell: bytes that are no UTF-8 may spell the same word in several ways. */
  #wordOf = new Uint32Array(256);
  /** Hash table of keys + 1, a power of two long, at most half full. */
  #slots = new Uint32Array(1024);

  /** @param cell the column's position in the header. */
  constructor(cell: number) {
    this.#cell = cell;
  }

  addBlock({ bytes, bounds, rows, width }: CsvBlock): void {
    const from = this.length;
    this.ids = grownUint32(this.ids, from + rows);
    const stride = width + 1;
    let at = this.#cell;
    let last = -1;
    let lastStart = 0;
    let lastLength = -1;
    for (let row = 0; row < rows; row++, at += stride) {
      let start = (bounds[at] as number) + 1;
      let end = bounds[at + 1] as number;
      if (bytes[start] === quote && start < end) {
        start += 1;
        end -= 1;
      }
      // Files come sorted more often than not: the cell above is the likeliest.
      if (last === -1 || end - start !== lastLength || !isSame(bytes, start, bytes, lastStart, lastLength)) {
        last = this.#word(bytes, start, end);
        lastLength = end - start;
      }
      lastStart = start;
      this.ids[from + row] = last;
    }
    this.length = from + rows;
  }

  addText(text: string): void {
    const bytes = encoder.encode(text);
    this.ids = grownUint32(this.ids, this.length + 1);
    this.ids[this.length] = this.#word(bytes, 0, bytes.length);
    this.length += 1;
  }

  #word(bytes: Uint8Array, start: number, end: number): number {
    // First the key: a new one may make the table of words a new one, too.
    const key = this.#keyOf(bytes, start, end);
    return this.#wordOf[key] as number;
  }

  #keyOf(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const key = (this.#slots[slot] as number) - 1;
      if (key === -1) return this.#add(bytes, start, end, slot);
      const keyStart = key === 0 ? 0 : (this.#ends[key - 1] as number);
      if (
        (this.#ends[key] as number) - keyStart === length &&
        isSame(bytes, start, this.#pool, keyStart, length)
      ) {
        return key;
      }
      slot = (slot + 1) & mask;
    }
  }

  #add(bytes: Uint8Array, start: number, end: number, slot: number): number {
    const key = this.#keys;
    const poolStart = key === 0 ? 0 : (this.#ends[key - 1] as number);
    const poolEnd = poolStart + end - start;
    if (poolEnd > this.#pool.length) {
      const grown = new Uint8Array(poolEnd * 2);
      grown.set(this.#pool);
      this.#pool = grown;
    }
    this.#pool.set(bytes.subarray(start, end), poolStart);
    this.#ends = grownUint32(this.#ends, key + 1);
    this.#wordOf = grownUint32(this.#wordOf, key + 1);
    this.#ends[key] = poolEnd;
    this.#slots[slot] = key + 1;
    this.#keys += 1;
    if (this.#keys * 2 > this.#slots.length) this.#rehash();
    const word = this.#wordFor(textOf(bytes, start, end), key);
    this.#wordOf[key] = word;
    return key;
  }

  #wordFor(text: string, key: number): number {
    if (!text.includes('\uFFFD')) return this.words.push(text) - 1;
    const plain = encoder.encode(text);
    const plainKey = this.#keyOf(plain, 0, plain.length);
    if (plainKey === key) return this.words.push(text) - 1;
    return this.#wordOf[plainKey] as number;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let key = 0; key < this.#keys; key++) {
      const start = key === 0 ? 0 : (this.#ends[key - 1] as number);
      const end = this.#ends[key] as number;
      let hash = end - start;
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ (this.#pool[at] as number), 0x01000193);
      hash ^= hash >>> 15;
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = key + 1;
    }
    this.#slots = slots;
  }
}

function isSame(one: Uint8Array, oneAt: number, other: Uint8Array, otherAt: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (one[oneAt + at] !== other[otherAt + at]) return false;
  return true;
}
