/** Whole cents as dollars with two decimals: 1234 → `12.34`. */
export function dollarText(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
