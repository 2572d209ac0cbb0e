import type { Benchmark, BenchmarkRow } from './benchmark.ts';
import type { MedicareBenchmark } from './medicareBenchmark.ts';
import type { RateSelection } from './rateSelection.ts';

/** A row without the votes behind its figures: what tables, charts and sentences are made from. */
export interface RowFacts extends Omit<BenchmarkRow, 'votes' | 'flaggedOut' | 'summary'> {
  /** Amounts of the votes where they are too few for percentiles and are shown themselves; else not needed. */
  readonly votes: readonly { readonly amount: number }[];
  readonly flaggedOut: readonly unknown[];
}

/** A benchmark without its votes. Any `Benchmark` is one; as plain JSON it is small enough to travel in a page. */
export interface BenchmarkFacts extends Omit<Benchmark, 'rows' | 'selection'> {
  readonly rows: readonly RowFacts[];
  readonly selection: Pick<RateSelection, 'leftOut' | 'wouldCount'> & {
    readonly rows: { readonly length: number };
  };
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
    rows: rows.map(({ votes, flaggedOut, summary, ...row }) => ({
      ...row,
      votes: summary ? [] : votes.map(({ amount }) => ({ amount })),
      flaggedOut: flaggedOut.map(() => 0),
    })),
    selection: {
      rows: { length: selection.rows.length },
      leftOut: selection.leftOut,
      wouldCount: selection.wouldCount,
    },
  };
}
