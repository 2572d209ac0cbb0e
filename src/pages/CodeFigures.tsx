import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { BenchmarkRow } from '../domain/benchmark.ts';
import type { CodeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { PlaceCode } from '../domain/place.ts';
import { providerNames } from '../domain/providerNames.ts';
import type { PublishedFigure } from '../domain/published.ts';
import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import type { Scope } from '../domain/scope.ts';
import { benchmarkPart, type CodeView } from '../figures/codeView.ts';
import type { Sort } from '../share/address.ts';
import { formatCell } from '../text/numbers.ts';
import { FacetBar } from '../ui/FacetBar.tsx';
import { FigureCard } from '../ui/FigureCard.tsx';
import { InsightList } from '../ui/InsightList.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { BenchmarkView } from './BenchmarkView.tsx';
import { HeadlineTiles } from './HeadlineTiles.tsx';
import { RecomputeCell } from './RecomputeCell.tsx';
import { useCodeWork } from './useCodeWork.tsx';

const VoteSections = lazy(() =>
  import('./VoteSections.tsx').then((module) => ({ default: module.VoteSections })),
);

interface CodeFiguresProps {
  readonly view: CodeView;
  /** What the view was made from; null until the rates are here. */
  readonly benchmarks: CodeBenchmarks | null;
  /** Asks for the rates. */
  readonly onNeed: () => void;
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly onScope: (scope: Scope) => void;
  /** Where the rates come from, for the sources line. */
  readonly origin: string;
  readonly isOwn: boolean;
  /** The page's address for notes and downloads; empty for a user's file. */
  readonly address: string;
  /** The CSV the rates of a place (null = all) were read in. */
  readonly ratesFile: (place: PlaceCode | null) => string;
  /** The row whose votes are shown; null = the leading one. */
  readonly open: BenchmarkRow['id'] | null;
  readonly onOpen: (row: BenchmarkRow['id']) => void;
  /** What others print for the code. */
  readonly published: readonly PublishedFigure[];
  /** What the place has besides payer rates; it comes before the nation where there are no rates. */
  readonly beside?: ReactNode;
}

/** Tiles, insights, benchmark, and beside the nation when a place is chosen: all from the same two benchmarks. */
export function CodeFigures(props: CodeFiguresProps) {
  const { view, benchmarks, onNeed, place, scope, sort, onSort, onScope, origin, isOwn, address } = props;
  const { ratesFile, open, onOpen, published, beside } = props;
  const isLocal = benchmarks !== null && benchmarks.here !== benchmarks.nation;
  const work = useCodeWork({ benchmarks, onNeed, ratesFile, origin, address });
  const nation = useMemo(
    () => (isLocal ? benchmarkPart(benchmarks.nation, origin, isOwn) : null),
    [isLocal, benchmarks, origin, isOwn],
  );
  const names = useMemo(
    () => (benchmarks ? providerNames(benchmarks.nation.table) : new Map<string, string>()),
    [benchmarks],
  );
  const { figure, isEmpty } = view.here;

  return (
    <>
      <FacetBar
        scope={scope}
        onScope={onScope}
        facets={benchmarks?.here.benchmark.selection.facets ?? null}
        onNeed={onNeed}
        providerNames={names}
      />
      {view.relax === '' ? null : (
        <Notice tone="warning" title="No rate fits every choice.">
          {view.relax}
        </Notice>
      )}
      <HeadlineTiles
        tiles={view.tiles}
        onWork={({ rowId, measure }) => work.open({ side: 'here', rowId, measure })}
      />
      {work.panel}
      <InsightList
        insights={view.insights}
        rowLink={(id) => ({
          href: `#${figure.id}-${id}`,
          name: figure.rows.find((row) => row.id === id)?.label ?? id,
        })}
      />
      <BenchmarkView
        part={view.here}
        sort={sort}
        onSort={onSort}
        onWork={(rowId, measure) => work.open({ side: 'here', rowId, measure })}
      />
      {view.deviation ? (
        <FigureCard
          figure={view.deviation}
          headingLevel={2}
          chart={null}
          table={
            <SelfSortedTable
              figure={view.deviation}
              captionHidden
              renderCell={(row, column) => {
                const side = deviationSides[column.id];
                const value = row.cells[column.id];
                if (!side || value?.kind !== 'value') return undefined;
                return (
                  <RecomputeCell
                    text={formatCell(value, column.kind)}
                    name={`${column.label}, ${row.label}`}
                    onOpen={() => work.open({ side, rowId: row.id, measure: 'median' })}
                  />
                );
              }}
            />
          }
        />
      ) : null}
      {isEmpty || !benchmarks ? null : (
        <Suspense fallback={<Loading label="Loading the votes" />}>
          <VoteSections
            {...benchmarks.here}
            place={place}
            scope={scope}
            onScope={onScope}
            open={open}
            onOpen={onOpen}
            published={published}
            ratesFile={ratesFile(isLocal ? place : null)}
            origin={origin}
          />
        </Suspense>
      )}
      {isEmpty ? beside : null}
      {nation ? (
        <BenchmarkView
          part={nation}
          sort={sort}
          onSort={onSort}
          onWork={(rowId, measure) => work.open({ side: 'nation', rowId, measure })}
        />
      ) : null}
      {isEmpty ? null : beside}
    </>
  );
}

/** Whose median a column of the deviation table prints. */
const deviationSides: Readonly<Record<string, 'here' | 'nation'>> = {
  median: 'here',
  'median-national': 'nation',
};
