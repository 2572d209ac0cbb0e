import { type ComponentProps, useState } from 'react';
import type { Sort } from '../share/address.ts';
import { DataTable } from './DataTable.tsx';

type SelfSortedTableProps = Omit<ComponentProps<typeof DataTable>, 'sort' | 'onSort'>;

/** A table that keeps its own order: for lists whose order is not worth a place in the address. */
export function SelfSortedTable(props: SelfSortedTableProps) {
  const [sort, setSort] = useState<Sort | null>(null);
  return <DataTable {...props} sort={sort} onSort={setSort} />;
}
