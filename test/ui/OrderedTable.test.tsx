import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { present } from '../../src/domain/cell.ts';
import type { Figure } from '../../src/figures/figure.ts';
import type { Sort } from '../../src/share/address.ts';
import { OrderedTable } from '../../src/ui/OrderedTable.tsx';
import { nextFrame } from '../support/nextFrame.ts';

const row = (id: string, label: string, votes: number) => ({
  id,
  label,
  flags: [],
  cells: { votes: present(votes) },
});
const figure: Figure = {
  id: 'benchmark',
  title: 'National benchmark for 97110',
  labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: '' },
  columns: [{ id: 'votes', label: 'Providers', kind: 'count', definition: '' }],
  rows: [row('aetna', 'Aetna', 31), row('kaiser', 'Kaiser', 3), row('bcbs', 'BCBS', 42)],
  notes: [],
  method: '',
  sources: '',
  summary: '',
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
const sortBy = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a row named by words has an id without spaces', () => {
  const rows = [row('Behavioral health plans', 'Behavioral health plans', 4), row('aetna', 'Aetna', 31)];
  render(<OrderedTable figure={{ ...figure, rows }} sort={null} onSort={() => {}} />);
  expect(screen.getAllByRole('row').map(({ id }) => id)).toEqual([
    '',
    'benchmark-Behavioral-health-plans',
    'benchmark-aetna',
  ]);
});

test('a table stands in its new order before the page hears of it, a frame later', () => {
  const onSort = vi.fn();
  render(<OrderedTable figure={figure} sort={null} onSort={onSort} />);
  sortBy('Providers');
  expect(names()).toEqual(['BCBS', 'Aetna', 'Kaiser']);
  expect(screen.getByRole('columnheader', { name: 'Providers' })).toHaveAttribute('aria-sort', 'descending');
  expect(onSort).not.toHaveBeenCalled();
  nextFrame();
  expect(onSort.mock.calls).toEqual([[{ column: 'votes', descending: true }]]);
});

test('of two orders within a frame the page hears the last, and whoever listens by then is told', () => {
  const [before, now] = [vi.fn(), vi.fn()];
  const { rerender } = render(<OrderedTable figure={figure} sort={null} onSort={before} />);
  sortBy('Providers');
  sortBy('Providers');
  expect(names()).toEqual(['Kaiser', 'Aetna', 'BCBS']);
  rerender(<OrderedTable figure={figure} sort={null} onSort={now} />);
  nextFrame();
  expect(before).not.toHaveBeenCalled();
  expect(now.mock.calls).toEqual([[{ column: 'votes', descending: false }]]);
});

test('the page’s order goes before its own: a link, a step back, another table sorted', () => {
  const byVotes = (descending: boolean): Sort => ({ column: 'votes', descending });
  const { rerender } = render(<OrderedTable figure={figure} sort={byVotes(true)} onSort={vi.fn()} />);
  expect(names()).toEqual(['BCBS', 'Aetna', 'Kaiser']);
  sortBy('Payer');
  expect(names()).toEqual(['Aetna', 'BCBS', 'Kaiser']);
  // Drawn again meanwhile, the page says what it said: its own order stays.
  rerender(<OrderedTable figure={figure} sort={byVotes(true)} onSort={vi.fn()} />);
  expect(names()).toEqual(['Aetna', 'BCBS', 'Kaiser']);
  rerender(<OrderedTable figure={figure} sort={byVotes(false)} onSort={vi.fn()} />);
  expect(names()).toEqual(['Kaiser', 'Aetna', 'BCBS']);
  rerender(<OrderedTable figure={figure} sort={null} onSort={vi.fn()} />);
  expect(names()).toEqual(['Aetna', 'Kaiser', 'BCBS']);
});

test('a page that was left hears nothing', () => {
  const onSort = vi.fn();
  const { unmount } = render(<OrderedTable figure={figure} sort={null} onSort={onSort} />);
  sortBy('Providers');
  unmount();
  act(() => void vi.advanceTimersByTime(1000));
  expect(onSort).not.toHaveBeenCalled();
});
