import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Benchmark, BenchmarkRow } from '../domain/benchmark.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import { recomputeModel } from '../figures/recompute.ts';

const RecomputePanel = lazy(() =>
  import('./RecomputePanel.tsx').then((module) => ({ default: module.RecomputePanel })),
);

/** A figure of a benchmark, and the rates it was made from. */
export interface RecomputeTarget {
  readonly benchmark: Benchmark;
  readonly table: RateTable;
  /** The CSV the rates were read in, as the release or the user calls it. */
  readonly ratesFile: string;
  readonly row: BenchmarkRow;
  readonly measure: RecomputeMeasure;
}

/** Opens the working of a figure; `panel` goes anywhere on the page. */
export function useRecompute(
  origin: string,
  address: string,
): { readonly open: (target: RecomputeTarget) => void; readonly panel: ReactNode } {
  const [target, setTarget] = useState<RecomputeTarget | null>(null);
  const model = useMemo(
    () => (target ? recomputeModel({ ...target, origin, address }) : null),
    [target, origin, address],
  );
  const panel = model ? (
    <Suspense fallback={null}>
      <RecomputePanel model={model} onClose={() => setTarget(null)} />
    </Suspense>
  ) : null;
  return { open: setTarget, panel };
}
