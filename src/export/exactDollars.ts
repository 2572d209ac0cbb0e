/**
 * Unrounded cents as a plain decimal number of dollars, by moving the point in the text: dividing by 100 would round
 * once more, and a sum over the exported column could then differ from the page's in the last cent.
 * Worked: 4522.333333333333 → `45.22333333333333`; 5 → `0.05`.
 */
export function exactDollars(cents: number): string {
  const text = String(Math.abs(cents));
  // A billionth of a cent or 10^19 dollars: nothing anyone pays, but a number all the same.
  if (text.includes('e')) return (cents / 100).toFixed(12);
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = whole.padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
}
