import type { ColumnKind } from '../domain/columnKind.ts';
import type { Figure } from '../figures/figure.ts';
import { citation } from './citation.ts';
import type { ExportContext } from './exportContext.ts';
import { type ExportCell, exportTable } from './exportTable.ts';
import { factorFormat } from './factorFormat.ts';
import { disarmed, spreadsheetTsv } from './spreadsheetCsv.ts';

/** A table in the two forms spreadsheets take from a clipboard; both hold the same cells. */
export interface ClipboardTable {
  readonly html: string;
  /** Tab-separated. */
  readonly text: string;
}

/** The table, then a blank row and the line that says where it comes from. */
export function clipboardTable(figure: Figure, context: ExportContext): ClipboardTable {
  const { headings, rows } = exportTable(figure);
  const source = citation(figure.title, context);
  const text = spreadsheetTsv([
    headings,
    ...rows.map((row) => row.map((cell) => (cell.kind === 'number' ? { number: cell.plain } : cell.text))),
    [],
    [source],
  ]);
  const head = `<tr>${headings.map((heading) => `<th>${escaped(disarmed(heading))}</th>`).join('')}</tr>`;
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('');
  const foot = `<tr><td></td></tr><tr><td colspan="${headings.length}">${escaped(source)}</td></tr>`;
  return { html: `<meta charset="utf-8"><table>${head}${body}${foot}</table>`, text };
}

/** Excel reads `mso-number-format` from pasted cells: the exact number stays in the cell, only its look is set. */
const formats: Readonly<Record<ColumnKind, string>> = {
  money: String.raw`\0022$\0022\#\,\#\#0\.00`,
  'signed-money': String.raw`\0022$\0022\#\,\#\#0\.00`,
  ratio: String.raw`0\.0%`,
  'signed-ratio': String.raw`0\.0%`,
  count: String.raw`\#\,\#\#0`,
  text: String.raw`\@`,
};

/** As text Excel leaves codes and dates as they are written. */
function cellHtml(cell: ExportCell, index: number): string {
  const [format, content] =
    cell.kind === 'number'
      ? [formats[cell.format], cell.plain]
      : [textFormat(cell.text, index), escaped(disarmed(cell.text))];
  return `<td style='mso-number-format:"${format}"'>${content}</td>`;
}

function textFormat(text: string, index: number): string {
  const factor = index === 0 ? undefined : factorFormat(text);
  return factor?.replace('.', String.raw`\.`) ?? formats.text;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r\n|\r|\n/g, '<br>');
}
