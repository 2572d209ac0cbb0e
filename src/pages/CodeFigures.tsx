import { Fragment, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import type { BenchmarkRow } from '../domain/benchmark.ts';
import { type CodeBenchmarks, foreseeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import { providerNames } from '../domain/providerNames.ts';
import type { PublishedFigure } from '../domain/published.ts';
import type { Scope } from '../domain/scope.ts';
import { benchmarkPart, type CodeView } from '../figures/codeView.ts';
import type { Sort } from '../share/address.ts';
import type { Work } from '../share/workQuery.ts';
import { AliveNext } from '../ui/AliveNext.tsx';
import { FacetBar } from '../ui/FacetBar.tsx';
import { InsightList, type InsightListProps } from '../ui/InsightList.tsx';
import { Later } from '../ui/Later.tsx';
import { Loading } from '../ui/Loading.tsx';
import { latePart } from '../ui/latePart.ts';
import { NextFrame } from '../ui/NextFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { rowElementId } from '../ui/rowElementId.ts';
import { BenchmarkView } from './BenchmarkView.tsx';
import styles from './CodePage.module.css';
import { DeviationCard, type DeviationCardProps } from './DeviationCard.tsx';
import { HeadlineTiles } from './HeadlineTiles.tsx';
import { useCodeWork } from './useCodeWork.tsx';
import { useForesight } from './useForesight.ts';
import type { VoteView } from './VoteSections.tsx';

const VoteSections = latePart(() => import('./VoteSections.tsx').then((module) => module.VoteSections));

interface CodeFiguresProps {
  readonly view: CodeView;
  /**
   * What counts, with the finer filters given, and what else stands between the headline and the figures in full. Its
   * controls tell what they may ask for next.
   */
  readonly scopeBar: (finer: ReactNode, onForesee: (scopes: readonly Scope[]) => void) => ReactNode;
  /** What the view was made from; null until the rates are here. */
  readonly benchmarks: CodeBenchmarks | null;
  /** Medicare's tables; null until the rates are here. */
  readonly schedule: FeeSchedule | null;
  /** Asks for the rates. */
  readonly onNeed: () => void;
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  /** Told what changes of the newest scope, which may not be the one drawn; a whole scope is all of it. */
  readonly onScope: (change: Partial<Scope>) => void;
  /** Where the rates come from, for the sources line. */
  readonly origin: string;
  readonly isOwn: boolean;
  /** The page's address for notes and downloads; empty for a user's file. */
  readonly address: string;
  /** The CSV the rates of a place (null = all) were read in. */
  readonly ratesFile: (place: PlaceCode | null) => string;
  /** The row whose votes are shown; null = the leading one. */
  readonly open: BenchmarkRow['id'] | null;
  readonly onOpen: (row: BenchmarkRow['id'] | null) => void;
  /** The figure whose working lies open; undefined for a user's file, where no address can say so. */
  readonly work?: Work | null;
  readonly onWork?: (work: Work | null) => void;
  /** What was picked among the votes; undefined as above. */
  readonly voteView?: VoteView;
  readonly onVoteView?: (change: Partial<VoteView>) => void;
  /** What others print for the code. */
  readonly published: readonly PublishedFigure[];
  /** What the place has besides payer rates; it comes before the nation where there are no rates. */
  readonly beside?: ReactNode;
}

/** Tiles, insights, benchmark, and beside the nation when a place is chosen: all from the same two benchmarks. */
export function CodeFigures(props: CodeFiguresProps) {
  const { view, benchmarks, onNeed, place, scope, sort, onSort, onScope, origin, isOwn, address } = props;
  const { scopeBar, schedule, ratesFile, open, onOpen, published, beside } = props;
  const isLocal = benchmarks !== null && benchmarks.here !== benchmarks.nation;
  const rates = useMemo(
    () => (benchmarks && schedule ? { benchmarks, schedule } : null),
    [benchmarks, schedule],
  );
  const foresee = useForesight((next) => {
    if (!rates) return;
    const { here, nation } = rates.benchmarks;
    const placeRates = isLocal ? here.table : null;
    foreseeBenchmarks({
      nationalRates: nation.table,
      placeRates,
      place,
      scope: next,
      schedule: rates.schedule,
    });
  });
  const work = useCodeWork({
    rates,
    onNeed,
    work: props.work,
    onWork: props.onWork ?? (() => {}),
    ratesFile,
    origin,
    address,
  });
  const nation = useMemo(
    () => (isLocal ? benchmarkPart(benchmarks.nation, origin, isOwn) : null),
    [isLocal, benchmarks, origin, isOwn],
  );
  const nationTable = benchmarks?.nation.table;
  const names = useCallback(
    () => (nationTable ? providerNames(nationTable) : new Map<string, string>()),
    [nationTable],
  );
  const { figure, isEmpty } = view.here;
  // With keys: where they change places, what the reader has typed in them stays.
  const besides = <Fragment key="b">{beside}</Fragment>;
  const nations = nation && (
    <BenchmarkView key="n" part={nation} sort={sort} onSort={onSort} ofNation onWork={work.open} />
  );
  const rowLink = useCallback(
    (id: string) => ({
      href: `#${rowElementId(figure.id, id)}`,
      name: figure.rows.find((row) => row.id === id)?.label ?? id,
    }),
    [figure],
  );

  return (
    <>
      {/* First of all: who opens a shared link on a phone came for these. */}
      <HeadlineTiles tiles={view.tiles} isLive={benchmarks !== null} onWork={work.open} />
      {work.panel}
      {scopeBar(
        <FacetBar
          scope={scope}
          onScope={onScope}
          onForesee={foresee}
          selection={benchmarks?.here.benchmark.selection ?? null}
          onNeed={onNeed}
          providerNames={names}
        />,
        foresee,
      )}
      {view.relax === '' ? null : (
        <Notice tone="warning" title="No rate fits every choice.">
          {view.relax}
        </Notice>
      )}
      <NextFrame>
        <ViewInsights view={view} rowLink={rowLink} />
      </NextFrame>
      <AliveNext>
        <BenchmarkView part={view.here} sort={sort} onSort={onSort} ofNation={false} onWork={work.open} />
      </AliveNext>
      <div className={styles['below']}>
        <Later>
          <ViewDeviation view={view} onWork={(ask) => work.open({ kind: 'deviation', ask })} />
          {isEmpty || !benchmarks ? null : (
            <Suspense fallback={<Loading label="Loading the votes" />}>
              <VoteSections
                {...benchmarks.here}
                place={place}
                outliers={scope.outliers}
                onOutliers={(outliers) => onScope({ outliers })}
                open={open}
                onOpen={onOpen}
                published={published}
                ratesFile={ratesFile(isLocal ? place : null)}
                origin={origin}
                address={address}
                isOwn={isOwn}
                view={props.voteView}
                onView={props.onVoteView}
              />
            </Suspense>
          )}
          {isEmpty ? [besides, nations] : [nations, besides]}
        </Later>
      </div>
    </>
  );
}

// What of a view comes after the frame with its numbers is made no sooner.

function ViewInsights({ view, rowLink }: Pick<CodeFiguresProps, 'view'> & Pick<InsightListProps, 'rowLink'>) {
  return <InsightList insights={view.insights} rowLink={rowLink} />;
}

function ViewDeviation({
  view,
  onWork,
}: Pick<CodeFiguresProps, 'view'> & Pick<DeviationCardProps, 'onWork'>) {
  return view.deviation && <DeviationCard figure={view.deviation} onWork={onWork} />;
}
