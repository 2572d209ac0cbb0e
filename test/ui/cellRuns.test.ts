import { expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import type { Column } from '../../src/figures/figure.ts';
import { cellRuns } from '../../src/ui/cellRuns.ts';

const columns: Column[] = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  label: id,
  kind: 'money',
  definition: '',
}));

function spans(cells: Parameters<typeof cellRuns>[1]): string[] {
  return cellRuns(columns, cells).map(({ column, span }) => `${column.id}×${span}`);
}

test('equal absences side by side are one; numbers stand alone even when equal', () => {
  const few = absent('too-few', '3 votes');
  expect(spans({ a: present(1), b: present(1), c: few, d: absent('too-few', '3 votes') })).toEqual([
    'a×1',
    'b×1',
    'c×2',
  ]);
});

test('absences for different reasons, or with a number between them, stay apart', () => {
  const none = absent('not-in-input');
  expect(spans({ a: none, b: absent('not-comparable'), c: none, d: absent('too-few', '2 votes') })).toEqual([
    'a×1',
    'b×1',
    'c×1',
    'd×1',
  ]);
  expect(spans({ a: none, b: none, c: present(0), d: none })).toEqual(['a×2', 'c×1', 'd×1']);
});

test('a row without a cell for a column is a fault, not a blank', () => {
  expect(() => spans({ a: present(1) })).toThrow(/no cell for the column b/);
});
