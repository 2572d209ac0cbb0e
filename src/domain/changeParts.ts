import { wholeShares } from '../stats/wholeShares.ts';

/** What each of the three inputs of a Medicare amount contributed to its change, in cents. */
export interface ChangeParts {
  readonly relativeValues: number;
  readonly indices: number;
  readonly factor: number;
}

export const changeCauses = ['relativeValues', 'indices', 'factor'] as const;
export type ChangeCause = (typeof changeCauses)[number];

/** An amount with some of its inputs replaced: r the relative values, g the indices, c the conversion factor. */
export type ReplacedAmounts = Readonly<Record<'none' | 'r' | 'g' | 'c' | 'rg' | 'rc' | 'gc' | 'rgc', number>>;

/**
 * Shapley values of the three inputs: each input's part is the mean, over the six orders in which old values can be
 * replaced by new ones, of what the amount moves when that input is replaced. No order is preferred, and the three
 * parts add up to the whole change. Source: L. S. Shapley, A value for n-person games (1953).
 *
 * With v the amount, the part of r is ⅓(v(r) − v()) + ⅙(v(rg) − v(g)) + ⅙(v(rc) − v(c)) + ⅓(v(rgc) − v(gc)).
 */
export function shapleyParts({ none, r, g, c, rg, rc, gc, rgc }: ReplacedAmounts): ChangeParts {
  return {
    relativeValues: (2 * (r - none) + (rg - g) + (rc - c) + 2 * (rgc - gc)) / 6,
    indices: (2 * (g - none) + (rg - r) + (gc - c) + 2 * (rgc - rc)) / 6,
    factor: (2 * (c - none) + (rc - r) + (gc - g) + 2 * (rgc - rg)) / 6,
  };
}

/**
 * Whole cents that add up to `total`, as near to the exact parts as that allows (`wholeShares`); ties in the order of
 * `changeCauses`. An input that changed nothing keeps a part of 0.
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
  const shares = wholeShares(
    active.map((cause) => exact[cause] + missing),
    total,
  );
  for (const [index, cause] of active.entries()) whole[cause] = shares[index] as number;
  return whole;
}
