import { type ComponentProps, use, useMemo, useState } from 'react';
import type { Figure } from '../figures/figure.ts';
import { figureInOrder } from '../figures/figureInOrder.ts';
import type { Sort } from '../share/address.ts';
import { DataTable } from './DataTable.tsx';
import { TableOrderContext } from './tableOrder.ts';

interface SelfSortedTableProps extends Omit<ComponentProps<typeof DataTable>, 'sort' | 'onSort'> {
  /** How many rows are shown, the first in the order asked for, which is one of all rows; left out = all. */
  readonly most?: number;
  /** The id of a row that is shown in any case, such as that of a total. */
  readonly alwaysShown?: string | undefined;
}

/** A table that keeps its own order: for lists whose order is not worth a place in the address. */
export function SelfSortedTable({ figure, most, alwaysShown, ...table }: SelfSortedTableProps) {
  const [sort, setSort] = useState<Sort | null>(null);
  const shown = useMemo(() => firstRows(figure, sort, most, alwaysShown), [figure, sort, most, alwaysShown]);
  const card = use(TableOrderContext);

  function order(next: Sort | null): void {
    setSort(next);
    if (card?.figureId === figure.id) card.tell(next);
  }

  return <DataTable {...table} figure={shown} sort={sort} onSort={order} />;
}

function firstRows(
  figure: Figure,
  sort: Sort | null,
  most: number | undefined,
  always: string | undefined,
): Figure {
  if (most === undefined || figure.rows.length <= most) return figure;
  // Of all rows before some are left out: the first of those shown would not be the first there is.
  const { rows } = figureInOrder(figure, sort);
  return { ...figure, rows: rows.filter((row, place) => place < most || row.id === always) };
}
