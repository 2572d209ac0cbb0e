/** Chance that can be had again: the same seed gives the same numbers on every machine (mulberry32, public domain). */
export class Chance {
  #state: number;

  constructor(seed: string | Uint8Array) {
    this.#state = hashOf(seed);
  }

  /** A whole number from 0 and below `limit`; 0 where there is nothing to choose from. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  }
}

/** FNV-1a. */
function hashOf(seed: string | Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) {
    const unit = typeof seed === 'string' ? seed.charCodeAt(at) : (seed[at] ?? 0);
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash;
}
