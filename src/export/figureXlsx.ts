import type { CellObject, Row, Sheet } from 'write-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import type { ColumnKind } from '../domain/columnKind.ts';
import type { Figure } from '../figures/figure.ts';
import { aboutFigure } from './aboutFigure.ts';
import type { ExportContext } from './exportContext.ts';
import { type ExportCell, exportTable, headingOf } from './exportTable.ts';
import { factorFormat } from './factorFormat.ts';

/** Excel's number formats: the cell keeps every digit, only its look is rounded. */
const formats: Readonly<Record<ColumnKind, string>> = {
  money: '$#,##0.00',
  'signed-money': '+$#,##0.00;-$#,##0.00;$0.00',
  ratio: '0.0%',
  'signed-ratio': '+0.0%;-0.0%;0.0%',
  count: '#,##0',
  text: '@',
};

const heading = { fontWeight: 'bold', backgroundColor: '#eef0f4', wrap: true, alignVertical: 'top' } as const;

/**
 * A figure as a workbook: its table with a frozen header, numbers as numbers in their formats, and a sheet that says
 * what it is, how it was made and from what. Text cells are never formulas in this format, so nothing is disarmed.
 */
export function figureXlsx(figure: Figure, context: ExportContext): Promise<Blob> {
  return writeXlsxFile([tableSheet(figure), methodSheet(figure, context)], {
    fontFamily: 'Calibri',
    fontSize: 11,
  }).toBlob();
}

function tableSheet(figure: Figure): Sheet<Blob> {
  const { rows, headings } = exportTable(figure);
  // The formats say dollars and percent; a unit in the heading would say it twice.
  const labels = [figure.labelColumn, ...figure.columns].map((column) => column.label);
  const titles = headings.map((text, index) => labels[index] ?? text);
  return {
    sheet: 'Figures',
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: titles.map((title, index) => ({
      width: columnWidth(title, rows, index),
    })),
    data: [
      titles.map((title) => ({ ...heading, value: xmlText(title), type: String })),
      ...rows.map((row) => row.map(xlsxCell)),
    ],
  };
}

function xlsxCell(cell: ExportCell, index: number): CellObject {
  if (cell.kind === 'number') {
    return { value: Number(cell.plain), type: Number, format: formats[cell.format] };
  }
  // What names a row stays words, whatever it looks like.
  const format = index === 0 ? undefined : factorFormat(cell.text);
  return format === undefined
    ? { value: xmlText(cell.text), type: String }
    : { value: Number(cell.text), type: Number, format };
}

/** In characters: wide enough for an absence to be read, not so wide that one long cell fills the screen. */
function columnWidth(title: string, rows: readonly (readonly ExportCell[])[], index: number): number {
  const longest = rows.reduce(
    (most, row) => {
      const cell = row[index];
      return Math.max(most, cell?.kind === 'text' ? cell.text.length : 10);
    },
    Math.ceil(title.length / 2),
  );
  return Math.min(40, Math.max(10, longest + 2));
}

function methodSheet(figure: Figure, context: ExportContext): Sheet<Blob> {
  const definitions = [figure.labelColumn, ...figure.columns].filter(({ definition }) => definition !== '');
  const pairs: Row[] = [
    ...aboutFigure(figure, context).map(([name, text]) => pair(name, text)),
    [],
    [
      { ...heading, value: 'Column', type: String },
      { ...heading, value: 'Definition', type: String },
    ],
    ...definitions.map((column) => pair(headingOf(column), column.definition)),
  ];
  return { sheet: 'Method', columns: [{ width: 26 }, { width: 110 }], data: pairs };
}

function pair(name: string, text: string): Row {
  return [
    { value: xmlText(name), type: String, fontWeight: 'bold', alignVertical: 'top' },
    { value: xmlText(text), type: String, wrap: true, alignVertical: 'top' },
  ];
}

/**
 * XML 1.0 has no way to write most control characters, nor half a surrogate pair: a file with one would not open.
 * The library looks texts up in a plain object, where `constructor` and the like are always found: a blank parts them.
 */
function xmlText(text: string): string {
  const writable = text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return writable in {} ? `${writable} ` : writable;
}
