import type { Benchmark, BenchmarkRow } from '../domain/benchmark.ts';
import type { Measure } from '../domain/board.ts';
import { areSameVotes } from '../domain/deviation.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { placeTitle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { wholeWords } from '../text/poolText.ts';
import { measureRecipe } from '../text/recomputeText.ts';
import { countedNoun, scopeSentence } from '../text/scopeSentence.ts';
import { recomputeModel } from './recompute.ts';
import { isOfOwnFile, type Operand, type Working, type WorkingPlace } from './working.ts';

/** A benchmark's row and the rates it was made from. */
export interface BenchmarkSide {
  readonly benchmark: Benchmark;
  readonly row: BenchmarkRow;
  readonly table: RateTable;
  /** The CSV they were read in, as the release or the user calls it. */
  readonly ratesFile: string;
}

export interface DeviationWorkingInput extends WorkingPlace {
  readonly here: BenchmarkSide;
  readonly nation: BenchmarkSide;
  readonly measure: Measure;
  /** The difference in dollars, or as a share of the nation's figure. */
  readonly as: 'difference' | 'ratio';
}

/**
 * Place − nation, or that over the nation: both figures lead on to their own votes.
 *
 * @returns undefined where either figure, or the share, is absent, or the votes of both are the same.
 */
export function deviationWorking(input: DeviationWorkingInput): Working | undefined {
  const { here, nation, measure, as, origin, address } = input;
  const [a, b] = [here.row[measure], nation.row[measure]];
  if (a.kind === 'absent' || b.kind === 'absent' || areSameVotes(here.row, nation.row)) return undefined;
  const isRatio = as === 'ratio';
  if (isRatio && b.value === 0) return undefined;
  const { code, place, scope } = here.benchmark;
  const name = measure === 'median' ? 'median' : 'mean';
  const whole = wholeWords(isOfOwnFile(input));
  return {
    kind: 'arithmetic',
    title: `${isRatio ? '% deviation' : 'Difference'} of the ${name} of ${here.row.name} for ${code}, ${placeTitle(place)} against ${whole.name}`,
    value: isRatio ? (a.value - b.value) / b.value : a.value - b.value,
    column: isRatio ? 'signed-ratio' : 'signed-money',
    symbols: isRatio ? '(A − B) ÷ B' : 'A − B',
    words: `Take the ${whole.figure(name)} from the ${name} of ${placeTitle(place)}${isRatio ? `, and divide by ${whole.same}` : ''}. Both are unrounded; the result is rounded once, where it is printed.`,
    definition: whole.deviation,
    excelFunction: isRatio ? '(A − B) ÷ B' : 'A − B',
    template: isRatio ? '({here}-{nation})/{nation}' : '{here}-{nation}',
    operands: [
      sideOperand('here', 'A', here, measure, a.value, input),
      sideOperand('nation', 'B', nation, measure, b.value, input),
    ],
    steps: isRatio
      ? [
          {
            id: 'difference',
            label: 'A − B',
            template: '{here}-{nation}',
            value: (a.value - b.value) / 100,
            unit: 'USD',
          },
        ]
      : [],
    table: null,
    facts: [{ term: 'Scope', text: scopeSentence(scope, here.benchmark.providerName) }],
    leftOut: ['What either side leaves out is named in its own working'],
    origin,
    address,
  };
}

function sideOperand(
  id: string,
  letter: string,
  { benchmark, row, table, ratesFile }: BenchmarkSide,
  measure: Measure,
  cents: number,
  { origin, address }: WorkingPlace,
): Operand {
  const { name } = measureRecipe(measure, benchmark.scope.definition);
  return {
    id,
    label: `${letter}: ${name} of ${row.name}, ${placeTitle(benchmark.place, isOfOwnFile({ address }))}`,
    number: { cents },
    unit: 'USD',
    source: `${countOf(row.n, countedNoun(benchmark.scope))} in ${ratesFile}`,
    from: () => recomputeModel({ benchmark, row, measure, table, ratesFile, origin, address }),
  };
}
