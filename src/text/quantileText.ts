import type { QuantileDefinition } from '../stats/quantile.ts';

/** What a percentile definition is called, where a reader may know it from. */
interface QuantileName {
  /** `type 7`. */
  readonly short: string;
  /** As a sentence about percentiles, with its rule and its names in Excel and NumPy. */
  readonly sentence: string;
}

/** Hyndman & Fan (1996) name the types; `stats/quantile.ts` computes them. */
export const quantileNames: Readonly<Record<QuantileDefinition, QuantileName>> = {
  type7: {
    short: 'type 7',
    sentence:
      'Percentiles by linear interpolation at position (n − 1)·p + 1 of the sorted votes (type 7; Excel PERCENTILE.INC, NumPy method “linear”).',
  },
  type6: {
    short: 'type 6',
    sentence:
      'Percentiles by linear interpolation at position (n + 1)·p of the sorted votes, held inside the list (type 6; Excel PERCENTILE.EXC, NumPy method “weibull”).',
  },
  nearestRank: {
    short: 'nearest rank',
    sentence:
      'Percentiles by nearest rank: the vote at position n·p, rounded up (type 1; Excel SMALL with ROUNDUP, NumPy method “inverted_cdf”).',
  },
};

/** The Excel expression, without its `=`, for a percentile of a range: `PERCENTILE.INC(H12:H40,0.25)`. */
export function excelQuantile(definition: QuantileDefinition, range: string, p: number): string {
  switch (definition) {
    case 'type7':
      return p === 0.5 ? `MEDIAN(${range})` : `PERCENTILE.INC(${range},${p})`;
    case 'type6':
      return p === 0.5 ? `MEDIAN(${range})` : `PERCENTILE.EXC(${range},${p})`;
    case 'nearestRank':
      return `SMALL(${range},ROUNDUP(${p}*COUNT(${range}),0))`;
  }
}
