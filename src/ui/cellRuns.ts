import type { Cell } from '../domain/cell.ts';
import type { Column } from '../figures/figure.ts';

/** Neighbouring cells of a row shown as one: a number stands alone, equal absences side by side share their words. */
export interface CellRun {
  readonly column: Column;
  readonly cell: Cell<number | string>;
  /** How many columns it covers, from 1. */
  readonly span: number;
}

function sameAbsence(a: Cell<number | string>, b: Cell<number | string>): boolean {
  return a.kind === 'absent' && b.kind === 'absent' && a.reason === b.reason && a.detail === b.detail;
}

/**
 * Joins equal absences that stand side by side, so "Data not available in the input" is read once and not eight times.
 *
 * @throws RangeError when a row lacks a cell of a column: a figure must name its absences.
 */
export function cellRuns(
  columns: readonly Column[],
  cells: Readonly<Record<string, Cell<number | string>>>,
): CellRun[] {
  const runs: CellRun[] = [];
  for (const column of columns) {
    const cell = cells[column.id];
    if (!cell) throw new RangeError(`the row has no cell for the column ${column.id}`);
    const last = runs.at(-1);
    if (last && sameAbsence(last.cell, cell)) runs[runs.length - 1] = { ...last, span: last.span + 1 };
    else runs.push({ column, cell, span: 1 });
  }
  return runs;
}
