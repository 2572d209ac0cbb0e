import { screen, within } from '@testing-library/react';

/** Texts of the cells of one row of a named table, as a reader takes them in. */
export function cellsOfRow(table: string, row: RegExp): string[] {
  return cellsIn(screen.getByRole('table', { name: table }), row);
}

function cellsIn(table: HTMLElement, row: RegExp): string[] {
  const header = within(table).getByRole('rowheader', { name: row });
  const line = header.closest('tr');
  if (!line) throw new Error('a row header stands outside a row');
  return within(line)
    .getAllByRole('cell')
    .map((cell) => cell.textContent ?? '');
}

/** Headers of a table's rows, top to bottom. */
export function rowNames(table: string): string[] {
  return within(screen.getByRole('table', { name: table }))
    .getAllByRole('rowheader')
    .map((header) => header.textContent ?? '');
}
