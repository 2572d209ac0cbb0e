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
  const total = hasTotal ? figure.rows.slice(-1) : [];
  const rest = figure.rows.length - total.length - most;
  const shown =
    isWhole || rest <= 0 ? figure : { ...figure, rows: [...figure.rows.slice(0, most), ...total] };
  return (
    <FigureCard
      figure={shown}
      whole={() => figure}
      headingLevel={2}
      actions={actions}
      chart={chart}
      table={
        <>
          {above}
          <SelfSortedTable
            figure={shown}
            captionHidden
            renderCell={renderCell}
            {...(renderLabel ? { renderLabel } : {})}
          />
          <ShowRest hasRest={shown !== figure} onShow={() => setIsWhole(true)}>
            Show the other {countOf(rest, 'line')}
          </ShowRest>
        </>
      }
    />
  );
}
