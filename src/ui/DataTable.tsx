import {
  type ColumnDef,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useId, useMemo } from 'react';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import { compareInOrder, orderValue } from '../figures/rowOrder.ts';
import type { Sort } from '../share/address.ts';
import styles from './DataTable.module.css';
import { type RowLooks, TableRow } from './TableRow.tsx';
import { useAlive } from './useAlive.ts';

interface DataTableProps extends RowLooks {
  readonly figure: Figure;
  /** null, or a column the figure does not have: the figure's own order. */
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  /** When a heading right above already says the title. */
  readonly captionHidden?: boolean;
  /** Names the group of a row. Groups head their rows in the figure's own order; a sorted table is one list. */
  readonly groupOf?: (row: FigureRow) => string;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type FigureTableRow = Row<typeof features, FigureRow>;

/** Exports put rows in order by the same comparison (`figures/figureInOrder.ts`). */
function compareRows(a: FigureTableRow, b: FigureTableRow, columnId: string): number {
  return compareInOrder(a.getValue(columnId), b.getValue(columnId));
}

type ColumnKey = Pick<Column, 'id' | 'kind'>;

/** @param columns that of the rows' labels first. */
function columnDefs(columns: readonly ColumnKey[]): ColumnDef<typeof features, FigureRow>[] {
  return columns.map(({ id, kind }, place) => ({
    id,
    accessorFn: (row: FigureRow) => orderValue(row, place === 0 ? null : id),
    sortFn: compareRows,
    // An absence is not the smallest amount: last, whichever way the column is sorted.
    sortUndefined: 'last' as const,
    sortDescFirst: kind !== 'text',
  }));
}

/** The same definitions while figures have the same columns, so that other figures in them leave the table's head alone. */
function useColumnDefs(columns: readonly Column[]): ColumnDef<typeof features, FigureRow>[] {
  const keys = JSON.stringify(columns.map(({ id, kind }): ColumnKey => ({ id, kind })));
  return useMemo(() => columnDefs(JSON.parse(keys) as ColumnKey[]), [keys]);
}

/** Rows in runs of the same group, numbered from 0; one nameless run when the table is sorted or has no groups. */
function inGroups(rows: readonly FigureTableRow[], groupOf: DataTableProps['groupOf']) {
  const groups: { id: number; name: string; rows: FigureTableRow[] }[] = [];
  for (const row of rows) {
    const name = groupOf?.(row.original) ?? '';
    const last = groups.at(-1);
    if (last?.name === name) last.rows.push(row);
    else groups.push({ id: groups.length, name, rows: [row] });
  }
  return groups;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

/** A figure's rows as a sortable table. The only place that knows the table library. */
export function DataTable({
  figure,
  sort,
  onSort,
  format,
  captionHidden = false,
  renderLabel,
  renderCell,
  rowClassName,
  groupOf,
}: DataTableProps) {
  const helpId = useId();
  // Before the script nothing sorts, and what a column means is told on the page of methods.
  const isAlive = useAlive();
  const all = [figure.labelColumn, ...figure.columns];
  const columns = useColumnDefs(all);
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
                      aria-describedby={definition ? `${helpId}-${index}` : undefined}
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
          <tbody key={group.id}>
            {group.name ? (
              <tr className={styles['group']}>
                <th scope="rowgroup" colSpan={all.length}>
                  <span>{group.name}</span>
                </th>
              </tr>
            ) : null}
            {group.rows.map(({ original: row }) => (
              <TableRow
                key={row.id}
                figure={figure}
                row={row}
                format={format}
                renderLabel={renderLabel}
                renderCell={renderCell}
                rowClassName={rowClassName}
              />
            ))}
          </tbody>
        ))}
      </table>
      {isAlive ? (
        <div hidden>
          {/* By number: a column may be named by words, and a space would part the id in two. */}
          {all.map(({ id, definition }, index) => (
            <span key={id} id={`${helpId}-${index}`}>
              {definition}
            </span>
          ))}
        </div>
      ) : null}
    </section>
  );
}
