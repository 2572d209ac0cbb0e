import type { JsonText } from './jsonText.ts';

/**
 * The whole cents of a plain decimal such as `36.505`, half away from zero, straight from its digits. −1 for everything
 * that wants a closer look (signs, exponents, commas, amounts of a cent or less, five nines and more, ten digits and
 * more before the point): then `publishedAmount` decides. Where it gives an amount, `publishedAmount` gives the same.
 */
export function plainCents(text: JsonText): number {
  const { length } = text;
  let at = 0;
  let whole = 0;
  let isAllNines = true;
  for (; at < length && at < 9; at += 1) {
    const digit = text.byteAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    if (digit !== 9) isAllNines = false;
    whole = whole * 10 + digit;
  }
  if (at === 0) return -1;
  if (at === length) return isAllNines && at > 2 ? -1 : checked(100 * whole);
  if (text.byteAt(at) !== 46) return -1;
  if (isAllNines && at > 2) return -1;
  let cents = 100 * whole;
  const point = at;
  for (at += 1; at < length; at += 1) {
    const digit = text.byteAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    const place = at - point;
    if (place === 1) cents += 10 * digit;
    else if (place === 2) cents += digit;
    else if (place === 3 && digit >= 5) cents += 1;
  }
  return checked(cents);
}

function checked(cents: number): number {
  return cents > 1 && cents <= 0xffffffff ? cents : -1;
}
