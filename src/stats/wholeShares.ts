/**
 * Whole numbers that add up to a total, each within 1 of its exact share: every share rounded down, and what is left
 * given one by one to the largest remainders, equal ones in their order (Hamilton's method of largest remainders).
 *
 * Worked: 6.25 and 3.75 of 10 → 6 and 4.
 *
 * @param exact shares that add up to `total`, within rounding; below 0 is allowed
 * @param total a whole number; what is not one is rounded up
 */
export function wholeShares(exact: readonly number[], total: number): readonly number[] {
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder);
  // Binary fractions can put a share a hair under its whole number, so the count wraps rather than trusts.
  for (let given = 0; given < left; given++) {
    const { index } = byRemainder[given % byRemainder.length] as (typeof byRemainder)[number];
    shares[index] = (shares[index] as number) + 1;
  }
  return shares;
}
