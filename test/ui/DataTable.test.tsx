import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { absent, type Cell, present } from '../../src/domain/cell.ts';
import type { Column, Figure } from '../../src/figures/figure.ts';
import { DataTable } from '../../src/ui/DataTable.tsx';
import { SelfSortedTable } from '../../src/ui/SelfSortedTable.tsx';

function row(id: string, label: string, votes: number, median: Cell, p75: Cell, flags: string[] = []) {
  return { id, label, flags, cells: { votes: present(votes), median, p75 } };
}

const few = absent('too-few', '3 votes: fewer than 5');
const figure: Figure = {
  id: 'benchmark',
  title: 'National benchmark for 97110',
  labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: 'Who pays.' },
  columns: [
    { id: 'votes', label: 'Providers', kind: 'count', definition: 'One vote per provider.' },
    { id: 'median', label: 'Median', kind: 'money', definition: 'Half the votes are below it.' },
    { id: 'p75', label: 'P75', kind: 'money', definition: 'Three quarters of the votes are below it.' },
  ],
  rows: [
    row('aetna', 'Aetna', 31, present(9400), present(15070)),
    row('kaiser', 'Kaiser Permanente', 3, few, few),
    row('bcbs', 'BCBS', 42, present(7750), present(12365)),
    row('cigna', 'Cigna', 26, present(10287), present(15147), ['mean outside P25–P75']),
  ],
  notes: [],
  method: '',
  sources: '',
  summary: '',
};

function rowNames(): string[] {
  return screen.getAllByRole('rowheader').map((each) => each.textContent ?? '');
}

function header(name: string): HTMLElement {
  return screen.getByRole('columnheader', { name });
}

describe('a figure as a table', () => {
  test('is named, has its rows in the figure’s order and prints amounts in their format', () => {
    render(<DataTable figure={figure} sort={null} onSort={vi.fn()} />);
    const table = screen.getByRole('table', { name: 'National benchmark for 97110' });
    expect(rowNames()).toEqual(['Aetna', 'Kaiser Permanente', 'BCBS', 'Cignamean outside P25–P75']);
    const aetna = within(table).getByRole('row', { name: /^Aetna/ });
    expect(
      within(aetna)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['31', '$94.00', '$150.70']);
    expect(within(table).getAllByRole('columnheader')).toHaveLength(4);
  });

  test('a heading leads to its definition, also where its column is named by words', () => {
    const [first, ...others] = figure.columns;
    const worded = {
      ...figure,
      columns: [{ ...(first as Column), id: 'volume -20 0' }, ...others],
      rows: [],
    };
    render(<DataTable figure={worded} sort={null} onSort={vi.fn()} />);
    // Each id of the list, as a browser reads it: parted by spaces.
    const described = screen.getAllByRole('button').map((button) => {
      const ids = button.getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
    });
    expect(described).toEqual(['Who pays.', ...figure.columns.map(({ definition }) => definition)]);
  });

  test('says an absence once over the columns that share it', () => {
    render(<DataTable figure={figure} sort={null} onSort={vi.fn()} />);
    const kaiser = screen.getByRole('row', { name: /^Kaiser/ });
    const [votes, absence, ...rest] = within(kaiser).getAllByRole('cell');
    expect(votes).toHaveTextContent(/^3$/);
    expect(absence).toHaveTextContent('3 votes: fewer than 5');
    expect(absence).toHaveAttribute('colspan', '2');
    expect(absence).not.toHaveAccessibleDescription();
    expect(rest).toEqual([]);
  });

  test('in another order its rows are moved: none is made or drawn again', async () => {
    const renderCell = vi.fn(() => undefined);
    render(<SelfSortedTable figure={figure} renderCell={renderCell} />);
    const before = new Set(screen.getAllByRole('row'));
    renderCell.mockClear();
    await userEvent.click(screen.getByRole('button', { name: 'Median' }));
    expect(rowNames()[0]).toContain('Cigna');
    expect(screen.getAllByRole('row').filter((each) => !before.has(each))).toEqual([]);
    expect(renderCell).not.toHaveBeenCalled();
  });

  test('a heading sorts: for numbers most first, then least first, then the figure’s order', async () => {
    render(<SelfSortedTable figure={figure} />);
    const median = screen.getByRole('button', { name: 'Median' });
    expect(header('Median')).not.toHaveAttribute('aria-sort');
    await userEvent.click(median);
    expect(header('Median')).toHaveAttribute('aria-sort', 'descending');
    expect(rowNames()).toEqual(['Cignamean outside P25–P75', 'Aetna', 'BCBS', 'Kaiser Permanente']);
    await userEvent.click(median);
    expect(header('Median')).toHaveAttribute('aria-sort', 'ascending');
    expect(rowNames()).toEqual(['BCBS', 'Aetna', 'Cignamean outside P25–P75', 'Kaiser Permanente']);
    await userEvent.click(median);
    expect(header('Median')).not.toHaveAttribute('aria-sort');
    expect(rowNames()[1]).toBe('Kaiser Permanente');
  });

  test('an absence comes last whichever way the column is sorted', () => {
    const { rerender } = render(
      <DataTable figure={figure} sort={{ column: 'p75', descending: true }} onSort={vi.fn()} />,
    );
    expect(rowNames().at(-1)).toBe('Kaiser Permanente');
    rerender(<DataTable figure={figure} sort={{ column: 'p75', descending: false }} onSort={vi.fn()} />);
    expect(rowNames().at(-1)).toBe('Kaiser Permanente');
  });

  test('names sort from A to Z first, by keyboard too', async () => {
    const onSort = vi.fn();
    render(<DataTable figure={figure} sort={null} onSort={onSort} />);
    screen.getByRole('button', { name: 'Payer' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(onSort).toHaveBeenCalledExactlyOnceWith({ column: 'payer', descending: false });
  });

  test('the third press asks for no order', async () => {
    const onSort = vi.fn();
    render(<DataTable figure={figure} sort={{ column: 'votes', descending: false }} onSort={onSort} />);
    await userEvent.click(screen.getByRole('button', { name: 'Providers' }));
    expect(onSort).toHaveBeenCalledExactlyOnceWith(null);
  });

  test('a link that sorts by a column the figure does not have changes nothing', () => {
    render(<DataTable figure={figure} sort={{ column: 'shoe-size', descending: true }} onSort={vi.fn()} />);
    expect(rowNames()[0]).toBe('Aetna');
  });

  test('each heading is described by its definition', () => {
    render(<DataTable figure={figure} sort={null} onSort={vi.fn()} />);
    expect(screen.getByRole('button', { name: 'Median' })).toHaveAccessibleDescription(
      'Half the votes are below it.',
    );
  });

  test('scrolls in a box of its own that the keyboard can reach', () => {
    render(<DataTable figure={figure} sort={null} onSort={vi.fn()} />);
    const box = screen.getByRole('region', { name: 'National benchmark for 97110, table' });
    expect(box).toHaveAttribute('tabindex', '0');
  });

  test('groups head their rows until the table is sorted', () => {
    const groupOf = ({ id }: { id: string }) => (id === 'cigna' ? 'Later' : 'First');
    const { rerender } = render(<DataTable figure={figure} sort={null} onSort={vi.fn()} groupOf={groupOf} />);
    expect(screen.getAllByRole('rowheader').map((each) => each.textContent)).toContain('Later');
    rerender(
      <DataTable
        figure={figure}
        sort={{ column: 'median', descending: true }}
        onSort={vi.fn()}
        groupOf={groupOf}
      />,
    );
    expect(screen.queryByText('Later')).not.toBeInTheDocument();
  });

  test('a page may draw a row’s name and a cell its own way', () => {
    render(
      <DataTable
        figure={figure}
        sort={null}
        onSort={vi.fn()}
        renderLabel={({ label }) => <a href="#there">{label}</a>}
        renderCell={({ id }, { id: column }) =>
          id === 'bcbs' && column === 'votes' ? <em>many</em> : undefined
        }
      />,
    );
    expect(screen.getByRole('link', { name: 'BCBS' })).toBeInTheDocument();
    expect(screen.getByText('many')).toBeInTheDocument();
    expect(screen.getByText('31')).toBeInTheDocument();
  });
});
