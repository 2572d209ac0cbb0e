import type { Figure } from '../figures/figure.ts';
import { aboutFigure } from './aboutFigure.ts';
import type { ExportContext } from './exportContext.ts';
import { type ExportCell, exportTable } from './exportTable.ts';
import { type CsvCell, spreadsheetCsv } from './spreadsheetCsv.ts';

/** A figure as CSV: what it is on top, a blank line, the headings with their units, then a line per row. */
export function figureCsv(figure: Figure, context: ExportContext): string {
  const { headings, rows } = exportTable(figure);
  return spreadsheetCsv([
    ...aboutFigure(figure, context),
    [],
    headings,
    ...rows.map((row) => row.map(csvCell)),
  ]);
}

function csvCell(cell: ExportCell): CsvCell {
  return cell.kind === 'number' ? { number: cell.plain } : cell.text;
}
