import { type ReactNode, Suspense, useMemo } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { medicareTrend } from '../domain/medicareTrend.ts';
import type { PlaceCode } from '../domain/place.ts';
import { medicareTrendFigure } from '../figures/medicareTrendFigure.ts';
import { medicareTrendLines } from '../figures/medicareTrendLines.ts';
import { isTrendFigure, trendWorking } from '../figures/trendWorking.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { periodSentence } from '../text/trendText.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { latePart } from '../ui/latePart.ts';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './FeeSchedulePage.module.css';
import { explainedCell, useExplained } from './useExplained.tsx';

/** Recharts is the largest thing on the page; the words and the table do not wait for it. */
const TrendChart = latePart(() => import('./TrendChart.tsx').then((module) => module.TrendChart));

interface MedicareTrendCardProps {
  readonly schedule: FeeSchedule;
  readonly code: string;
  readonly place: PlaceCode | null;
  readonly actions?: ReactNode;
  readonly origin?: string;
  /** The page's address for the sheets; empty for a user's file, which no address can carry. */
  readonly address: string;
}

/** Where a page does not say it. */
const medicareOrigin = 'CMS tables of this release';

/** A code's Medicare amounts over the years: line, table, and the cause of every change in a sentence. */
export function MedicareTrendCard(props: MedicareTrendCardProps) {
  const { schedule, code, place, actions, origin = medicareOrigin, address } = props;
  const trend = useMemo(() => medicareTrend(schedule, code, place), [schedule, code, place]);
  const figure = useMemo(() => medicareTrendFigure(trend), [trend]);
  const lines = useMemo(() => medicareTrendLines(trend), [trend]);
  const sentences = [...trend.periods, ...trend.participants].filter(({ change }) => change.kind === 'value');
  const { open, panel } = useExplained();
  const cell = explainedCell(open, (row, column) =>
    isTrendFigure(column.id) ? () => trendWorking(trend, row.id, column.id, { origin, address }) : undefined,
  );
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        actions={actions}
        chart={
          lines ? (
            <Suspense fallback={<div className={styles['chartSpace']} />}>
              <TrendChart model={lines} />
            </Suspense>
          ) : null
        }
        table={
          lines ? (
            <>
              <SelfSortedTable figure={figure} captionHidden renderCell={cell} />
              <details className={styles['causes']}>
                <summary>Why each amount changed</summary>
                <ol>
                  {sentences.toReversed().map((period) => (
                    <li key={`${period.factor.from} ${period.factor.appliesTo}`}>
                      {keepTogether(periodSentence(period))}
                    </li>
                  ))}
                </ol>
              </details>
            </>
          ) : null
        }
      />
      {panel}
    </>
  );
}
