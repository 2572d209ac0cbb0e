/**
 * Quantiles of a sorted list, by the three definitions the field uses.
 *
 * - `type7`: linear interpolation at position (n − 1)·p, counted from 0. Hyndman & Fan (1996) type 7: R's and NumPy's
 *   default, Excel's PERCENTILE.INC, SQL's PERCENTILE_CONT.
 * - `type6`: linear interpolation at position (n + 1)·p − 1, held inside the list. Hyndman & Fan type 6: Excel's
 *   PERCENTILE.EXC (which refuses where this holds at the ends), Minitab, SPSS.
 * - `nearestRank`: the ⌈n·p⌉-th value, the first for p = 0. Hyndman & Fan type 1; SQL's PERCENTILE_DISC. Always a member of the list.
 */
export const quantileDefinitions = ['type7', 'type6', 'nearestRank'] as const;
export type QuantileDefinition = (typeof quantileDefinitions)[number];
