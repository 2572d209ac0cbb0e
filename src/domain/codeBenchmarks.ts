import { type Benchmark, benchmark } from './benchmark.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { latestAnswers } from './latestAnswers.ts';
import { type MedicareBenchmark, medicareBenchmark } from './medicareBenchmark.ts';
import type { PlaceCode } from './place.ts';
import type { RateTable } from './rateTable.ts';
import type { Scope } from './scope.ts';

/** A benchmark with the rates it was made from and Medicare beside it. */
export interface PlaceBenchmark {
  readonly table: RateTable;
  readonly benchmark: Benchmark;
  readonly medicare: MedicareBenchmark;
}

/** What a code's page stands on: the place asked for, and the nation to hold it against. */
export interface CodeBenchmarks {
  readonly here: PlaceBenchmark;
  /** The same value as `here` when the nation itself was asked for. */
  readonly nation: PlaceBenchmark;
}

export interface CodeBenchmarksInput {
  readonly nationalRates: RateTable;
  /** Rates of the place; null for the nation. */
  readonly placeRates: RateTable | null;
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  readonly schedule: FeeSchedule;
  /** Fee-schedule year of the Medicare row. */
  readonly medicareYear: number;
}

/** The benchmarks of a code in a place and in the nation, in one scope. */
export function codeBenchmarks(input: CodeBenchmarksInput): CodeBenchmarks {
  const nation = placeBenchmark(input, input.nationalRates, null);
  if (input.place === null || input.placeRates === null) return { here: nation, nation };
  return { here: placeBenchmark(input, input.placeRates, input.place), nation };
}

/** Enough to leaf through states, order a table or take a choice back: none of it makes anything anew. */
const remembered = latestAnswers<PlaceBenchmark>(6);

function placeBenchmark(
  { scope, schedule, medicareYear }: CodeBenchmarksInput,
  table: RateTable,
  place: PlaceCode | null,
): PlaceBenchmark {
  // An address that is read again gives an equal scope, not the same one.
  return remembered(table, [JSON.stringify([scope, place, medicareYear]), schedule], () => ({
    table,
    benchmark: benchmark(table, scope, place, schedule),
    medicare: medicareBenchmark(schedule, table.code, place, medicareYear, scope.site, {
      definition: scope.definition,
    }),
  }));
}
