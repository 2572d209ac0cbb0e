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
  /** The bytes of every distinct cell, one behind the other, and where each begins. */
  #pool = new DataView(new ArrayBuffer(4096));
  #poolEnd = 0;
  #starts = new Uint32Array(256);
  #lengths = new Uint32Array(256);
  #hashes = new Uint32Array(256);
  /** The word of each distinct cell: bytes that are no UTF-8 may spell the same word in several ways. */
  #wordOf = new Uint32Array(256);
  #keys = 0;
  /** Hash table of keys + 1, a power of two long, at most half full. */
  #slots = new Uint32Array(1024);

  /** @param cell the column's position in the header. */
  constructor(cell: number) {
    this.#cell = cell;
  }

  addBlock({ bytes, bounds, rows, width }: CsvBlock): void {
    const from = this.length;
    this.ids = grownUint32(this.ids, from + rows);
    const { ids } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const stride = width + 1;
    let at = this.#cell;
    for (let row = 0; row < rows; row++, at += stride) {
      let start = (bounds[at] as number) + 1;
      let end = bounds[at + 1] as number;
      if (start < end && bytes[start] === quote) {
        start += 1;
        end -= 1;
      }
      ids[from + row] = this.#word(view, start, end - start);
    }
    this.length = from + rows;
  }

  addText(text: string): void {
    this.ids = grownUint32(this.ids, this.length + 1);
    this.ids[this.length] = this.#wordOfText(text);
    this.length += 1;
  }

  #wordOfText(text: string): number {
    const bytes = encoder.encode(text);
    return this.#word(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
  }

  #word(view: DataView, start: number, length: number): number {
    const hash = hashOf(view, start, length);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const key = (slots[slot] as number) - 1;
      if (key === -1) return this.#add(view, start, length, hash, slot);
      if (
        this.#hashes[key] === hash &&
        this.#lengths[key] === length &&
        isSame(view, start, this.#pool, this.#starts[key] as number, length)
      ) {
        return this.#wordOf[key] as number;
      }
      slot = (slot + 1) & mask;
    }
  }

  #add(view: DataView, start: number, length: number, hash: number, slot: number): number {
    const key = this.#keys;
    this.#keys += 1;
    this.#starts = grownUint32(this.#starts, this.#keys);
    this.#lengths = grownUint32(this.#lengths, this.#keys);
    this.#hashes = grownUint32(this.#hashes, this.#keys);
    this.#wordOf = grownUint32(this.#wordOf, this.#keys);
    this.#starts[key] = this.#keep(view, start, length);
    this.#lengths[key] = length;
    this.#hashes[key] = hash;
    this.#slots[slot] = key + 1;
    if (this.#keys * 2 > this.#slots.length) this.#rehash();
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const text = textOf(bytes, start, start + length);
    // How the replacement character is spelled in UTF-8 is one of the ways, too: all of them are that word.
    const isPlain = !text.includes('\uFFFD') || isSpelled(text, bytes.subarray(start, start + length));
    const word = isPlain ? this.words.push(text) - 1 : this.#wordOfText(text);
    this.#wordOf[key] = word;
    return word;
  }

  #keep(view: DataView, start: number, length: number): number {
    const at = this.#poolEnd;
    this.#poolEnd = at + length;
    if (this.#poolEnd > this.#pool.byteLength) {
      const grown = new Uint8Array(this.#poolEnd * 2);
      grown.set(new Uint8Array(this.#pool.buffer));
      this.#pool = new DataView(grown.buffer);
    }
    new Uint8Array(this.#pool.buffer).set(new Uint8Array(view.buffer, view.byteOffset + start, length), at);
    return at;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let key = 0; key < this.#keys; key++) {
      let slot = (this.#hashes[key] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = key + 1;
    }
    this.#slots = slots;
  }
}

/** Four bytes at a time; the last four may overlap those before them. Every byte counts. */
function hashOf(view: DataView, start: number, length: number): number {
  let hash = length;
  if (length >= 4) {
    const last = start + length - 4;
    for (let at = start; at < last; at += 4) hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ view.getInt32(last, true), 0x85ebca6b);
  } else {
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ view.getUint8(start + at), 0x85ebca6b);
  }
  return (hash ^ (hash >>> 13)) >>> 0;
}

function isSame(one: DataView, oneAt: number, other: DataView, otherAt: number, length: number): boolean {
  if (length >= 4) {
    const last = length - 4;
    for (let at = 0; at < last; at += 4)
      if (one.getInt32(oneAt + at, true) !== other.getInt32(otherAt + at, true)) return false;
    return one.getInt32(oneAt + last, true) === other.getInt32(otherAt + last, true);
  }
  for (let at = 0; at < length; at++)
    if (one.getUint8(oneAt + at) !== other.getUint8(otherAt + at)) return false;
  return true;
}

function isSpelled(text: string, bytes: Uint8Array): boolean {
  const spelled = encoder.encode(text);
  return spelled.length === bytes.length && spelled.every((byte, at) => byte === bytes[at]);
}
