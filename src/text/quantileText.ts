import { quantileParts, quantilePosition } from '../stats/quantile.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';

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

/** Ranges of a sheet whose lines stand for several votes each. */
export interface CountedRanges {
  readonly votes: string;
  /** How many votes a line stands for. */
  readonly weight: string;
  /** How many votes come before the line's when all are put in order, lowest first. */
  readonly before: string;
}

/** The vote at a rank, from 0: that of the one line whose votes reach over it. */
export function excelCountedVote({ votes, weight, before }: CountedRanges, rank: number): string {
  return `SUMPRODUCT((${before}<=${rank})*(${before}+${weight}>${rank})*${votes})`;
}

/**
 * The Excel expression for a percentile where lines stand for several votes each. Its position is known as n is, so the
 * sheet names the two votes beside it.
 *
 * @param n votes of all lines
 */
export function excelCountedQuantile(
  definition: QuantileDefinition,
  ranges: CountedRanges,
  n: number,
  p: number,
): string {
  const { below, weight } = quantilePosition(n, p, definition);
  const low = excelCountedVote(ranges, below);
  if (weight === 0) return low;
  const high = excelCountedVote(ranges, below + 1);
  return `(${low}*${(quantileParts - weight) / quantileParts}+${high}*${weight / quantileParts})`;
}
