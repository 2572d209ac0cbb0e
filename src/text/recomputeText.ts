import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { methods } from './methods.ts';
import { type CountedRanges, excelCountedQuantile, excelQuantile, quantileNames } from './quantileText.ts';

/** How a figure is made, in symbols, in words, and as a spreadsheet would write it. */
export interface MeasureRecipe {
  /** Mean, P25, …: as the benchmark's column is labelled. */
  readonly name: string;
  readonly symbols: string;
  readonly words: string;
  readonly definition: string;
  /** The Excel function by name, for a reader who builds the sheet. */
  readonly excelFunction: string;
}

const shares = { p25: 0.25, median: 0.5, p75: 0.75 } as const;
const shareWords = { p25: 'a quarter', median: 'half', p75: 'three quarters' } as const;
const shareNames = { p25: 'P25', median: 'Median', p75: 'P75' } as const;

export function measureRecipe(measure: RecomputeMeasure, definition: QuantileDefinition): MeasureRecipe {
  switch (measure) {
    case 'mean':
      return {
        name: 'Mean',
        symbols: 'x̄ = (x₁ + x₂ + … + xₙ) ÷ n',
        words: 'Add up the votes and divide by how many there are.',
        definition: methods.mean,
        excelFunction: 'AVERAGE',
      };
    case 'p25':
    case 'median':
    case 'p75':
      return {
        name: shareNames[measure],
        symbols: positionSymbols(shares[measure], definition),
        words: `Sort the votes; the figure is the amount below which ${shareWords[measure]} of them lie, by the rule of ${quantileNames[definition].short}.`,
        definition: quantileNames[definition].sentence,
        excelFunction: excelFunction(measure, definition),
      };
    case 'spread':
      return {
        name: 'Spread',
        symbols: 'P75 − P25',
        words: 'Take the first quartile of the votes from the third.',
        definition: `${methods.spread} ${quantileNames[definition].sentence}`,
        excelFunction: excelFunction('p25', definition),
      };
    case 'percent-of-medicare':
      return {
        name: '% of Medicare',
        symbols: 'Σ xᵢ ÷ Σ mᵢ over the votes that have a Medicare amount',
        words:
          'Add up the votes that have a Medicare amount, add up those Medicare amounts, and divide. It is not the mean of the single ratios.',
        definition: methods.percentOfMedicare,
        excelFunction: 'SUM ÷ SUM',
      };
  }
}

/** Positions count from 1 in the sorted list, as a spreadsheet's rows do. */
function positionSymbols(p: number, definition: QuantileDefinition): string {
  const between = 'x₍ₖ₎ + f·(x₍ₖ₊₁₎ − x₍ₖ₎), where k + f =';
  switch (definition) {
    case 'type7':
      return `${between} (n − 1)·${p} + 1`;
    case 'type6':
      return `${between} (n + 1)·${p}`;
    case 'nearestRank':
      return `x₍ₖ₎, where k = ⌈n·${p}⌉`;
  }
}

function excelFunction(measure: keyof typeof shares, definition: QuantileDefinition): string {
  if (definition === 'nearestRank') return 'SMALL with ROUNDUP';
  if (measure === 'median') return 'MEDIAN';
  return definition === 'type7' ? 'PERCENTILE.INC' : 'PERCENTILE.EXC';
}

/**
 * The Excel expression, without its `=`, for the ranges a sheet holds the votes and their Medicare amounts in.
 *
 * @param someUncompared whether some votes have words instead of a Medicare amount: those must not be summed.
 */
export function excelExpression(
  measure: RecomputeMeasure,
  definition: QuantileDefinition,
  ranges: { readonly votes: string; readonly medicare: string },
  someUncompared: boolean,
): string {
  const { votes, medicare } = ranges;
  switch (measure) {
    case 'mean':
      return `AVERAGE(${votes})`;
    case 'p25':
    case 'median':
    case 'p75':
      return excelQuantile(definition, votes, shares[measure]);
    case 'spread':
      return `${excelQuantile(definition, votes, 0.75)}-${excelQuantile(definition, votes, 0.25)}`;
    case 'percent-of-medicare':
      return someUncompared
        ? `SUMPRODUCT(ISNUMBER(${medicare})*${votes})/SUM(${medicare})`
        : `SUM(${votes})/SUM(${medicare})`;
  }
}

/** The same where lines stand for several votes each. */
export function excelCountedExpression(
  measure: RecomputeMeasure,
  definition: QuantileDefinition,
  ranges: CountedRanges & { readonly medicare: string },
  n: number,
): string {
  const { votes, medicare, weight } = ranges;
  const quantile = (p: number) => excelCountedQuantile(definition, ranges, n, p);
  switch (measure) {
    case 'mean':
      return `SUMPRODUCT(${votes}*${weight})/SUM(${weight})`;
    case 'p25':
    case 'median':
    case 'p75':
      return quantile(shares[measure]);
    case 'spread':
      return `${quantile(0.75)}-${quantile(0.25)}`;
    case 'percent-of-medicare':
      // Between commas, words in place of an amount count as nothing.
      return `SUMPRODUCT(ISNUMBER(${medicare})*${votes}*${weight})/SUMPRODUCT(${medicare},${weight})`;
  }
}
