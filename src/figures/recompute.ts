import type { Benchmark, BenchmarkRow } from '../domain/benchmark.ts';
import { type Cell, present } from '../domain/cell.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import { amountsOf } from '../domain/sortedVotes.ts';
import { sumOfList } from '../stats/countedList.ts';
import { quantileSorted } from '../stats/quantile.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { ratioOfSums } from '../stats/ratio.ts';
import { leftOutParts } from '../text/leftOutText.ts';
import { placeTitle } from '../text/names.ts';
import { countOf, formatCell } from '../text/numbers.ts';
import { type MeasureRecipe, measureRecipe } from '../text/recomputeText.ts';
import { type CountedNoun, countedNoun, methodSentence, scopeSentence } from '../text/scopeSentence.ts';
import { type VoteSource, voteSource } from './voteSource.ts';
import { isOfOwnFile } from './working.ts';

/** One vote of the figure: unrounded cents, what it is compared with, and where it comes from. */
export interface RecomputeVote {
  readonly amount: number;
  /** Providers who cast it: more than one for a class of providers paid alike. */
  readonly weight: number;
  readonly medicare: Cell;
  readonly source: VoteSource;
}

/** Everything needed to compute one figure again: the panel shows it, the CSV carries it. */
export interface RecomputeModel {
  /** "Median of BCBS for 97110 in Texas". */
  readonly title: string;
  readonly measure: RecomputeMeasure;
  readonly definition: QuantileDefinition;
  /** Unrounded: cents, or a fraction for percent of Medicare. */
  readonly value: Cell;
  /** As the page prints it. */
  readonly valueText: string;
  readonly recipe: MeasureRecipe;
  /** In the order the sums are made. */
  readonly votes: readonly RecomputeVote[];
  /** Votes, each provider of a class counted. */
  readonly n: number;
  /** What one of them is: a provider's vote, or a rate where each counts alone. */
  readonly noun: CountedNoun;
  /** Those that have a Medicare amount. */
  readonly comparedVotes: number;
  readonly scope: string;
  readonly method: string;
  /** What of the place and code was not counted, and why; rates are counted over all payers. */
  readonly leftOut: readonly string[];
  /** The CSV whose lines are named, as the release or the user calls it. */
  readonly ratesFile: string;
  /** The release, or the user's file. */
  readonly origin: string;
  /** The page the figure stands on; empty for a user's file, which no address can carry. */
  readonly address: string;
}

interface RecomputeInput {
  readonly benchmark: Benchmark;
  readonly row: BenchmarkRow;
  readonly measure: RecomputeMeasure;
  /** The table the benchmark was made from: its rows are what the votes point at. */
  readonly table: RateTable;
  readonly ratesFile: string;
  readonly origin: string;
  readonly address: string;
}

/**
 * A figure of a benchmark row, computed again from the votes it keeps. An absent figure stays absent, for the same
 * reason, and its votes are shown all the same.
 */
export function recomputeModel(input: RecomputeInput): RecomputeModel {
  const { benchmark, row, measure, table } = input;
  const { code, place, scope } = benchmark;
  const { definition } = scope;
  const votes = row.votes.map((vote) => ({
    amount: vote.amount,
    weight: vote.weight,
    medicare: vote.medicare,
    source: voteSource(table, vote),
  }));
  const recipe = measureRecipe(measure, definition);
  const value = valueOfMeasure(row, measure, definition, votes);
  return {
    title: `${recipe.name} of ${row.name} for ${code}, ${placeTitle(place, isOfOwnFile(input))}`,
    measure,
    definition,
    value,
    valueText: formatCell(value, measure === 'percent-of-medicare' ? 'ratio' : 'money'),
    recipe,
    votes,
    n: row.n,
    noun: countedNoun(scope),
    comparedVotes: row.comparedVotes,
    scope: scopeSentence(scope, benchmark.providerName),
    method: methodSentence(scope),
    leftOut: notCounted(benchmark, row),
    ratesFile: input.ratesFile,
    origin: input.origin,
    address: input.address,
  };
}

/** Whether some vote is cast by several providers. */
export function isWeighted(votes: readonly { readonly weight: number }[]): boolean {
  return votes.some(({ weight }) => weight > 1);
}

function notCounted({ selection, scope }: Benchmark, row: BenchmarkRow): readonly string[] {
  const rates = leftOutParts(selection.leftOut);
  const flagged = row.flaggedOutVotes;
  return flagged === 0
    ? rates
    : [
        ...rates,
        `${countOf(flagged, countedNoun(scope))} of ${row.name} flagged as implausible, by your choice`,
      ];
}

function valueOfMeasure(
  row: BenchmarkRow,
  measure: RecomputeMeasure,
  definition: QuantileDefinition,
  votes: readonly RecomputeVote[],
): Cell {
  const cell = cellOf(row, measure);
  if (cell.kind === 'absent') return cell;
  return present(recomputed(measure, definition, votes));
}

function cellOf(row: BenchmarkRow, measure: RecomputeMeasure): Cell {
  return measure === 'percent-of-medicare' ? row.percentOfMedicare : row[measure];
}

/**
 * The measure of the votes: unrounded cents, or a fraction for percent of Medicare. The same functions and the same
 * order of adding as the benchmark, so the result is the same number, not one a rounding away.
 *
 * @throws RangeError without votes, or without one Medicare amount where that is the measure.
 */
export function recomputed(
  measure: RecomputeMeasure,
  definition: QuantileDefinition,
  votes: readonly Pick<RecomputeVote, 'amount' | 'medicare' | 'weight'>[],
): number {
  const amounts = amountsOf(votes);
  const quantile = (p: number) => quantileSorted(amounts, p, definition);
  switch (measure) {
    case 'mean':
      return sumOfList(amounts) / amounts.length;
    case 'p25':
      return quantile(0.25);
    case 'median':
      return quantile(0.5);
    case 'p75':
      return quantile(0.75);
    case 'spread':
      return quantile(0.75) - quantile(0.25);
    case 'percent-of-medicare': {
      const pairs = votes.flatMap(({ amount, weight, medicare }) =>
        medicare.kind === 'value' ? [{ amount, weight, medicare: medicare.value }] : [],
      );
      return ratioOfSums(
        pairs.map((pair) => pair.amount),
        pairs.map((pair) => pair.medicare),
        pairs.map((pair) => pair.weight),
      );
    }
  }
}
