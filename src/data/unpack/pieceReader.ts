/** Bytes that come in pieces, with a look ahead. */
export class PieceReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  /** Read ahead and not yet taken. */
  #ahead: Uint8Array = new Uint8Array();
  #isOver = false;
  /** What went wrong behind all that has been read ahead. */
  #fault: { readonly error: unknown } | null = null;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /**
   * All that has been read ahead: at least `count` bytes, unless the end comes before, or a fault, which is thrown once
   * what stands before it has been taken. Nothing is taken.
   */
  async peek(count: number): Promise<Uint8Array> {
    if (this.#ahead.length >= count || this.#isOver) return this.#ahead;
    const pieces = this.#ahead.length === 0 ? [] : [this.#ahead];
    let length = this.#ahead.length;
    while (length < count && !this.#isOver && this.#fault === null) {
      const piece = await this.#pull();
      if (piece !== null) {
        pieces.push(piece);
        length += piece.length;
      }
    }
    if (length === 0 && this.#fault !== null) throw this.#fault.error;
    this.#ahead = joined(pieces, length);
    return this.#ahead;
  }

  /** Takes what has been read ahead, or the next piece; null at the end. */
  async next(): Promise<Uint8Array | null> {
    if ((await this.peek(1)).length === 0) return null;
    const bytes = this.#ahead;
    this.#ahead = new Uint8Array();
    return bytes;
  }

  /** Takes bytes that have been peeked at. */
  take(count: number): Uint8Array {
    const bytes = this.#ahead.subarray(0, count);
    this.#ahead = this.#ahead.subarray(count);
    return bytes;
  }

  /** The rest, piece by piece. */
  async *rest(): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const piece = await this.next();
      if (piece === null) return;
      yield piece;
    }
  }

  /** Tells where the bytes come from that no more are wanted. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#ahead = new Uint8Array();
    await this.#pieces.return?.();
  }

  async #pull(): Promise<Uint8Array | null> {
    try {
      const { value, done } = await this.#pieces.next();
      if (done !== true) return value;
      this.#isOver = true;
    } catch (error) {
      this.#fault = { error };
    }
    return null;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return first;
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
