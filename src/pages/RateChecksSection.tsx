import { useMemo } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { publishedChecks } from '../domain/publishedChecks.ts';
import { ratesAsFigures } from '../domain/ratesAsFigures.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { publishedChecksFigure } from '../figures/publishedChecksFigure.ts';
import { CheckList } from './CheckList.tsx';

interface RateChecksSectionProps {
  /** The rates of one code in the user's file. */
  readonly table: RateTable;
  readonly schedule: FeeSchedule;
  /** The file, as the user knows it. */
  readonly origin: string;
}

/** The checks of printed figures, run on a user's own rows. Nothing when no rule finds anything to say. */
export function RateChecksSection({ table, schedule, origin }: RateChecksSectionProps) {
  const checks = useMemo(
    () =>
      publishedChecksFigure(
        publishedChecks(table.code, ratesAsFigures(table), schedule),
        `${table.code} in your file`,
        origin,
      ),
    [table, schedule, origin],
  );
  return checks ? <CheckList checks={checks} headingLevel={2} /> : null;
}
