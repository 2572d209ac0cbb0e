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
  const own = placeAsked(input);
  return { here: own ? placeBenchmark(input, ...own) : nation, nation };
}

/**
 * Works out beforehand what `codeBenchmarks` will be asked for, whatever the year of Medicare's amounts. Of a table that
 * would take longer than a frame on a slow processor it makes nothing.
 */
export function foreseeBenchmarks(input: Omit<CodeBenchmarksInput, 'medicareYear'>): void {
  if (input.nationalRates.length > mostForeseen) return;
  countedIn(input, input.nationalRates, null);
  const own = placeAsked(input);
  if (own) countedIn(input, ...own);
}

/** Its rates and the place; null where the nation is all there is. */
function placeAsked({
  place,
  placeRates,
}: Pick<CodeBenchmarksInput, 'place' | 'placeRates'>): readonly [RateTable, PlaceCode] | null {
  return place === null || placeRates === null ? null : [placeRates, place];
}

/** Enough to leaf through states, order a table or take a choice back: none of it makes anything anew. */
const remembered = latestAnswers<PlaceBenchmark>(6);

function placeBenchmark(
  input: CodeBenchmarksInput,
  table: RateTable,
  place: PlaceCode | null,
): PlaceBenchmark {
  const { scope, schedule, medicareYear } = input;
  // An address that is read again gives an equal scope, not the same one.
  return remembered(table, [JSON.stringify([scope, place, medicareYear]), schedule], () => ({
    table,
    benchmark: countedIn(input, table, place),
    medicare: medicareBenchmark(schedule, table.code, place, medicareYear, scope.site, {
      definition: scope.definition,
    }),
  }));
}

/** Rates of a table whose benchmark takes at most some 5 ms, 20 on a processor four times slower. */
const mostForeseen = 200_000;

/**
 * The choices of one control in a place and in the nation, which may be one table, beside what is shown. Larger tables are
 * not kept here as well: a row that was asked for its votes holds them.
 */
const counted = latestAnswers<Benchmark>(14);

function countedIn(
  { scope, schedule }: Pick<CodeBenchmarksInput, 'scope' | 'schedule'>,
  table: RateTable,
  place: PlaceCode | null,
): Benchmark {
  const make = () => benchmark(table, scope, place, schedule);
  if (table.length > mostForeseen) return make();
  return counted(table, [JSON.stringify([scope, place]), schedule], make);
}
