import { describe, expect, test } from 'vitest';
import { absent, type Cell, present } from '../../src/domain/cell.ts';
import type { Figure, FigureRow } from '../../src/figures/figure.ts';
import { figureInOrder } from '../../src/figures/figureInOrder.ts';
import type { Sort } from '../../src/share/address.ts';

function row(id: string, label: string, cells: Record<string, Cell<number | string>>): FigureRow {
  return Object.freeze({ id, label, cells, flags: [] });
}

const few = absent('too-few', '3 votes: fewer than 5');
const figure: Figure = {
  id: 'benchmark',
  title: 'Texas benchmark for 97110',
  labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: '' },
  columns: [
    { id: 'median', label: 'Median', kind: 'money', definition: '' },
    { id: 'unit', label: 'Unit', kind: 'text', definition: '' },
  ],
  rows: Object.freeze([
    row('cigna', 'Cigna', { median: few, unit: present('per 15 minutes') }),
    row('humana', 'Humana', { median: present(8811), unit: present('per 8 minutes') }),
    row('aetna', 'aetna', { median: present(8811), unit: few }),
    row('bcbs', 'BCBS', { unit: present('per 15 minutes') }),
    row('medicare', 'Medicare', { median: present(2940), unit: present('per visit') }),
  ]),
  notes: [],
  method: '',
  sources: '',
  summary: '',
};
const orderBy = (sort: Sort | null) => figureInOrder(figure, sort).rows.map(({ id }) => id);

describe('a figure in the order of its table', () => {
  test('amounts by size; absent and missing ones last either way, in the figure’s order', () => {
    expect(orderBy({ column: 'median', descending: false })).toEqual([
      'medicare',
      'humana',
      'aetna',
      'cigna',
      'bcbs',
    ]);
    expect(orderBy({ column: 'median', descending: true })).toEqual([
      'humana',
      'aetna',
      'medicare',
      'cigna',
      'bcbs',
    ]);
  });

  test('words by the alphabet, the numbers in them by size; equal ones keep the figure’s order either way', () => {
    expect(orderBy({ column: 'unit', descending: false })).toEqual([
      'humana',
      'cigna',
      'bcbs',
      'medicare',
      'aetna',
    ]);
    expect(orderBy({ column: 'unit', descending: true })).toEqual([
      'medicare',
      'cigna',
      'bcbs',
      'humana',
      'aetna',
    ]);
  });

  test('labels by the alphabet, whatever their case', () => {
    expect(orderBy({ column: 'payer', descending: false })).toEqual([
      'aetna',
      'bcbs',
      'cigna',
      'humana',
      'medicare',
    ]);
  });

  test('no order, or one by a column it does not have, is its own: the very same figure', () => {
    expect(figureInOrder(figure, null)).toBe(figure);
    expect(figureInOrder(figure, { column: 'shoe-size', descending: true })).toBe(figure);
  });

  test('nothing but the rows is another', () => {
    const { rows, ...rest } = figureInOrder(figure, { column: 'median', descending: true });
    expect({ ...rest, rows: figure.rows }).toEqual(figure);
    expect(rows.toSorted((a, b) => figure.rows.indexOf(a) - figure.rows.indexOf(b))).toEqual(figure.rows);
  });
});
