import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { present } from '../../src/domain/cell.ts';
import type { HeatModel } from '../../src/figures/heatFigure.ts';
import { HeatCard } from '../../src/pages/HeatCard.tsx';

/** A matrix of so many codes and payers. */
function matrix(codes: number, payers: number): HeatModel {
  const columns = Array.from({ length: payers }, (_, index) => `payer ${index + 1}`);
  return {
    figure: {
      id: 'matrix',
      title: 'Payers and codes',
      labelColumn: { id: 'code', label: 'Code', kind: 'text', definition: 'The code.' },
      columns: columns.map((id) => ({ id, label: id, kind: 'money', definition: 'Its median.' })),
      rows: Array.from({ length: codes }, (_, index) => ({
        id: `row ${index + 1}`,
        label: `code ${index + 1}`,
        cells: Object.fromEntries(columns.map((id) => [id, present(4000)])),
        flags: [],
      })),
      notes: [],
      method: 'Made up.',
      sources: 'Nobody.',
      summary: 'All alike.',
    },
    measure: 'dollars',
    columns: columns.map((id) => ({ id, countId: null, payerId: id })),
    classOf: () => ({ kind: 'step', step: 1 }),
    legend: [{ step: 1, label: 'any', cells: codes * payers }],
    without: 0,
  };
}

test.each([
  [62, 9, 'Show also 2 more codes and 1 more payer', 'rowheader', 'code 61'],
  [3, 9, 'Show also 1 more payer', 'columnheader', 'payer 9'],
])(
  'of %i codes and %i payers the first newly shown has the focus, the button being gone',
  async (...spec) => {
    const [codes, payers, words, role, name] = spec;
    const user = userEvent.setup();
    render(<HeatCard model={matrix(codes, payers)} onMeasure={() => {}} renderValue={() => undefined} />);
    expect(screen.queryByRole(role, { name })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: words }));
    expect(screen.getByRole(role, { name })).toHaveFocus();
  },
);
