/** What each of the three inputs of a Medicare amount contributed to its change, in cents. */
export interface ChangeParts {
  readonly relativeValues: number;
  readonly indices: number;
  readonly factor: number;
}

export const changeCauses = ['relativeValues', 'indices', 'factor'] as const;
export type ChangeCause = (typeof changeCauses)[number];

/**
 * Whole cents that add up to `total`, as near to the exact parts as that allows: largest remainders first (Hamilton's
 * method), ties in the order of `changeCauses`. An input that changed nothing keeps a part of 0.
 *
 * Worked: 0.4, 0.4, −1.8 with total −1 → 1, 0, −2.
 *
 * @param total whole cents, within rounding of the parts' sum.
 */
export function wholeCentParts(exact: ChangeParts, total: number): ChangeParts {
  const active = changeCauses.filter((cause) => exact[cause] !== 0);
  const whole = { relativeValues: 0, indices: 0, factor: 0 };
  // The printed total was rounded, so it may miss the exact sum by part of a cent: spread that first.
  const missing = (total - active.reduce((sum, cause) => sum + exact[cause], 0)) / active.length;
  const aims = active.map((cause) => ({ cause, aim: exact[cause] + missing }));
  for (const { cause, aim } of aims) whole[cause] = Math.floor(aim);
  const given = active.reduce((sum, cause) => sum + whole[cause], 0);
  const byRemainder = aims.toSorted((a, b) => b.aim - Math.floor(b.aim) - (a.aim - Math.floor(a.aim)));
  // Binary fractions can put an aim a hair under its whole number, so the count wraps rather than trusts.
  for (let left = 0; left < total - given; left++) {
    const { cause } = byRemainder[left % byRemainder.length] as (typeof byRemainder)[number];
    whole[cause] += 1;
  }
  return whole;
}
