/** How much an archive may unpack to. Everything is streamed, so the bounds are about time, not memory. */
export interface UnpackBounds {
  /** Bytes of all contained files together. */
  readonly unpackedBytes: number;
  /**
   * Unpacked to packed bytes of one contained file, once it has come to `freeBytes`. Payer files reach 100, tables of
   * repeated rows 300; what is made to do harm comes near 1,032, the most that deflate can do.
   */
  readonly ratio: number;
  readonly freeBytes: number;
  readonly files: number;
}

export const defaultBounds: UnpackBounds = {
  unpackedBytes: 2 ** 40,
  ratio: 500,
  freeBytes: 2 ** 26,
  files: 10_000,
};

/** Why unpacking stopped: a sentence for the user. What came before it stands. */
export class UnpackFault extends Error {
  override readonly name = 'UnpackFault';
}

/** Counts what an archive unpacks to and stops it at the bounds. */
export class UnpackMeter {
  readonly #bounds: UnpackBounds;
  #files = 0;
  #unpacked = 0;
  #packedHere = 0;
  #unpackedHere = 0;

  constructor(bounds: UnpackBounds) {
    this.#bounds = bounds;
  }

  /** @throws UnpackFault */
  startFile(): void {
    this.#files += 1;
    this.#packedHere = 0;
    this.#unpackedHere = 0;
    if (this.#files > this.#bounds.files) {
      throw new UnpackFault(`The archive holds more than ${words(this.#bounds.files)} files.`);
    }
  }

  packed(bytes: number): void {
    this.#packedHere += bytes;
  }

  /** @throws UnpackFault */
  unpacked(bytes: number): void {
    this.#unpacked += bytes;
    this.#unpackedHere += bytes;
    const { unpackedBytes, ratio, freeBytes } = this.#bounds;
    if (this.#unpacked > unpackedBytes) {
      throw new UnpackFault(`It unpacks to more than ${words(unpackedBytes)} bytes.`);
    }
    if (this.#unpackedHere > freeBytes && this.#unpackedHere > ratio * this.#packedHere) {
      throw new UnpackFault(
        `It unpacks to more than ${words(ratio)} times its size, which no table of rates does.`,
      );
    }
  }
}

const words = (count: number) => count.toLocaleString('en');
