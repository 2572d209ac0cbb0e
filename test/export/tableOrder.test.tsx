import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { board } from '../../src/domain/board.ts';
import { absent, type Cell, present } from '../../src/domain/cell.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { figureInOrder } from '../../src/figures/figureInOrder.ts';
import { stateMap } from '../../src/figures/stateMap.ts';
import { formatSort } from '../../src/share/sortQuery.ts';
import { DataTable } from '../../src/ui/DataTable.tsx';
import { rowElementId } from '../../src/ui/rowElementId.ts';
import { texasFigure } from '../support/exportSamples.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

/** Ids of rows by every column and both ways: as a reader sees them, and as they are exported. */
function ordersOf(figure: Figure) {
  cleanup();
  const { rerender } = render(<DataTable figure={figure} sort={null} onSort={() => {}} />);
  const shown: Record<string, string[]> = {};
  const exported: Record<string, string[]> = {};
  for (const { id: column } of [figure.labelColumn, ...figure.columns]) {
    for (const descending of [false, true]) {
      const sort = { column, descending };
      rerender(<DataTable figure={figure} sort={sort} onSort={() => {}} />);
      const [, ...rows] = screen.getAllByRole('row').map(({ id }) => id);
      shown[formatSort(sort)] = rows;
      exported[formatSort(sort)] = figureInOrder(figure, sort).rows.map(({ id }) =>
        rowElementId(figure.id, id),
      );
    }
  }
  return { shown, exported };
}

const words = fc.constantFrom('P10', 'P9', 'p9', 'Édouard', 'Edward', '', '-3', '3', 'per 15 minutes');
const cell: fc.Arbitrary<Cell<number | string>> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(present),
  fc.double({ noNaN: true }).map(present),
  words.map(present),
  fc.constant(absent('too-few')),
);

const made: Omit<Figure, 'rows'> = {
  ...texasFigure,
  columns: [
    { id: 'first', label: 'First', kind: 'money', definition: '' },
    { id: 'second', label: 'Second', kind: 'text', definition: '' },
  ],
};

describe('an export is in the order of the table', () => {
  test('a benchmark with Medicare and absences', () => {
    const { shown, exported } = ordersOf(texasFigure);
    expect(shown['sort=-median']).toContain('benchmark-TX-medicare-fee-schedule');
    expect(exported).toEqual(shown);
  });

  test('all places, most of them without votes', () => {
    const all = board(shippedRates('97110'), defaultScope, shippedSchedule());
    const view = { payer: 'buca', measure: 'median', comparison: 'national', origin: '' } as const;
    const { shown, exported } = ordersOf(stateMap(all, view).figure);
    expect(Object.keys(shown)).toContain('sort=-place');
    expect(exported).toEqual(shown);
  });

  test('any cells: ties, numbers beside words, absences', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, cell, cell), { maxLength: 12 }), (rows) => {
        const { shown, exported } = ordersOf({
          ...made,
          rows: rows.map(([label, first, second], index) => ({
            id: String(index),
            label,
            flags: [],
            cells: { first, second },
          })),
        });
        expect(exported).toEqual(shown);
      }),
      { numRuns: 40 },
    );
  });
});
