import { type ReactNode, useMemo } from 'react';
import type { OutlierEffect } from '../domain/outlierEffect.ts';
import { flaggedVotesFigure, outlierEffectFigure } from '../figures/outlierEffectFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './PublishedSection.module.css';

interface EffectTablesProps {
  readonly effects: readonly OutlierEffect[];
  readonly subject: string;
  readonly origin: string;
  readonly headingLevel: 2 | 3;
  /** The switch that leaves flagged votes out, beside the heading. */
  readonly actions?: ReactNode;
  readonly isOpen: boolean;
}

/** With and without: first each payer, then each flagged vote. */
export function EffectTables({ effects, subject, origin, headingLevel, actions, isOpen }: EffectTablesProps) {
  const input = useMemo(() => ({ effects, subject, origin }), [effects, subject, origin]);
  const figure = useMemo(() => outlierEffectFigure(input), [input]);
  const votes = useMemo(() => flaggedVotesFigure(input), [input]);
  return (
    <FigureCard
      figure={figure}
      headingLevel={headingLevel}
      chart={null}
      actions={actions}
      table={
        <>
          <SelfSortedTable figure={figure} captionHidden />
          {votes ? (
            <details className={styles['votes']} open={isOpen}>
              <summary>{votes.figure.summary}</summary>
              <SelfSortedTable
                figure={votes.figure}
                captionHidden
                groupOf={(row) => votes.groups.get(row.id) ?? ''}
              />
              {votes.figure.notes.map((note) => (
                <p key={note}>{note}</p>
              ))}
            </details>
          ) : null}
        </>
      }
    />
  );
}
