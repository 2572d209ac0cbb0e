import { type Cents, cents, parseDollars } from './money.ts';

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
  const plainCents = centsOfDigits(text);
  if (plainCents !== undefined) return judged(plainCents);
  const bare = text.trim();
  if (
    bare === '' ||
    /^(n\.?\/?a\.?|none|null|nil|nan|tbd|unknown|not (available|applicable)|[-–—.*]+)$/i.test(bare)
  )
    return 'none';
  const amount = parseDollars(plain(bare));
  return amount === undefined || amount < 0 ? 'unreadable' : judged(amount);
}

function judged(amount: Cents): Cents | 'none' | 'unreadable' {
  if (amount <= 1 || (amount >= 99_999_00 && /^9{5,}(00|99)$/.test(String(amount)))) return 'none';
  return amount > mostCents ? 'unreadable' : amount;
}

/** Nearly every amount is `123` or `123.45`, and a file may have a billion of them; undefined for any other text. */
function centsOfDigits(text: string): Cents | undefined {
  const { length } = text;
  if (length === 0 || length > 10) return undefined;
  let digits = 0;
  let point = -1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2e && point === -1 && at > 0) point = at;
    else if (code < 0x30 || code > 0x39) return undefined;
    else digits = digits * 10 + (code - 0x30);
  }
  if (point === -1) return cents(digits * 100);
  return point === length - 3 ? cents(digits) : undefined;
}

/** Without the currency's name and the blank behind its sign; `1.2E+02`, a spreadsheet's way, as `120`. */
function plain(text: string): string {
  const named = text.replace(/^usd\s*|(?<!\s)\s*usd$/i, '').replace(/^\$\s+/, '$');
  const [, whole = '', fraction = '', power = ''] = /^(\d+)(?:\.(\d*))?e([+-]?\d{1,2})$/i.exec(named) ?? [];
  if (power === '') return named;
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`.replace(/^0+(?=\d)/, '');
}
