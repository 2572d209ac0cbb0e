import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { present } from '../../src/domain/cell.ts';
import { column, type Figure } from '../../src/figures/figure.ts';
import { LinesCard } from '../../src/pages/LinesCard.tsx';

const figureOf = (lines: number): Figure => ({
  id: 'lines',
  title: 'Lines of a contract',
  labelColumn: column('line', 'Line', 'text', 'A line of the contract.'),
  columns: [],
  rows: Array.from({ length: lines }, (_, at) => ({
    id: `line-${at}`,
    label: `Line ${at + 1}`,
    cells: {},
    flags: [],
  })),
  notes: [],
  method: '',
  sources: '',
  summary: '',
});
const lines = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

test.each([
  [3, 'Show the other 1 line'],
  [4, 'Show the other 2 lines'],
])('of %i lines two are shown, and the others on request', async (count, name) => {
  render(<LinesCard figure={figureOf(count)} renderCell={() => null} most={2} />);
  expect(lines()).toEqual(['Line 1', 'Line 2']);
  await userEvent.click(screen.getByRole('button', { name }));
  expect(lines()).toHaveLength(count);
  expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
});

test('an order is one of all lines, also of those not shown, and a total stays', async () => {
  const figure = figureOf(40);
  const rows = figure.rows.map((row, at) => ({ ...row, cells: { n: present(at) } }));
  const counted = { ...figure, columns: [column('n', 'N', 'count', 'A number.')], rows };
  render(<LinesCard figure={counted} renderCell={() => undefined} most={2} hasTotal />);
  expect(lines()).toEqual(['Line 1', 'Line 2', 'Line 40']);
  await userEvent.click(screen.getByRole('button', { name: 'N' }));
  expect(lines()).toEqual(['Line 40', 'Line 39']);
  await userEvent.click(screen.getByRole('button', { name: 'N' }));
  expect(lines()).toEqual(['Line 1', 'Line 2', 'Line 40']);
});
