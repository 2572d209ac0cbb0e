const bits = 16;
const pieceLength = 1 << bits;
const mask = pieceLength - 1;

type Numbers = Uint32Array | Float64Array;

/**
 * A long list of numbers that grows in pieces, so that growing copies nothing, and can be cut back. For the providers
 * of a payer's file, of which there may be a hundred million.
 */
export class NumberPool {
  readonly #pieces: Numbers[] = [];
  readonly #make: (length: number) => Numbers;
  #length = 0;

  /** @param kind `uint32` for whole numbers below 2³², four bytes each; `float64` for all others. */
  constructor(kind: 'uint32' | 'float64') {
    this.#make =
      kind === 'uint32' ? (length) => new Uint32Array(length) : (length) => new Float64Array(length);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const at = this.#length;
    const piece = this.#pieces[at >>> bits];
    if (piece === undefined || (at & mask) >= piece.length) this.#grow(at >>> bits);
    (this.#pieces[at >>> bits] as Numbers)[at & mask] = value;
    this.#length = at + 1;
  }

  /** The first piece begins small: most files have few providers. */
  #grow(place: number): void {
    const old = this.#pieces[place];
    const larger = this.#make(
      place === 0 ? Math.min(pieceLength, Math.max(64, 4 * (old?.length ?? 0))) : pieceLength,
    );
    if (old !== undefined) larger.set(old);
    this.#pieces[place] = larger;
  }

  /** @param at below `length`. */
  get(at: number): number {
    return (this.#pieces[at >>> bits] as Numbers)[at & mask] as number;
  }

  set(at: number, value: number): void {
    (this.#pieces[at >>> bits] as Numbers)[at & mask] = value;
  }

  cutTo(length: number): void {
    this.#length = length;
  }
}
