import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure.ts';
import { FigureCard } from '../../src/ui/FigureCard.tsx';

const figure: Figure = {
  id: 'benchmark',
  title: 'Alaska benchmark for 97755',
  labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: '' },
  columns: [],
  rows: [],
  notes: ['No payer rates in the files.', 'Charges are not payer rates.'],
  method: 'Percentiles by type 7.',
  sources: '12 published files, 2026',
  summary: 'Medicare pays $49.03.',
};

test('is a region named by its heading, with sentence, chart, table, notes, method and sources', () => {
  render(
    <FigureCard
      figure={figure}
      headingLevel={3}
      chart={<p>the chart</p>}
      table={<p>the table</p>}
      actions={<button type="button">Download</button>}
    />,
  );
  const card = screen.getByRole('region', { name: 'Alaska benchmark for 97755' });
  expect(within(card).getByRole('heading', { level: 3 })).toHaveTextContent('Alaska benchmark for 97755');
  for (const text of ['Medicare pays $49.03.', 'the chart', 'the table', 'Percentiles by type 7.']) {
    expect(within(card).getByText(text)).toBeInTheDocument();
  }
  expect(within(card).getByText('Sources: 12 published files, 2026')).toBeInTheDocument();
  expect(within(card).getByRole('button', { name: 'Download' })).toBeInTheDocument();
  const notes = within(card).getByRole('list', { name: 'Notes on Alaska benchmark for 97755' });
  expect(
    within(notes)
      .getAllByRole('listitem')
      .map((note) => note.textContent),
  ).toEqual(figure.notes);
});

test('has no empty list when there is nothing to note', () => {
  render(<FigureCard figure={{ ...figure, notes: [] }} headingLevel={2} chart={null} table={null} />);
  expect(screen.queryByRole('list')).not.toBeInTheDocument();
});
