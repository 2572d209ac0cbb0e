import { expect } from 'vitest';
import type { Figure } from '../../src/figures/figure.ts';
import type { PlainRows } from './plainFigures.ts';

/** Cells held against their expected numbers so far: values, and absences with their reason. */
export interface CellCount {
  values: number;
  absences: number;
}

/** Every row of a figure by its label and in order, every column, every cell: none may be over on either side. */
export function expectCells(figure: Figure, rows: PlainRows, count: CellCount): void {
  expect(
    figure.rows.map(({ label }) => label),
    figure.id,
  ).toEqual(rows.map(([label]) => label));
  const columns = figure.columns.map(({ id }) => id).sort();
  const shares = new Set(figure.columns.flatMap(({ id, kind }) => (kind.endsWith('ratio') ? [id] : [])));
  const wrong: string[] = [];
  for (const [at, row] of figure.rows.entries()) {
    const [label = '', wanted = {}] = rows[at] ?? [];
    expect(Object.keys(wanted).sort(), `columns of ${figure.id}, ${label}`).toEqual(columns);
    for (const id of columns) {
      const cell = row.cells[id];
      const want = wanted[id];
      const where = `${figure.id}, ${label}, ${id}: ${JSON.stringify(cell)}, not ${JSON.stringify(want)}`;
      if (typeof want === 'object') {
        if (cell?.kind !== 'absent' || cell.reason !== want.absent) wrong.push(where);
        count.absences++;
      } else {
        if (cell?.kind !== 'value' || !isSame(cell.value, want, shares.has(id) ? 1e-9 : 1e-6))
          wrong.push(where);
        count.values++;
      }
    }
  }
  expect(wrong).toEqual([]);
}

/** Within a billionth of a share or a millionth of a cent, or a millionth of a millionth of a large sum. */
function isSame(found: number | string, want: number | string | undefined, least: number): boolean {
  if (typeof found !== 'number' || typeof want !== 'number') return found === want;
  return Math.abs(found - want) <= Math.max(least, Math.abs(want) * 1e-12);
}
