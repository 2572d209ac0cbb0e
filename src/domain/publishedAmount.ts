import { type Cents, parseDollars } from './money.ts';

/** More does not fit a rate table's column, and is no price of one service: 42,949,672.95 dollars. */
const mostCents = 0xffffffff;

/**
 * An amount as published files print it, in whole cents, more than 0.
 *
 * `none` is what stands for "no amount": a blank, N/A, zero, a cent, or nines (CMS: 999999999 for an estimate that
 * could not be made; from 99,999 on, because 999 may be a price). `unreadable` is anything else that is no plain dollar
 * amount: `12%`, `-3`, `see contract`.
 */
export function publishedAmount(text: string): Cents | 'none' | 'unreadable' {
  const bare = text.trim();
  if (
    bare === '' ||
    /^(n\.?\/?a\.?|none|null|nil|nan|tbd|unknown|not (available|applicable)|[-–—.*]+)$/i.test(bare)
  )
    return 'none';
  const cents = parseDollars(plain(bare));
  if (cents === undefined || cents < 0) return 'unreadable';
  if (cents <= 1 || /^9{5,}(00|99)$/.test(String(cents))) return 'none';
  return cents > mostCents ? 'unreadable' : cents;
}

/** Without the currency's name and the blank behind its sign; `1.2E+02`, a spreadsheet's way, as `120`. */
function plain(text: string): string {
  const named = text.replace(/^usd\s*|\s*usd$/i, '').replace(/^\$\s+/, '$');
  const [, whole = '', fraction = '', power = ''] = /^(\d+)(?:\.(\d*))?e([+-]?\d{1,2})$/i.exec(named) ?? [];
  if (power === '') return named;
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`.replace(/^0+(?=\d)/, '');
}
