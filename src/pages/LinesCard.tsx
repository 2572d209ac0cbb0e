import { type ReactNode, useState } from 'react';
import type { Figure, FigureRow } from '../figures/figure.ts';
import { countOf } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { ShowRest } from '../ui/ShowRest.tsx';
import type { explainedCell } from './useExplained.tsx';

/** A table of more lines answers too slowly; the export holds them all. */
const mostShown = 400;

interface LinesCardProps extends Pick<Parameters<typeof FigureCard>[0], 'actions'> {
  readonly figure: Figure;
  readonly renderCell: ReturnType<typeof explainedCell>;
  readonly renderLabel?: (row: FigureRow) => ReactNode;
  /** What stands right above the table. */
  readonly above?: ReactNode;
  readonly chart?: ReactNode;
  /** Rows that are shown at first; the last, of a total, always is. */
  readonly most?: number;
  readonly hasTotal?: boolean;
}

/** A figure of many lines: the first are shown, the export has them all. */
export function LinesCard(props: LinesCardProps) {
  const { figure, renderCell, renderLabel, above, actions } = props;
  const { chart = null, most = mostShown, hasTotal = false } = props;
  const [isWhole, setIsWhole] = useState(false);
  const rest = figure.rows.length - (hasTotal ? 1 : 0) - most;
  const isFolded = !isWhole && rest > 0;
  return (
    <FigureCard
      figure={figure}
      headingLevel={2}
      actions={actions}
      chart={chart}
      table={
        <>
          {above}
          <SelfSortedTable
            figure={figure}
            captionHidden
            renderCell={renderCell}
            {...(isFolded ? { most, alwaysShown: hasTotal ? figure.rows.at(-1)?.id : undefined } : {})}
            {...(renderLabel ? { renderLabel } : {})}
          />
          <ShowRest hasRest={isFolded} onShow={() => setIsWhole(true)}>
            Show the other {countOf(rest, 'line')}
          </ShowRest>
        </>
      }
    />
  );
}
