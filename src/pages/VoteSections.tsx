import { useMemo, useState } from 'react';
import type { Benchmark, BenchmarkRow } from '../domain/benchmark.ts';
import type { BucaShares } from '../domain/buca.ts';
import type { MedicareBenchmark } from '../domain/medicareBenchmark.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { PublishedFigure } from '../domain/published.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Scope } from '../domain/scope.ts';
import type { WhiskerKind } from '../figures/distribution.ts';
import { reportedBuca } from '../figures/reportedBuca.ts';
import { BucaSection } from './BucaSection.tsx';
import styles from './CodePage.module.css';
import { DistributionSection } from './DistributionSection.tsx';
import { OutlierSection } from './OutlierSection.tsx';

interface VoteSectionsProps {
  readonly benchmark: Benchmark;
  readonly medicare: MedicareBenchmark;
  /** The rates the benchmark was made from. */
  readonly table: RateTable;
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  /** The row whose votes are shown; null = the leading one. */
  readonly open: BenchmarkRow['id'] | null;
  readonly onOpen: (row: BenchmarkRow['id']) => void;
  /** What others print for the code. */
  readonly published: readonly PublishedFigure[];
  readonly ratesFile: string;
  readonly origin: string;
}

/** The votes behind the benchmark: how they lie, what the odd ones do, and what pooling them means. */
export function VoteSections(props: VoteSectionsProps) {
  const { benchmark, medicare, table, place, scope, onScope, open, onOpen, published, ratesFile, origin } =
    props;
  const [whiskers, setWhiskers] = useState<WhiskerKind>('p10-p90');
  const [shares, setShares] = useState<BucaShares | null>(null);
  const reported = useMemo(() => reportedBuca(published, place), [published, place]);
  const isOpen = benchmark.rows.some((row) => row.id === open && row.n > 0);
  const withVotes = benchmark.rows.find((row) => row.n > 0);
  const payer = isOpen && open !== null ? open : withVotes?.id;
  return (
    <div id="votes" className={styles['part']}>
      {payer === undefined ? null : (
        <DistributionSection
          benchmark={benchmark}
          table={table}
          medicare={medicare}
          payer={payer}
          onPayer={onOpen}
          whiskers={whiskers}
          onWhiskers={setWhiskers}
          ratesFile={ratesFile}
          origin={origin}
        />
      )}
      <OutlierSection
        benchmark={benchmark}
        table={table}
        outliers={scope.outliers}
        onOutliers={(outliers) => onScope({ ...scope, outliers })}
        origin={origin}
      />
      <BucaSection
        key={`${benchmark.code} ${place ?? ''}`}
        benchmark={benchmark}
        shares={shares}
        onShares={setShares}
        reported={reported}
        origin={origin}
      />
    </div>
  );
}
