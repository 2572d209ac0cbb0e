import { parseDollars } from '../domain/money.ts';
import { type CsvBlock, quote, textOf } from './csvBlock.ts';
import { grownFloat64 } from './grown.ts';

/** Reads the number in some bytes; NaN where they are not plainly one. */
type ReadBytes = (bytes: Uint8Array, start: number, end: number) => number;
/** Reads the number in a text; NaN where it is none. */
type ReadText = (text: string) => number;

/** A column of numbers. NaN is a cell that holds none: what it holds instead is for the reader of the row to say. */
export class NumberColumn {
  length = 0;
  values = new Float64Array(1024);
  readonly #cell: number;
  readonly #readBytes: ReadBytes;
  readonly #readText: ReadText;

  constructor(cell: number, readBytes: ReadBytes, readText: ReadText) {
    this.#cell = cell;
    this.#readBytes = readBytes;
    this.#readText = readText;
  }

  addBlock({ bytes, bounds, rows, width }: CsvBlock): void {
    const from = this.length;
    this.values = grownFloat64(this.values, from + rows);
    const { values } = this;
    const stride = width + 1;
    let at = this.#cell;
    for (let row = 0; row < rows; row++, at += stride) {
      let start = (bounds[at] as number) + 1;
      let end = bounds[at + 1] as number;
      if (bytes[start] === quote && start < end) {
        start += 1;
        end -= 1;
      }
      let value = this.#readBytes(bytes, start, end);
      if (Number.isNaN(value)) value = this.#readText(textOf(bytes, start, end));
      values[from + row] = value;
    }
    this.length = from + rows;
  }

  addText(text: string): void {
    this.values = grownFloat64(this.values, this.length + 1);
    this.values[this.length] = this.#readText(text);
    this.length += 1;
  }
}

/** Dollars as whole cents, by the rules of `parseDollars`. */
export function centsColumn(cell: number): NumberColumn {
  return new NumberColumn(cell, plainCents, (text) => parseDollars(text) ?? Number.NaN);
}

/** Whole numbers of 0 or more, of up to 15 digits. */
export function wholeColumn(cell: number): NumberColumn {
  return new NumberColumn(cell, plainWhole, (text) => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN));
}

/**
 * `36.5`, `1234`, `.07`, `1.005`: digits with a point or without. Decimals past the second are rounded half away from
 * zero by the first of them. Everything else is NaN, though it may be an amount: `$1,234.50`.
 */
function plainCents(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let at = start;
  let digit = 0;
  for (; at < end; at++) {
    digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  const whole = at - start;
  if (whole > 9) return Number.NaN;
  if (at === end) return whole === 0 ? Number.NaN : value * 100;
  if (bytes[at] !== 0x2e) return Number.NaN;
  const point = at;
  let roundsUp = false;
  for (at += 1; at < end; at++) {
    digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    const decimal = at - point;
    if (decimal <= 2) value = value * 10 + digit;
    else if (decimal === 3) roundsUp = digit >= 5;
  }
  const decimals = end - point - 1;
  if (whole === 0 && decimals === 0) return Number.NaN;
  if (decimals === 0) value *= 100;
  else if (decimals === 1) value *= 10;
  return roundsUp ? value + 1 : value;
}

function plainWhole(bytes: Uint8Array, start: number, end: number): number {
  if (start === end || end - start > 15) return Number.NaN;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
