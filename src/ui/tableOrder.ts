import { createContext } from 'react';
import type { Sort } from '../share/address.ts';

/** Where a table that keeps its own order tells it to the card of its figure, whose exports follow it. */
export interface TableOrder {
  readonly figureId: string;
  readonly tell: (sort: Sort | null) => void;
}

export const TableOrderContext = createContext<TableOrder | null>(null);
