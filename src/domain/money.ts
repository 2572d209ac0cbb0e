/**
 * Money is whole US cents from the reader to the statistics. Statistics of cents may be fractions of a cent
 * (a mean, an interpolated percentile); they stay unrounded and are rounded once, half away from zero,
 * where they are printed (`text/numbers.ts`).
 */

declare const centsBrand: unique symbol;

/** A whole number of US cents. Made only by `cents` and `parseDollars`. */
export type Cents = number & { readonly [centsBrand]: true };

/** The most a rate may be and still be exact in every sum over a national file: 10 billion dollars. */
export const maxCents = 1_000_000_000_000;

/** @throws RangeError when the number is not a whole number of cents in range. */
export function cents(value: number): Cents {
  if (!Number.isInteger(value) || Math.abs(value) > maxCents) {
    throw new RangeError(`an amount in cents must be a whole number up to ${maxCents}, not ${value}`);
  }
  return value as Cents;
}

/**
 * Rounds half away from zero to a whole number: 0.5 → 1, −0.5 → −1.
 *
 * What stands within a few last bits of a half is a half: a mean of means or a quotient is worked out in binary
 * fractions, and 4037.5 tenths of a percent come out as 4037.4999999999995. No mean, percentile or quotient of cents is
 * that near to a half without being one.
 */
export function roundHalfAwayFromZero(value: number): number {
  const size = Math.abs(value);
  const whole = Math.floor(size);
  const slack = Math.min(size * 2 ** -50, 2 ** -24);
  const rounded = size - whole >= 0.5 - slack ? whole + 1 : whole;
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

const dollarPattern = /^(-)?\$?(-)?(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/;

/**
 * Reads a dollar amount as text: `36.5`, `$1,234.50`, `-3.00`. Decimals past the second are rounded half away
 * from zero, in decimal digits, so `1.005` is 101 cents whatever binary floating point makes of it.
 *
 * @returns undefined when the text is not one plain dollar amount (`12.3.4`, `12%`, `1,23`, a blank, `N/A`).
 */
export function parseDollars(text: string): Cents | undefined {
  const match = dollarPattern.exec(text.trim());
  if (!match) return undefined;
  const [, minusBefore, minusAfter, wholeText = '', fraction = ''] = match;
  if (minusBefore && minusAfter) return undefined;
  if (wholeText === '' && fraction === '') return undefined;
  const whole = wholeText.replaceAll(',', '');
  if (whole.length > 11) return undefined;
  const centDigits = Number(`${whole}${fraction.padEnd(2, '0').slice(0, 2)}`);
  const roundsUp = fraction.charCodeAt(2) >= 53; // '5'; not a number where there is no third decimal
  const magnitude = centDigits + (roundsUp ? 1 : 0);
  if (magnitude > maxCents) return undefined;
  return cents(minusBefore || minusAfter ? (magnitude === 0 ? 0 : -magnitude) : magnitude);
}
