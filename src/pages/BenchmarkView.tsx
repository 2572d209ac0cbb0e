import { lazy, Suspense, useMemo } from 'react';
import { rangeHeight } from '../charts/rangeLayout.ts';
import type { Benchmark } from '../domain/benchmark.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { benchmarkRange } from '../figures/benchmarkRange.ts';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';
import { formatCell } from '../text/numbers.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { FigureCard } from '../ui/FigureCard.tsx';
import { PayerLabel } from '../ui/PayerLabel.tsx';
import { measureOfColumn, RecomputeCell } from './RecomputeCell.tsx';
import { useRecompute } from './useRecompute.tsx';

/** Recharts is the largest thing on the page; the words and the table do not wait for it. */
const RangeFigure = lazy(() =>
  import('./RangeFigure.tsx').then((module) => ({ default: module.RangeFigure })),
);
interface BenchmarkViewProps {
  readonly benchmark: Benchmark;
  readonly medicare: MedicareBenchmark;
  readonly figure: Figure;
  /** The rates the benchmark was made from. */
  readonly table: RateTable;
  /** The CSV they were read in, as the release or the user calls it. */
  readonly ratesFile: string;
  readonly origin: string;
  /** The page's address for the reader's notes; empty for a user's file, which no address can carry. */
  readonly address: string;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
}

/** A benchmark as chart and table. With no vote at all there is no chart: eight empty rows would say nothing. */
export function BenchmarkView(props: BenchmarkViewProps) {
  const { benchmark, medicare, figure, table, ratesFile, origin, address, sort, onSort } = props;
  const recompute = useRecompute(origin, address);
  const model = useMemo(() => benchmarkRange(benchmark, medicare, figure), [benchmark, medicare, figure]);
  const isEmpty = benchmark.rows.every((row) => row.n === 0);
  const height = rangeHeight(model.marks.length);

  function cell({ id, cells }: FigureRow, column: Column) {
    const measure = measureOfColumn(column.id);
    const row = benchmark.rows.find((each) => each.id === id);
    const value = cells[column.id];
    if (measure === undefined || !row || value?.kind !== 'value') return undefined;
    return (
      <RecomputeCell
        text={formatCell(value, column.kind)}
        name={`${column.label} of ${row.name}`}
        onOpen={() => recompute.open({ benchmark, table, ratesFile, row, measure })}
      />
    );
  }

  return (
    <>
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
        table={
          <DataTable
            figure={figure}
            sort={sort}
            onSort={onSort}
            captionHidden
            renderLabel={payerLabel}
            renderCell={cell}
          />
        }
      />
      {recompute.panel}
    </>
  );
}

function payerLabel(row: FigureRow) {
  return (
    <PayerLabel colour={row.id === 'medicare-fee-schedule' ? 'medicare' : row.id}>{row.label}</PayerLabel>
  );
}
