/** Below this, keys are places in a list: most payers count on from 0, and so small a list stays near the processor. */
const endOfSmall = 1 << 22;
/** The first sizes; always powers of two, and of the table at least twice what is held. */
const firstSmall = 1024;
const firstSlots = 64;
/** 2³² over the golden ratio: spreads numbers that count on, and those that differ in their upper digits only. */
const spread = 0x9e3779b1;

/**
 * Whole numbers by whole numbers. A `Map` of a few hundred thousand takes a third of a microsecond for each look-up,
 * most of it waiting for memory: here key and value lie beside each other.
 */
export class NumberTable {
  /** Of small keys, the value and one more; 0 where there is none. */
  #small = new Uint32Array(firstSmall);
  /** Of other keys, by slot: the key, 0 while the slot is empty, and the value. */
  #cells = new Float64Array(2 * firstSlots);
  #slots = firstSlots;
  #size = 0;

  /** @param key 0 to 2⁵³ − 1 @returns −1 for a key that was never set. */
  get(key: number): number {
    if (key < this.#small.length) return (this.#small[key] as number) - 1;
    if (key < endOfSmall) return -1;
    const cells = this.#cells;
    const cell = cellOf(cells, this.#slots, key);
    return cells[cell] === 0 ? -1 : (cells[cell + 1] as number);
  }

  /** @param value 0 to 2³² − 2. */
  set(key: number, value: number): void {
    if (key < endOfSmall) {
      if (key >= this.#small.length) this.#growSmall(key);
      this.#small[key] = value + 1;
      return;
    }
    let cell = cellOf(this.#cells, this.#slots, key);
    if (this.#cells[cell] === 0) {
      if (2 * (this.#size + 1) > this.#slots) {
        this.#grow();
        cell = cellOf(this.#cells, this.#slots, key);
      }
      this.#size += 1;
      this.#cells[cell] = key;
    }
    this.#cells[cell + 1] = value;
  }

  #growSmall(key: number): void {
    let length = this.#small.length;
    while (length <= key) length *= 2;
    const larger = new Uint32Array(length);
    larger.set(this.#small);
    this.#small = larger;
  }

  #grow(): void {
    const old = this.#cells;
    this.#slots *= 2;
    this.#cells = new Float64Array(2 * this.#slots);
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue;
      const cell = cellOf(this.#cells, this.#slots, old[from] as number);
      this.#cells[cell] = old[from] as number;
      this.#cells[cell + 1] = old[from + 1] as number;
    }
  }
}

/** Where a key stands, or where it would: the next slots are tried until one is empty. */
function cellOf(cells: Float64Array, slots: number, key: number): number {
  const folded = Math.imul((key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x85ebca6b), spread);
  let slot = (folded ^ (folded >>> 15)) & (slots - 1);
  while (cells[2 * slot] !== 0 && cells[2 * slot] !== key) slot = (slot + 1) & (slots - 1);
  return 2 * slot;
}
