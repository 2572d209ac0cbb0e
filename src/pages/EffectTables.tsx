import { type ReactNode, useMemo, useState } from 'react';
import type { OutlierEffect } from '../domain/outlierEffect.ts';
import { effectWorking, flaggedVoteWorking } from '../figures/effectWorking.ts';
import { flaggedSummary, flaggedVotesFigure, outlierEffectFigure } from '../figures/outlierEffectFigure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './PublishedSection.module.css';
import { explainedCell, useExplained } from './useExplained.tsx';

interface EffectTablesProps {
  /** One page may have two of these, of its own votes and of what others print: their parts must not share an id. */
  readonly id: 'outlier-effect' | 'published-effect';
  readonly effects: readonly OutlierEffect[];
  readonly subject: string;
  readonly origin: string;
  /** The page's address for the sheets; empty for a user's file, which no address can carry. */
  readonly address: string;
  readonly headingLevel: 2 | 3;
  /** The switch that leaves flagged votes out, beside the heading. */
  readonly actions?: ReactNode;
  readonly isOpen: boolean;
}

/** With and without: first each payer, then each flagged vote. */
export function EffectTables(props: EffectTablesProps) {
  const { id, effects, subject, origin, address, headingLevel, actions, isOpen } = props;
  const input = useMemo(() => ({ effects, subject, origin }), [effects, subject, origin]);
  const figure = useMemo(() => ({ ...outlierEffectFigure(input), id }), [input, id]);
  // Closed, it is not made: each line is the group's figures once more, without one of its votes.
  const [shows, setShows] = useState(isOpen);
  const votes = useMemo(() => (shows ? flaggedVotesFigure(input) : null), [shows, input]);
  const summary = flaggedSummary(effects);
  const { open, panel } = useExplained();
  const working = { ...input, address };
  const effectCell = explainedCell(open, (row, column) =>
    column.kind === 'count'
      ? undefined
      : () => effectWorking({ ...working, rowId: row.id, columnId: column.id }),
  );
  const voteCell = explainedCell(open, (row, column) =>
    column.kind === 'text' || column.id === 'amount'
      ? undefined
      : () => flaggedVoteWorking({ ...working, rowId: row.id, columnId: column.id }),
  );
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={headingLevel}
        chart={null}
        actions={actions}
        table={
          <>
            <SelfSortedTable figure={figure} captionHidden renderCell={effectCell} />
            {summary === '' ? null : (
              <details
                className={styles['votes']}
                open={shows}
                onToggle={({ currentTarget }) => setShows(currentTarget.open)}
              >
                <summary>{summary}</summary>
                {votes ? (
                  <SelfSortedTable
                    figure={votes.figure}
                    captionHidden
                    renderCell={voteCell}
                    groupOf={(row) => votes.groups.get(row.id) ?? ''}
                  />
                ) : null}
                {votes?.figure.notes.map((note) => (
                  <p key={note}>{note}</p>
                ))}
              </details>
            )}
          </>
        }
      />
      {panel}
    </>
  );
}
