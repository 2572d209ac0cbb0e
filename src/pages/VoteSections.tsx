import { useMemo, useState } from 'react';
import { type Benchmark, type BenchmarkRow, leadingVotes } from '../domain/benchmark.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { PublishedFigure } from '../domain/published.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Scope } from '../domain/scope.ts';
import { reportedBuca } from '../figures/reportedBuca.ts';
import type { CodeAddress } from '../share/address.ts';
import { BucaSection } from './BucaSection.tsx';
import styles from './CodePage.module.css';
import { DistributionSection } from './DistributionSection.tsx';
import { OutlierSection } from './OutlierSection.tsx';

/** What the reader picks in these sections. A published code's address is one of these. */
export type VoteView = Pick<CodeAddress, 'whiskers' | 'votes' | 'shares'>;

const firstView: VoteView = { whiskers: 'p10-p90', votes: 'first', shares: null };

interface VoteSectionsProps {
  readonly benchmark: Benchmark;
  readonly medicare: MedicareBenchmark;
  /** The rates the benchmark was made from. */
  readonly table: RateTable;
  readonly place: PlaceCode | null;
  readonly outliers: Scope['outliers'];
  readonly onOutliers: (outliers: Scope['outliers']) => void;
  /** The row whose votes are shown; null = the leading one. */
  readonly open: BenchmarkRow['id'] | null;
  /** null = the votes shown where none are asked for: equal views have equal addresses. */
  readonly onOpen: (row: BenchmarkRow['id'] | null) => void;
  /** Without one it is kept here: no address can carry the view of a user's file. */
  readonly view?: VoteView | undefined;
  readonly onView?: ((change: Partial<VoteView>) => void) | undefined;
  /** What others print for the code. */
  readonly published: readonly PublishedFigure[];
  readonly ratesFile: string;
  readonly origin: string;
  /** The page's address for the sheets; empty for a user's file, which no address can carry. */
  readonly address: string;
  readonly isOwn: boolean;
}

/** The votes behind the benchmark: how they lie, what the odd ones do, and what pooling them means. */
export function VoteSections(props: VoteSectionsProps) {
  const { benchmark, medicare, table, place, open, onOpen, published, ratesFile, origin, address, isOwn } =
    props;
  const [ownView, setOwnView] = useState(firstView);
  const { whiskers, votes, shares } = props.view ?? ownView;
  const onView = (change: Partial<VoteView>) =>
    props.view && props.onView ? props.onView(change) : setOwnView({ ...ownView, ...change });
  const reported = useMemo(() => reportedBuca(published, place), [published, place]);
  const isOpen = benchmark.rows.some((row) => row.id === open && row.n > 0);
  const first = leadingVotes(benchmark)?.id;
  const payer = isOpen && open !== null ? open : first;
  return (
    <div id="votes" className={styles['part']}>
      {payer === undefined ? null : (
        <DistributionSection
          benchmark={benchmark}
          table={table}
          medicare={medicare}
          payer={payer}
          onPayer={(next) => onOpen(next === first ? null : next)}
          whiskers={whiskers}
          onWhiskers={(next) => onView({ whiskers: next })}
          votes={votes}
          onVotes={(next) => onView({ votes: next })}
          ratesFile={ratesFile}
          origin={origin}
          isOwn={isOwn}
        />
      )}
      <OutlierSection
        benchmark={benchmark}
        table={table}
        outliers={props.outliers}
        onOutliers={props.onOutliers}
        origin={origin}
        address={address}
        isOwn={isOwn}
      />
      <BucaSection
        key={`${benchmark.code} ${place ?? ''}`}
        benchmark={benchmark}
        shares={shares}
        onShares={(next) => onView({ shares: next })}
        reported={reported}
        origin={origin}
        table={table}
        ratesFile={ratesFile}
        published={published}
        address={address}
        isOwn={isOwn}
      />
    </div>
  );
}
