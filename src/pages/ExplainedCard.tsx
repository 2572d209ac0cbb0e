import type { ReactNode } from 'react';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { type Explain, explainedCell, useExplained } from './useExplained.tsx';

interface ExplainedCardProps {
  readonly figure: Figure;
  /** The working of a cell; undefined for one without. */
  readonly explain: (row: FigureRow, column: Column) => Explain | undefined;
  /** As `FigureCard`'s. */
  readonly actions?: ReactNode;
  readonly renderLabel?: (row: FigureRow) => ReactNode;
}

/** A figure that is a table alone, where each number opens its working. Without rows its summary says why. */
export function ExplainedCard({ figure, explain, actions, renderLabel }: ExplainedCardProps) {
  const { open, panel } = useExplained();
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        actions={actions}
        chart={null}
        table={
          figure.rows.length > 0 ? (
            <SelfSortedTable
              figure={figure}
              captionHidden
              renderCell={explainedCell(open, explain)}
              renderLabel={renderLabel}
            />
          ) : null
        }
      />
      {panel}
    </>
  );
}
