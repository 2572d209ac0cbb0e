import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { Charge, ContractTerm, MedicareYear } from '../domain/contractTerm.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { medicareAhead } from '../domain/medicareYears.ts';
import type { PlaceCode } from '../domain/place.ts';
import { breakEvenChange, compareTerms, type TermComparison } from '../domain/termComparison.ts';
import type { Figure } from '../figures/figure.ts';
import { termHistoryFigure, termValueFigure } from '../figures/termFigure.ts';
import { termLines } from '../figures/termLines.ts';
import { termWorking } from '../figures/termWorking.ts';
import { termText } from '../text/termText.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './Desk.module.css';
import { explainedCell, useExplained } from './useExplained.tsx';

/** Recharts is the largest thing here; the words and the tables do not wait for it. */
const TrendChart = lazy(() => import('./TrendChart.tsx').then((module) => ({ default: module.TrendChart })));

interface TermFiguresProps {
  readonly a: ContractTerm;
  readonly b: ContractTerm;
  readonly charge: Charge | null;
  readonly units: number;
  readonly years: number;
  readonly growth: number;
  readonly growthSource: string;
  /** CMS's own years. */
  readonly history: readonly MedicareYear[];
  readonly schedule: FeeSchedule;
  readonly code: string;
  readonly place: PlaceCode | null;
  readonly origin: string;
  readonly isSample: boolean;
}

/** The two figures of two terms: what they would have paid, and what they are worth. */
export function TermFigures(props: TermFiguresProps) {
  const { a, b, charge, units, years, growth, history } = props;
  const { open, panel } = useExplained();
  const shown = useMemo(() => {
    const input = { a, b, charge, units };
    return {
      past: compareTerms(input, history, history),
      ahead: compareTerms(input, medicareAhead(history, years, growth), history),
      breakEven: breakEvenChange(input, history, years),
    };
  }, [a, b, charge, units, years, growth, history]);
  const past = termHistoryFigure({ ...props, comparison: shown.past });
  const ahead = termValueFigure({ ...props, comparison: shown.ahead, breakEven: shown.breakEven });

  function card(figure: Figure, comparison: TermComparison): ReactNode {
    const { title, summary } = figure;
    const lines = termLines(comparison, { title, summary, a: termText(a), b: termText(b) });
    const working = { ...props, comparison, known: history, address: '' };
    const cell = explainedCell(open, (row, column) =>
      column.kind === 'text' ? undefined : () => termWorking(working, row.id, column.id),
    );
    return (
      <FigureCard
        figure={figure}
        headingLevel={3}
        chart={
          lines && lines.steps.length > 1 ? (
            <Suspense fallback={<div className={styles['chartSpace']} />}>
              <TrendChart model={lines} />
            </Suspense>
          ) : null
        }
        table={<SelfSortedTable figure={figure} captionHidden renderCell={cell} />}
      />
    );
  }

  return (
    <>
      {card(past, shown.past)}
      {card(ahead, shown.ahead)}
      {panel}
    </>
  );
}
