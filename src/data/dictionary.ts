/** Numbers entries in the order they first appear. */
export class Dictionary<Entry> {
  readonly entries: Entry[] = [];
  readonly #indexByKey = new Map<string, number>();

  has(key: string): boolean {
    return this.#indexByKey.has(key);
  }

  indexOf(key: string, make: (index: number) => Entry): number {
    let index = this.#indexByKey.get(key);
    if (index === undefined) {
      index = this.entries.length;
      this.#indexByKey.set(key, index);
      this.entries.push(make(index));
    }
    return index;
  }
}
