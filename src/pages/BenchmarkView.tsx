import { lazy, Suspense, useMemo } from 'react';
import { rangeHeight } from '../charts/rangeLayout.ts';
import type { Benchmark } from '../domain/benchmark.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import { benchmarkRange } from '../figures/benchmarkRange.ts';
import type { Figure, FigureRow } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { FigureCard } from '../ui/FigureCard.tsx';
import { PayerLabel } from '../ui/PayerLabel.tsx';

/** Recharts is the largest thing on the page; the words and the table do not wait for it. */
const RangeFigure = lazy(() =>
  import('./RangeFigure.tsx').then((module) => ({ default: module.RangeFigure })),
);

interface BenchmarkViewProps {
  readonly benchmark: Benchmark;
  readonly medicare: MedicareBenchmark;
  readonly figure: Figure;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
}

/** A benchmark as chart and table. With no vote at all there is no chart: eight empty rows would say nothing. */
export function BenchmarkView({ benchmark, medicare, figure, sort, onSort }: BenchmarkViewProps) {
  const model = useMemo(() => benchmarkRange(benchmark, medicare, figure), [benchmark, medicare, figure]);
  const isEmpty = benchmark.rows.every((row) => row.n === 0);
  const height = rangeHeight(model.marks.length);
  return (
    <FigureCard
      figure={figure}
      headingLevel={2}
      chart={
        isEmpty ? null : (
          <Suspense fallback={<div style={{ minHeight: height }} />}>
            <RangeFigure model={model} />
          </Suspense>
        )
      }
      table={<DataTable figure={figure} sort={sort} onSort={onSort} captionHidden renderLabel={payerLabel} />}
    />
  );
}

function payerLabel(row: FigureRow) {
  return (
    <PayerLabel colour={row.id === 'medicare-fee-schedule' ? 'medicare' : row.id}>{row.label}</PayerLabel>
  );
}
