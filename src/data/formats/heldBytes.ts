/** Of something that a cut went through, what came before the cut. */
export class HeldBytes {
  #bytes = new Uint8Array(256);
  #length = 0;
  readonly #most: number;

  /** @param most bytes it may come to. */
  constructor(most: number) {
    this.#most = most;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  get length(): number {
    return this.#length;
  }

  /** @returns whether there was room. */
  add(bytes: Uint8Array, from: number, to: number): boolean {
    const length = this.#length + to - from;
    if (length > this.#most) return false;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(from, to), this.#length);
    this.#length = length;
    return true;
  }

  /** The bytes stay readable until more are held. */
  clear(): void {
    this.#length = 0;
  }
}
