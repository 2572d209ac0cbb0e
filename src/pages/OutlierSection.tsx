import { useMemo } from 'react';
import type { Benchmark } from '../domain/benchmark.ts';
import { benchmarkEffects, rowEffect } from '../domain/effectGroups.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { placeTitle } from '../text/names.ts';
import { Steps } from '../ui/Steps.tsx';
import { EffectTables } from './EffectTables.tsx';
import styles from './PublishedSection.module.css';

interface OutlierSectionProps {
  /** The benchmark on the page, with flagged votes counted or left out: both give the same tables here. */
  readonly benchmark: Benchmark;
  /** The rates it was made from, for the providers' names. */
  readonly table: RateTable;
  /** Whether the page's figures count flagged votes; kept in the address. */
  readonly outliers: 'in' | 'out';
  readonly onOutliers: (outliers: 'in' | 'out') => void;
  readonly origin: string;
  readonly address: string;
  readonly isOwn?: boolean;
}

/** What flagged votes do to each payer's figures, and the switch that leaves them out of the page. */
export function OutlierSection(props: OutlierSectionProps) {
  const { benchmark, table } = props;
  return (
    <>
      <Steps
        steps={benchmark.rows.flatMap((row) => [() => row.votes, () => rowEffect(row, benchmark, table)])}
      />
      <Effects {...props} />
    </>
  );
}

function Effects(props: OutlierSectionProps) {
  const { benchmark, table, outliers, onOutliers, origin, address, isOwn } = props;
  const effects = useMemo(() => benchmarkEffects(benchmark, table), [benchmark, table]);
  if (effects.length === 0) return null;
  const isAny = effects.some(({ flagged }) => flagged.length > 0);
  const control = (
    <label className={styles['switch']}>
      <input
        type="checkbox"
        checked={outliers === 'out'}
        onChange={({ target }) => onOutliers(target.checked ? 'out' : 'in')}
      />
      Leave flagged votes out of this page
    </label>
  );
  return (
    <EffectTables
      id="outlier-effect"
      effects={effects}
      subject={`${benchmark.code}, ${placeTitle(benchmark.place, isOwn)}`}
      origin={origin}
      address={address}
      headingLevel={2}
      isOpen={false}
      actions={isAny || outliers === 'out' ? control : null}
    />
  );
}
