import { valueOf } from '../domain/cell.ts';
import type { FigureRow } from './figure.ts';

/**
 * What a row is put in order by: its label where the column is null, else what stands in the column. undefined where that
 * is an absence: it is not the smallest amount, and comes last whichever way a column is sorted.
 */
export function orderValue(row: FigureRow, columnId: string | null): number | string | undefined {
  if (columnId === null) return row.label;
  const cell = row.cells[columnId];
  return cell ? valueOf(cell) : undefined;
}

/** Negative when the first comes before the second, upwards: numbers by size, words by the alphabet, `P9` before `P10`. */
export function compareInOrder(left: number | string, right: number | string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'en', { numeric: true });
}
