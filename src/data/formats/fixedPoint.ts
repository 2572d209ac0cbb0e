/**
 * A decimal number as a whole count of its last digit: with 3 digits, `1.064` is 1064, and so are `1.0640` and, where
 * a spreadsheet dropped the zeros, `1.5` is 1500. Read from the text, because multiplying the binary number would be
 * off by one in places. More digits than that, a sign or a unit is refused, never rounded.
 */
export function fixedPoint(text: string, digits: number): number | undefined {
  const match = /^(\d{0,9})(?:\.(\d{0,20}))?$/.exec(text);
  if (!match || (match[1] === '' && (match[2] ?? '') === '')) return undefined;
  const fraction = (match[2] ?? '').padEnd(digits, '0');
  return /^0*$/.test(fraction.slice(digits)) ? Number(`${match[1]}${fraction.slice(0, digits)}`) : undefined;
}
