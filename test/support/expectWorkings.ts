import { expect } from 'vitest';
import { workingCsv } from '../../src/export/workingCsv.ts';
import type { Figure } from '../../src/figures/figure.ts';
import type { Working } from '../../src/figures/working.ts';
import { openSheet } from './spreadsheet.ts';

/**
 * Every figure with a working: the same value, and a sheet that computes it.
 *
 * @returns how many there were
 */
export function expectWorkings(
  figure: Figure,
  explain: (rowId: string, columnId: string) => Working | undefined,
): number {
  let asked = 0;
  for (const row of figure.rows) {
    for (const column of figure.columns) {
      const cell = row.cells[column.id];
      const working = cell?.kind === 'value' ? explain(row.id, column.id) : undefined;
      if (!working) continue;
      const name = `${row.label}, ${column.label}`;
      const value = cell?.kind === 'value' ? Number(cell.value) : Number.NaN;
      expect(working.value, name).toBeCloseTo(value, 8);
      expect(working.address, name).toBe('');
      const shown = column.kind.includes('money') ? value / 100 : value;
      const sheet = openSheet(workingCsv(working));
      expect(Number(sheet.beside('Computed by this sheet')), name).toBeCloseTo(shown, 8);
      for (const operand of working.operands) {
        const from = operand.from?.();
        if (from && 'value' in from && 'cents' in operand.number)
          expect(from.value).toBe(operand.number.cents);
      }
      asked += 1;
    }
  }
  return asked;
}
