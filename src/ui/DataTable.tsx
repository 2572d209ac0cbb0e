import {
  type ColumnDef,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useId, useMemo } from 'react';
import { type Cell, valueOf } from '../domain/cell.ts';
import type { ColumnKind } from '../domain/columnKind.ts';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';
import { formatCell } from '../text/numbers.ts';
import { cellRuns } from './cellRuns.ts';
import styles from './DataTable.module.css';
import { useAlive } from './useAlive.ts';

interface DataTableProps {
  readonly figure: Figure;
  /** null, or a column the figure does not have: the figure's own order. */
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly format?: (cell: Cell<number | string>, kind: ColumnKind) => string;
  /** When a heading right above already says the title. */
  readonly captionHidden?: boolean;
  readonly renderLabel?: (row: FigureRow) => ReactNode;
  /** Another look for a cell (a link, say); undefined leaves it as it is. */
  readonly renderCell?: (row: FigureRow, column: Column) => ReactNode | undefined;
  readonly rowClassName?: (row: FigureRow) => string | undefined;
  /** Names the group of a row. Groups head their rows in the figure's own order; a sorted table is one list. */
  readonly groupOf?: (row: FigureRow) => string;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type FigureTableRow = Row<typeof features, FigureRow>;

function compareValues(a: FigureTableRow, b: FigureTableRow, columnId: string): number {
  const [left, right] = [a.getValue(columnId), b.getValue(columnId)];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'en', { numeric: true });
}

function columnDefs(figure: Figure): ColumnDef<typeof features, FigureRow>[] {
  const cellsOf = (column: Column) => (row: FigureRow) => {
    const cell = row.cells[column.id];
    return cell ? valueOf(cell) : undefined;
  };
  return [figure.labelColumn, ...figure.columns].map((column) => ({
    id: column.id,
    header: column.label,
    accessorFn: column === figure.labelColumn ? (row: FigureRow) => row.label : cellsOf(column),
    sortFn: compareValues,
    // An absence is not the smallest amount: last, whichever way the column is sorted.
    sortUndefined: 'last' as const,
    sortDescFirst: column.kind !== 'text',
  }));
}

/** Rows in runs of the same group; one nameless run when the table is sorted or has no groups. */
function inGroups(rows: readonly FigureTableRow[], groupOf: DataTableProps['groupOf']) {
  const groups: { name: string; rows: FigureTableRow[] }[] = [];
  for (const row of rows) {
    const name = groupOf?.(row.original) ?? '';
    const last = groups.at(-1);
    if (last?.name === name) last.rows.push(row);
    else groups.push({ name, rows: [row] });
  }
  return groups;
}

/** Words that would stand one to a line in a column left to shrink. */
function isLong(cell: Cell<number | string>): boolean {
  return cell.kind === 'value' && typeof cell.value === 'string' && cell.value.length > 24;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

/** A figure's rows as a sortable table. The only place that knows the table library. */
export function DataTable({
  figure,
  sort,
  onSort,
  format = formatCell,
  captionHidden = false,
  renderLabel,
  renderCell,
  rowClassName,
  groupOf,
}: DataTableProps) {
  const helpId = useId();
  // Before the script nothing sorts, and what a column means is told on the page of methods.
  const isAlive = useAlive();
  const columns = useMemo(() => columnDefs(figure), [figure]);
  const all = [figure.labelColumn, ...figure.columns];
  const known = sort !== null && all.some(({ id }) => id === sort.column) ? sort : null;
  const sorting = useMemo(() => (known ? [{ id: known.column, desc: known.descending }] : []), [known]);
  const table = useTable({
    features,
    columns,
    data: figure.rows,
    getRowId: (row) => row.id,
    state: { sorting },
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      onSort(next ? { column: next.id, descending: next.desc } : null);
    },
    enableMultiSort: false,
  });
  const groups = inGroups(table.getRowModel().rows, known ? undefined : groupOf);

  return (
    // A box that scrolls must be reachable by keyboard.
    <section className={styles['scroll']} aria-label={`${figure.title}, table`} tabIndex={0}>
      <table className={styles['table']}>
        <caption className={captionHidden ? 'visually-hidden' : styles['caption']}>{figure.title}</caption>
        <thead>
          <tr>
            {table.getFlatHeaders().map(({ column }, index) => {
              const { label, kind, definition } = all[index] ?? figure.labelColumn;
              const sorted = column.getIsSorted();
              return (
                <th
                  key={column.id}
                  scope="col"
                  data-kind={kind === 'text' ? kind : undefined}
                  aria-sort={sorted ? ariaSort[sorted] : undefined}
                >
                  {isAlive ? (
                    <button
                      type="button"
                      title={definition}
                      data-sorted={sorted || 'no'}
                      aria-describedby={definition ? `${helpId}-${column.id}` : undefined}
                      onClick={column.getToggleSortingHandler()}
                    >
                      {label}
                    </button>
                  ) : (
                    <span>{label}</span>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={`${group.name} ${group.rows[0]?.id}`}>
            {group.name ? (
              <tr className={styles['group']}>
                <th scope="rowgroup" colSpan={all.length}>
                  <span>{group.name}</span>
                </th>
              </tr>
            ) : null}
            {group.rows.map(({ original: row }) => (
              <tr key={row.id} id={`${figure.id}-${row.id}`} className={rowClassName?.(row)}>
                <th scope="row">
                  {renderLabel ? renderLabel(row) : row.label}
                  {row.flags.map((flag) => (
                    <span key={flag} className={styles['flag']}>
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
                    title={cell.kind === 'absent' && cell.detail !== '' ? cell.detail : undefined}
                  >
                    {renderCell?.(row, column) ??
                      (cell.kind === 'absent' ? (
                        <span>{format(cell, column.kind)}</span>
                      ) : (
                        format(cell, column.kind)
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {isAlive ? (
        <div hidden>
          {all.map(({ id, definition }) => (
            <span key={id} id={`${helpId}-${id}`}>
              {definition}
            </span>
          ))}
        </div>
      ) : null}
    </section>
  );
}
