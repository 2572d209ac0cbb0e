import type { Cell } from '../domain/cell.ts';
import type { ColumnKind } from '../domain/columnKind.ts';
import type { Column, Figure, FigureRow } from '../figures/figure.ts';
import { absenceText, dataNotAvailable } from '../text/absence.ts';
import { exactDollars } from './exactDollars.ts';

/** A cell of an export: words (an absence is its words), or a number at full precision as plain decimal text. */
export type ExportCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly plain: string; readonly format: ColumnKind };

export interface ExportTable {
  /** With the unit: `Median (USD)`, `% of Medicare (1 = 100%)`. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
}

/**
 * A figure as every export writes it. Dollars are the unrounded cents with the point moved, ratios are fractions: what
 * a spreadsheet computes from it is what the page computed.
 */
export function exportTable({ labelColumn, columns, rows }: Figure): ExportTable {
  const hasMarks = rows.some(({ flags }) => flags.length > 0);
  return {
    headings: [...[labelColumn, ...columns].map(headingOf), ...(hasMarks ? ['Marks'] : [])],
    rows: rows.map((row) => [
      words(row.label),
      ...columns.map((column) => exportCell(row.cells[column.id], column.kind)),
      ...(hasMarks ? [marksOf(row)] : []),
    ]),
  };
}

const units: Readonly<Record<ColumnKind, string>> = {
  text: '',
  count: '',
  factor: '',
  index: '',
  money: ' (USD)',
  'signed-money': ' (USD)',
  ratio: ' (1 = 100%)',
  'signed-ratio': ' (1 = 100%)',
};

/** A column's label with the unit its cells are exported in. */
export function headingOf({ label, kind }: Column): string {
  return `${label}${units[kind]}`;
}

/** A column the row has nothing for says so, as the page does. */
function exportCell(cell: Cell<number | string> | undefined, kind: ColumnKind): ExportCell {
  if (cell === undefined) return words(dataNotAvailable);
  if (cell.kind === 'absent') return words(absenceText(cell));
  const { value } = cell;
  if (typeof value === 'string') return words(value);
  if (kind === 'text' || !Number.isFinite(value)) return words(String(value));
  const isMoney = kind === 'money' || kind === 'signed-money';
  return { kind: 'number', plain: isMoney ? exactDollars(value) : String(value), format: kind };
}

function marksOf({ flags }: FigureRow): ExportCell {
  return words(flags.length === 0 ? 'none' : flags.join('; '));
}

function words(text: string): ExportCell {
  return { kind: 'text', text };
}
