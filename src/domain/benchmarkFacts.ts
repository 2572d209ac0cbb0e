import type { Benchmark, BenchmarkRow } from './benchmark.ts';
import type { MedicareBenchmark } from './medicareBenchmark.ts';
import type { RateSelection } from './rateSelection.ts';

/** A row without the votes behind its figures: what tables, charts and sentences are made from. */
export type RowFacts = Omit<BenchmarkRow, 'votes' | 'flaggedOut' | 'flaggedOutAt'>;

/** A benchmark without its votes. Any `Benchmark` is one; as plain JSON it is small enough to travel in a page. */
export interface BenchmarkFacts extends Omit<Benchmark, 'rows' | 'selection'> {
  readonly rows: readonly RowFacts[];
  readonly selection: Pick<RateSelection, 'counted' | 'leftOut' | 'wouldCount'>;
}

/** A benchmark with Medicare beside it. */
export interface PlaceFacts {
  readonly benchmark: BenchmarkFacts;
  readonly medicare: MedicareBenchmark;
}

/** The facts alone, as plain JSON: nothing that only a look at single votes needs. */
export function benchmarkFacts({ rows, selection, ...benchmark }: Benchmark): BenchmarkFacts {
  return {
    ...benchmark,
    rows: rows.map(rowFacts),
    selection: {
      counted: selection.counted,
      leftOut: selection.leftOut,
      wouldCount: selection.wouldCount,
    },
  };
}

/** Named one by one: to spread a row would make its votes only to leave them out. */
function rowFacts(row: BenchmarkRow): RowFacts {
  return {
    id: row.id,
    name: row.name,
    n: row.n,
    providers: row.providers,
    rates: row.rates,
    mean: row.mean,
    p25: row.p25,
    median: row.median,
    p75: row.p75,
    spread: row.spread,
    percentOfMedicare: row.percentOfMedicare,
    comparedVotes: row.comparedVotes,
    grade: row.grade,
    fewAmounts: row.fewAmounts,
    flaggedOutVotes: row.flaggedOutVotes,
  };
}
