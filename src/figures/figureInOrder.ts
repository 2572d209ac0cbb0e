import type { Figure } from './figure.ts';
import { compareInOrder, orderValue } from './rowOrder.ts';

/** A column's id, and which way its rows go. */
interface RowOrder {
  readonly column: string;
  readonly descending: boolean;
}

/**
 * The figure with its rows as its table shows them: absences last either way, equal rows as they stood.
 *
 * @param sort null, or a column the figure does not have: the figure's own order
 */
export function figureInOrder(figure: Figure, sort: RowOrder | null): Figure {
  const { labelColumn, columns, rows } = figure;
  const place = [labelColumn, ...columns].findIndex(({ id }) => id === sort?.column);
  if (sort === null || place < 0) return figure;
  const columnId = place === 0 ? null : sort.column;
  const sign = sort.descending ? -1 : 1;
  const valued = rows.map((row) => ({ row, value: orderValue(row, columnId) }));
  // From below and turned, not from above and reversed: equal rows would change places. Absences are compared too and not
  // set apart first: where numbers stand beside words, the order depends on what is sorted with what.
  valued.sort(({ value: left }, { value: right }) =>
    left === undefined || right === undefined
      ? Number(left === undefined) - Number(right === undefined)
      : sign * compareInOrder(left, right),
  );
  return { ...figure, rows: valued.map(({ row }) => row) };
}
