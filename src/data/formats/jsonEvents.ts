import type { JsonText } from './jsonText.ts';

/** What a JSON text is made of, in its order. Texts hold only until the call returns. */
export interface JsonEvents {
  /**
   * A key; `index` is its place in the names the scanner was given, −1 for any other.
   *
   * @returns whether to look into its value; what is passed over costs a tenth and is reported nowhere.
   */
  readonly key: (index: number, key: JsonText) => boolean;
  /** @returns whether to look into it. Its end is reported either way. */
  readonly openObject: () => boolean;
  readonly closeObject: () => void;
  /** @returns whether to look into it. Its end is reported either way. */
  readonly openArray: () => boolean;
  readonly closeArray: () => void;
  readonly string: (text: JsonText) => void;
  /** As published: an amount goes from these digits to cents. Also `NaN` and `Infinity`, which Python writes. */
  readonly number: (text: JsonText) => void;
  readonly literal: (value: boolean | null) => void;
}

/** Where a JSON text stops being one. */
export interface JsonFault {
  /** Bytes before it. */
  readonly offset: number;
  /** As a text editor counts, from 1. */
  readonly line: number;
  /** A sentence without the place. */
  readonly message: string;
}
