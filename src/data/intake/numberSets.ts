/**
 * Lists of whole numbers, each distinct list once: the groups a payer's rate is paid to run to thousands, and the
 * same list stands beside many rates. Memory grows with the lengths of the distinct lists, 4 bytes a number.
 */
export class NumberSets {
  #numbers = new Uint32Array(1024);
  #used = 0;
  /** List n is `#numbers` from `#starts[n]` up to `#starts[n + 1]`. */
  readonly #starts: number[] = [0];
  /** Numbers of lists by hash; lists that share one stand together. */
  readonly #byHash = new Map<number, number[]>();

  get length(): number {
    return this.#starts.length - 1;
  }

  at(index: number): Uint32Array {
    return this.#numbers.subarray(this.#starts[index], this.#starts[index + 1]);
  }

  /** The list's number; order matters. */
  indexOf(list: readonly number[]): number {
    let hash = 0x811c9dc5;
    for (const number of list) hash = Math.imul(hash ^ number, 0x01000193);
    const alike = this.#byHash.get(hash) ?? [];
    const known = alike.find((index) => isSame(this.at(index), list));
    if (known !== undefined) return known;
    const index = this.length;
    while (this.#used + list.length > this.#numbers.length) {
      const grown = new Uint32Array(this.#numbers.length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers.set(list, this.#used);
    this.#used += list.length;
    this.#starts.push(this.#used);
    alike.push(index);
    this.#byHash.set(hash, alike);
    return index;
  }
}

function isSame(one: Uint32Array, other: readonly number[]): boolean {
  return one.length === other.length && other.every((number, at) => one[at] === number);
}
