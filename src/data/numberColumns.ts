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
 * `36.5`, `1234`, `.07`, `1.005`: up to seven digits, a point, decimals. Those past the second are rounded half away
 * from zero by the first of them. Everything else is NaN, though it may be an amount: `$1,234.50`.
 */
function plainCents(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let at = start;
  let digit = 0;
  for (; at < end; at++) {
    digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = (Math.imul(value, 10) + digit) | 0;
  }
  const whole = at - start;
  if (whole > 7 || (whole === 0 && end - start < 2)) return Number.NaN;
  if (at === end) return Math.imul(value, 100);
  if (bytes[at] !== 0x2e) return Number.NaN;
  const decimals = at + 1;
  for (at = decimals; at < end; at++) {
    digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    if (at < decimals + 2) value = (Math.imul(value, 10) + digit) | 0;
    else if (at === decimals + 2 && digit >= 5) value += 1;
  }
  const count = end - decimals;
  return count >= 2 ? value : Math.imul(value, count === 1 ? 10 : 100);
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
