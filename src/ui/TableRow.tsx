import { memo, type ReactNode } from 'react';
import type { Cell } from '../domain/cell.ts';
import type { ColumnKind } from '../domain/columnKind.ts';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import { formatCell } from '../text/numbers.ts';
import { cellRuns } from './cellRuns.ts';
import styles from './DataTable.module.css';
import { rowElementId } from './rowElementId.ts';

/** How the rows of a table look where they differ from plain ones. The same functions each time spare drawing them anew. */
export interface RowLooks {
  readonly format?: ((cell: Cell<number | string>, kind: ColumnKind) => string) | undefined;
  readonly renderLabel?: ((row: FigureRow) => ReactNode) | undefined;
  /** Another look for a cell (a link, say); undefined leaves it as it is. */
  readonly renderCell?: ((row: FigureRow, column: Column) => ReactNode | undefined) | undefined;
  readonly rowClassName?: ((row: FigureRow) => string | undefined) | undefined;
}

interface TableRowProps extends RowLooks {
  readonly figure: Figure;
  readonly row: FigureRow;
}

/** Words that would stand one to a line in a column left to shrink. */
function isLong(cell: Cell<number | string>): boolean {
  return cell.kind === 'value' && typeof cell.value === 'string' && cell.value.length > 24;
}

/** Why a number is missing, where the words in its place leave it out: read after them it would be said twice. */
function unprinted(cell: Cell<number | string>, words: string): string | undefined {
  return cell.kind === 'absent' && !words.includes(cell.detail) ? cell.detail : undefined;
}

/** A row of a figure's table. In another order it is moved, not drawn again. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { figure, row, format = formatCell, renderLabel, renderCell, rowClassName } = props;
  return (
    <tr id={rowElementId(figure.id, row.id)} className={rowClassName?.(row)}>
      <th scope="row">
        {renderLabel ? renderLabel(row) : row.label}
        {row.flags.map((flag, place) => (
          // By its place: another flag there is written over the one before.
          <span key={place} className={styles['flag']}>
            {flag}
          </span>
        ))}
      </th>
      {cellRuns(figure.columns, row.cells).map(({ column, cell, span }) => (
        <td
          key={column.id}
          colSpan={span > 1 ? span : undefined}
          data-kind={column.kind === 'text' ? column.kind : undefined}
          data-absent={cell.kind === 'absent' ? '' : undefined}
          data-long={isLong(cell) ? '' : undefined}
          title={unprinted(cell, format(cell, column.kind))}
        >
          {renderCell?.(row, column) ??
            (cell.kind === 'absent' ? <span>{format(cell, column.kind)}</span> : format(cell, column.kind))}
        </td>
      ))}
    </tr>
  );
});
