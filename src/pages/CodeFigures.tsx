import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { type BenchmarkRow, benchmark } from '../domain/benchmark.ts';
import { deviations } from '../domain/deviation.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { insights } from '../domain/insight.ts';
import { medicareBenchmark } from '../domain/medicareBenchmark.ts';
import type { PlaceCode } from '../domain/place.ts';
import { providerNames } from '../domain/providerNames.ts';
import type { PublishedFigure } from '../domain/published.ts';
import type { RateSelection } from '../domain/rateSelection.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { relaxations } from '../domain/relax.ts';
import type { Scope } from '../domain/scope.ts';
import { benchmarkFigure } from '../figures/benchmarkFigure.ts';
import { deviationFigure } from '../figures/deviationFigure.ts';
import type { Sort } from '../share/address.ts';
import { insightSentence } from '../text/insightText.ts';
import { formatCell } from '../text/numbers.ts';
import { relaxText } from '../text/relaxText.ts';
import { FacetBar } from '../ui/FacetBar.tsx';
import { FigureCard } from '../ui/FigureCard.tsx';
import { InsightList } from '../ui/InsightList.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { BenchmarkView } from './BenchmarkView.tsx';
import { HeadlineTiles } from './HeadlineTiles.tsx';
import { RecomputeCell } from './RecomputeCell.tsx';
import { useRecompute } from './useRecompute.tsx';

const VoteSections = lazy(() =>
  import('./VoteSections.tsx').then((module) => ({ default: module.VoteSections })),
);

interface CodeFiguresProps {
  /** Rates of the whole nation, or of the whole of the user's file. */
  readonly nationalRates: RateTable;
  /** Rates of the place; null on the national page. */
  readonly placeRates: RateTable | null;
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  readonly schedule: FeeSchedule;
  readonly medicareYear: number;
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
  const {
    nationalRates,
    placeRates,
    place,
    scope,
    schedule,
    medicareYear,
    sort,
    onSort,
    onScope,
    origin,
    isOwn,
    address,
    ratesFile,
    open,
    onOpen,
    published,
    beside,
  } = props;
  const nation = useMemo(
    () => figuresOf(nationalRates, null, scope, schedule, medicareYear, origin, isOwn),
    [nationalRates, scope, schedule, medicareYear, origin, isOwn],
  );
  const local = useMemo(
    () =>
      place === null || placeRates === null
        ? null
        : figuresOf(placeRates, place, scope, schedule, medicareYear, origin, isOwn),
    [placeRates, place, scope, schedule, medicareYear, origin, isOwn],
  );
  const here = local ?? nation;
  const compared = useMemo(
    () => (local ? deviations(local.benchmark, nation.benchmark) : []),
    [local, nation],
  );
  const sentences = useMemo(
    () => insights(here.benchmark, compared).map((insight) => insightSentence(insight, place)),
    [here, compared, place],
  );
  const deviation = useMemo(
    () => (local ? deviationFigure(local.benchmark, nation.benchmark, origin) : null),
    [local, nation, origin],
  );

  const names = useMemo(() => providerNames(nationalRates), [nationalRates]);
  const relax = relaxations(here.benchmark.selection);
  const isFiltered = here.benchmark.places.length === 0 && rowsPresent(here.benchmark.selection) > 0;
  const recompute = useRecompute(origin, address);
  const isEmpty = here.benchmark.places.length === 0;

  return (
    <>
      <FacetBar
        scope={scope}
        onScope={onScope}
        facets={here.benchmark.selection.facets}
        providerNames={names}
      />
      {isFiltered ? (
        <Notice tone="warning" title="No rate fits every choice.">
          {relaxText(relax)}
        </Notice>
      ) : null}
      <HeadlineTiles
        benchmark={here.benchmark}
        medicare={here.medicare}
        onOpen={(row, measure) =>
          recompute.open({ ...here, ratesFile: ratesFile(local ? place : null), row, measure })
        }
      />
      {recompute.panel}
      <InsightList
        insights={sentences}
        rowLink={(id) => ({
          href: `#${here.figure.id}-${id}`,
          name: here.benchmark.rows.find((row) => row.id === id)?.name ?? id,
        })}
      />
      <BenchmarkView
        {...here}
        ratesFile={ratesFile(local ? place : null)}
        origin={origin}
        address={address}
        sort={sort}
        onSort={onSort}
      />
      {deviation && local && !isEmpty ? (
        <FigureCard
          figure={deviation}
          headingLevel={2}
          chart={null}
          table={
            <SelfSortedTable
              figure={deviation}
              captionHidden
              renderCell={(row, column) => {
                const opens = deviationTarget(column.id, row.id, local, nation);
                const value = row.cells[column.id];
                if (!opens || value?.kind !== 'value') return undefined;
                return (
                  <RecomputeCell
                    text={formatCell(value, column.kind)}
                    name={`${column.label}, ${row.label}`}
                    onOpen={() =>
                      recompute.open({
                        ...opens,
                        ratesFile: ratesFile(opens.benchmark.place),
                        measure: 'median',
                      })
                    }
                  />
                );
              }}
            />
          }
        />
      ) : null}
      {isEmpty ? null : (
        <Suspense fallback={<Loading label="Loading the votes" />}>
          <VoteSections
            {...here}
            place={place}
            scope={scope}
            onScope={onScope}
            open={open}
            onOpen={onOpen}
            published={published}
            ratesFile={ratesFile(local ? place : null)}
            origin={origin}
          />
        </Suspense>
      )}
      {isEmpty ? beside : null}
      {local ? (
        <BenchmarkView
          {...nation}
          ratesFile={ratesFile(null)}
          origin={origin}
          address={address}
          sort={sort}
          onSort={onSort}
        />
      ) : null}
      {isEmpty ? null : beside}
    </>
  );
}

/** Which benchmark's median a column of the deviation table prints; its differences are sums of the two. */
function deviationTarget(
  columnId: string,
  rowId: string,
  local: ReturnType<typeof figuresOf>,
  nation: ReturnType<typeof figuresOf>,
) {
  const side = columnId === 'median' ? local : columnId === 'median-national' ? nation : undefined;
  const row = side?.benchmark.rows.find((each) => each.id === rowId);
  return side && row ? { ...side, row } : undefined;
}

/** Rates of the code and place in any scope. */
function rowsPresent(selection: RateSelection): number {
  return selection.rows.length + Object.values(selection.leftOut).reduce((total, count) => total + count, 0);
}

function figuresOf(
  rates: RateTable,
  place: PlaceCode | null,
  scope: Scope,
  schedule: FeeSchedule,
  medicareYear: number,
  origin: string,
  isOwn: boolean,
) {
  const result = benchmark(rates, scope, place, schedule);
  const medicare = medicareBenchmark(schedule, rates.code, place, medicareYear, scope.site);
  return {
    table: rates,
    benchmark: result,
    medicare,
    figure: benchmarkFigure({ benchmark: result, medicare, origin, isOwn }),
  };
}
