import { parseDollars } from '../domain/money.ts';
import { findPlace, type PlaceCode } from '../domain/place.ts';
import type { Problem } from '../domain/problem.ts';
import { excerpt } from './excerpt.ts';

/**
 * The cells of one line, read by column name into domain values.
 *
 * A cell that cannot be read is reported once and marks the line as failed; the stand-in value handed back (0, '')
 * never leaves the reader, because `readTable` drops failed lines. That keeps a row reader one plain object literal.
 */
export class RowFields<Column extends string> {
  readonly line: number;
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #cells: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;

  constructor(file: string, line: number, cells: readonly string[], positions: ReadonlyMap<string, number>) {
    this.#file = file;
    this.line = line;
    this.#cells = cells;
    this.#positions = positions;
  }

  /** The cell's text as it stands; blank is a value here. */
  text(column: Column): string {
    return this.#cells[this.#positions.get(column) ?? -1] ?? '';
  }

  /** The cell's text, which must not be blank. */
  required(column: Column): string {
    const text = this.text(column);
    if (text === '') this.fail(column, 'The cell is blank; a value is needed here.');
    return text;
  }

  /** A whole number of 0 or more. */
  whole(column: Column): number {
    const text = this.text(column);
    if (/^\d{1,15}$/.test(text)) return Number(text);
    this.fail(column, 'This is not a whole number such as 12.');
    return 0;
  }

  /** A four-digit year, taken from the start of a date as known: `2021`, `2021-08`, `2021-08-20`. */
  yearOf(column: Column): number {
    const text = this.text(column);
    if (/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(text)) return Number(text.slice(0, 4));
    this.fail(column, 'This is not a year, a year and month or a date such as 2021-08-20.');
    return 0;
  }

  /** Dollars as text, in whole cents. */
  dollars(column: Column): number {
    const amount = parseDollars(this.text(column));
    if (amount !== undefined && amount >= 0) return amount;
    this.fail(column, 'This is not a dollar amount such as 36.50.');
    return 0;
  }

  /**
   * A decimal number as a whole count of its last digit: with 3 digits, `1.064` is 1064. Read from the text, because
   * multiplying the binary number would be off by one in places. More digits than that are refused, never rounded.
   */
  fixed(column: Column, digits: number): number {
    const text = this.text(column);
    const match = /^(\d{1,9})(?:\.(\d*))?$/.exec(text);
    const fraction = match?.[2] ?? '';
    if (match && fraction.length <= digits) return Number(`${match[1]}${fraction.padEnd(digits, '0')}`);
    this.fail(column, `This is not a number with at most ${digits} decimals.`);
    return 0;
  }

  /** One of the words the column may hold. */
  oneOf<Word extends string>(column: Column, words: readonly Word[]): Word {
    const text = this.text(column);
    const word = words.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    this.fail(column, `This is not one of ${words.map((candidate) => candidate || '(blank)').join(', ')}.`);
    return words[0] as Word;
  }

  /** The position of the cell's text in a dictionary, such as the index of a provider's id. */
  indexIn(column: Column, dictionary: ReadonlyMap<string, number>, what: string): number {
    const index = dictionary.get(this.text(column));
    if (index !== undefined) return index;
    this.fail(column, `No ${what} of the release has this id.`);
    return 0;
  }

  /** A postal code, or '' where nobody says where. */
  placeOrNone(column: Column): PlaceCode | '' {
    return this.text(column) === '' ? '' : this.place(column);
  }

  place(column: Column): PlaceCode {
    const text = this.text(column);
    if (!findPlace(text))
      this.fail(column, 'This is not the postal code of one of the 53 places, such as TX.');
    return text;
  }

  /** Words joined with `|`; a blank cell is none. */
  list(column: Column): readonly string[] {
    const text = this.text(column);
    return text === '' ? [] : text.split('|');
  }

  fail(column: Column, message: string): void {
    this.problems.push({
      file: this.#file,
      line: this.line,
      column,
      found: excerpt(this.text(column)),
      message,
      leftOut: true,
    });
  }
}
