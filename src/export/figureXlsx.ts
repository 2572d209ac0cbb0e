import type { CellObject, Row, Sheet } from 'write-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import type { ColumnKind } from '../domain/columnKind.ts';
import type { Figure } from '../figures/figure.ts';
import { aboutFigure } from './aboutFigure.ts';
import type { ExportContext } from './exportContext.ts';
import { type ExportCell, exportTable, headingOf } from './exportTable.ts';

/** Excel's number formats: the cell keeps every digit, only its look is rounded. */
const formats: Readonly<Record<ColumnKind, string>> = {
  money: '$#,##0.00',
  'signed-money': '+$#,##0.00;-$#,##0.00;$0.00',
  ratio: '0.0%',
  'signed-ratio': '+0.0%;-0.0%;0.0%',
  count: '#,##0',
  factor: '0.0000',
  index: '0.000',
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
      ...rows.map((row) => row.map((cell, place) => xlsxCell(cell, place === 0))),
    ],
  };
}

/** @param isName whether it is a row's name, which stays words also where it looks like a date. */
function xlsxCell(cell: ExportCell, isName: boolean): CellObject {
  if (cell.kind === 'number')
    return { value: Number(cell.plain), type: Number, format: formats[cell.format] };
  const day = isName ? undefined : dayOf(cell.text);
  return day ? { value: day, type: Date, format: dayFormat } : { value: xmlText(cell.text), type: String };
}

/** As figures write a date, so that the cell reads as it does on the page wherever it is opened. */
const dayFormat = 'yyyy-mm-dd';

/**
 * A date written as figures write it, `2025-03-31`, as the instant at which it begins in UTC, which is what the library counts
 * days by. undefined for other words, for a day no month has, and before 1901: Excel's calendar has a 29 February 1900.
 */
function dayOf(text: string): Date | undefined {
  if (!/^(?:19|[2-9]\d)\d\d-\d\d-\d\d$/.test(text) || text < '1901') return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? undefined : day;
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
