import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { medicareTrend } from '../domain/medicareTrend.ts';
import type { PlaceCode } from '../domain/place.ts';
import { medicareTrendFigure } from '../figures/medicareTrendFigure.ts';
import { medicareTrendLines } from '../figures/medicareTrendLines.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { periodSentence } from '../text/trendText.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './FeeSchedulePage.module.css';

/** Recharts is the largest thing on the page; the words and the table do not wait for it. */
const TrendChart = lazy(() => import('./TrendChart.tsx').then((module) => ({ default: module.TrendChart })));

interface MedicareTrendCardProps {
  readonly schedule: FeeSchedule;
  readonly code: string;
  readonly place: PlaceCode | null;
  readonly actions?: ReactNode;
}

/** A code's Medicare amounts over the years: line, table, and the cause of every change in a sentence. */
export function MedicareTrendCard({ schedule, code, place, actions }: MedicareTrendCardProps) {
  const trend = useMemo(() => medicareTrend(schedule, code, place), [schedule, code, place]);
  const figure = useMemo(() => medicareTrendFigure(trend), [trend]);
  const lines = useMemo(() => medicareTrendLines(trend), [trend]);
  const sentences = [...trend.periods, ...trend.participants].filter(({ change }) => change.kind === 'value');
  return (
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
            <SelfSortedTable figure={figure} captionHidden />
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
  );
}
