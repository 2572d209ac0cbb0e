import { type DeviationAsk, deviationAsk } from '../figures/deviationAsk.ts';
import type { Figure } from '../figures/figure.ts';
import { formatCell } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { RecomputeCell } from './RecomputeCell.tsx';

interface DeviationCardProps {
  readonly figure: Figure;
  /** Opens the working of a figure: of one side's votes, or of the difference. */
  readonly onWork: (ask: DeviationAsk) => void;
}

/** A place beside the nation, payer by payer. Each figure opens its working. */
export function DeviationCard({ figure, onWork }: DeviationCardProps) {
  return (
    <FigureCard
      figure={figure}
      headingLevel={2}
      chart={null}
      table={
        <SelfSortedTable
          figure={figure}
          captionHidden
          renderCell={(row, column) => {
            const ask = deviationAsk(column.id, row.id);
            const value = row.cells[column.id];
            if (!ask || value?.kind !== 'value') return undefined;
            return (
              <RecomputeCell
                text={formatCell(value, column.kind)}
                name={`${column.label}, ${row.label}`}
                onOpen={() => onWork(ask)}
              />
            );
          }}
        />
      }
    />
  );
}
