/** A reader with the word it gives, to be tried on made-up input. */
export interface FuzzTarget {
  readonly name: string;
  /** Input it was written for, small: mutants are made of these. */
  readonly seeds: () => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** Words that mean something in its files, besides those that trouble every reader. */
  readonly words: readonly string[];
  /**
   * Reads the input and holds what comes out against what the reader promises. It must follow from the input alone:
   * chance, such as where a stream is cut, is drawn from the input's own bytes.
   *
   * @throws whatever the reader throws, or a `BrokenPromise`.
   */
  readonly check: (input: Uint8Array) => void | Promise<void>;
}

/** A reader did not keep its word; the message says which. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

export function promise(isKept: boolean, what: string): void {
  if (!isKept) throw new BrokenPromise(what);
}
