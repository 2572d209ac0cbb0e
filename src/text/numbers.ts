import type { Cell } from '../domain/cell.ts';
import type { ColumnKind } from '../domain/columnKind.ts';
import { roundHalfAwayFromZero } from '../domain/money.ts';
import { absenceText } from './absence.ts';

/** U+2212: as wide as a plus in tabular figures, and read as "minus". */
export const minus = '\u2212';

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

function dollars(centsValue: number): { negative: boolean; text: string } {
  const rounded = roundHalfAwayFromZero(centsValue);
  const digits = String(Math.abs(rounded)).padStart(3, '0');
  return { negative: rounded < 0, text: `$${grouped(digits.slice(0, -2))}.${digits.slice(-2)}` };
}

/** `11147.5` cents → `$111.48`. Rounded once, here, half away from zero. */
export function formatMoney(centsValue: number): string {
  const { negative, text } = dollars(centsValue);
  return negative ? `${minus}${text}` : text;
}

/** As `formatMoney`, with a plus on gains: `+$2.93`, `−$0.89`, `$0.00`. */
export function formatSignedMoney(centsValue: number): string {
  const { negative, text } = dollars(centsValue);
  if (negative) return `${minus}${text}`;
  return roundHalfAwayFromZero(centsValue) === 0 ? text : `+${text}`;
}

function tenths(fraction: number): { negative: boolean; zero: boolean; text: string } {
  const rounded = roundHalfAwayFromZero(fraction * 1000);
  const digits = String(Math.abs(rounded)).padStart(2, '0');
  return {
    negative: rounded < 0,
    zero: rounded === 0,
    text: `${grouped(digits.slice(0, -1))}.${digits.slice(-1)}%`,
  };
}

/** `1.141` → `114.1%`. */
export function formatRatio(fraction: number): string {
  const { negative, text } = tenths(fraction);
  return negative ? `${minus}${text}` : text;
}

/** As `formatRatio`, with a plus on gains: `+7.5%`. */
export function formatSignedRatio(fraction: number): string {
  const { negative, zero, text } = tenths(fraction);
  if (negative) return `${minus}${text}`;
  return zero ? text : `+${text}`;
}

/** `27620` → `27,620`. */
export function formatCount(count: number): string {
  const rounded = roundHalfAwayFromZero(count);
  return `${rounded < 0 ? minus : ''}${grouped(String(Math.abs(rounded)))}`;
}

/** The first so many words, and how many more there are: `A`, `B`, `3 more`. */
export function firstOf(words: readonly string[], most: number): readonly string[] {
  const more = words.length - most;
  return more > 0 ? [...words.slice(0, most), `${formatCount(more)} more`] : words;
}

/** `countOf(1, 'provider')` → `1 provider`; `countOf(2, 'provider')` → `2 providers`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** A cell as a reader sees it: the number in its column's format, or the words of its absence. */
export function formatCell(cell: Cell<number | string>, kind: ColumnKind): string {
  if (cell.kind === 'absent') return absenceText(cell);
  const { value } = cell;
  if (typeof value === 'string') return value;
  switch (kind) {
    case 'money':
      return formatMoney(value);
    case 'signed-money':
      return formatSignedMoney(value);
    case 'ratio':
      return formatRatio(value);
    case 'signed-ratio':
      return formatSignedRatio(value);
    case 'count':
      return formatCount(value);
    case 'factor':
      return value.toFixed(4);
    case 'index':
      return value.toFixed(3);
    case 'text':
      return String(value);
  }
}
