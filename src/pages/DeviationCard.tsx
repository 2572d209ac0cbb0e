import { type DeviationAsk, deviationAsk } from '../figures/deviationAsk.ts';
import type { Figure } from '../figures/figure.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { useAlive } from '../ui/useAlive.ts';
import { explainedCell } from './useExplained.tsx';

export interface DeviationCardProps {
  readonly figure: Figure;
  /** Opens the working of a figure: of one side's votes, or of the difference. */
  readonly onWork: (ask: DeviationAsk) => void;
}

/** A place beside the nation, payer by payer. Each figure opens its working. */
export function DeviationCard({ figure, onWork }: DeviationCardProps) {
  // A second table is not worth its weight in every page's file: the sentences there tell the largest differences.
  const isAlive = useAlive();
  const cell = explainedCell(onWork, (row, column) => deviationAsk(column.id, row.id));
  if (!isAlive) return null;
  return (
    <FigureCard
      figure={figure}
      headingLevel={2}
      chart={null}
      table={<SelfSortedTable figure={figure} captionHidden renderCell={cell} />}
    />
  );
}
