import { type ReactNode, useCallback } from 'react';
import type { Benchmark, BenchmarkRow } from '../domain/benchmark.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import { recomputeModel } from '../figures/recompute.ts';
import { type Explain, useExplained } from './useExplained.tsx';

/** A figure of a benchmark, and the rates it was made from. */
export interface RecomputeTarget {
  readonly benchmark: Benchmark;
  readonly table: RateTable;
  /** The CSV the rates were read in, as the release or the user calls it. */
  readonly ratesFile: string;
  readonly row: BenchmarkRow;
  readonly measure: RecomputeMeasure;
}

/** Opens the working of a benchmark's figure, or with `explain` of any other; `panel` goes anywhere on the page. */
export function useRecompute(
  origin: string,
  address: string,
): {
  readonly open: (target: RecomputeTarget) => void;
  readonly explain: (explain: Explain) => void;
  readonly panel: ReactNode;
} {
  const { open: explain, panel } = useExplained();
  const open = useCallback(
    (target: RecomputeTarget) => explain(() => recomputeModel({ ...target, origin, address })),
    [explain, origin, address],
  );
  return { open, explain, panel };
}
