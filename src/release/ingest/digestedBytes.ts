import { createHash } from 'node:crypto';

/** Bytes that pass by on their way to a reader, counted and hashed. */
export class DigestedBytes {
  readonly #hash = createHash('sha256');
  #sha256 = '';
  /** How many have passed. */
  count = 0;

  /** @param onPiece told after each piece how many have passed. */
  async *of(
    pieces: AsyncIterable<Uint8Array>,
    onPiece: (count: number) => void = () => {},
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const left = pieces[Symbol.asyncIterator]();
    const next = async () => {
      const { value, done } = await left.next();
      if (done === true) return undefined;
      this.#hash.update(value);
      this.count += value.length;
      onPiece(this.count);
      return value;
    };
    try {
      for (let piece = await next(); piece !== undefined; piece = await next()) yield piece;
    } finally {
      // A reader may have had enough before the end; the hash is of all of it.
      while ((await next()) !== undefined);
      this.#sha256 = this.#hash.digest('hex');
    }
  }

  /** Of all of them; '' until the last has passed. */
  get sha256(): string {
    return this.#sha256;
  }
}
