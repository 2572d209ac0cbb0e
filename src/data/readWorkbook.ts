import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import { type CellValue, default as readSheets } from 'read-excel-file/universal';
import type { Problem } from '../domain/problem.ts';
import { countOf } from '../text/numbers.ts';
import { isHeader, mostLinesAbove } from './ownRatesColumns.ts';
import type { OwnTable } from './ownTable.ts';
import type { CsvRow } from './readCsv.ts';
import { unreadable } from './unreadable.ts';

/** More text than this, unpacked, does not fit in a tab's memory at ease. */
const mostUnpacked = 400_000_000;

type Cell = CellValue<string> | null;

/**
 * An Excel workbook as a table of text: the first sheet whose header names what a contract needs, numbers as Excel
 * shows their fifteen digits, dates as `2026-01-31`. Rows keep their numbers in the sheet. Never rejects: what is no
 * workbook comes back as a table without a header, with the reason as its problem.
 *
 * The only place that knows read-excel-file. It is handed a zip without compression, because it would start workers of
 * its own for larger sheets, which a site's security policy forbids.
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<OwnTable> {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unpacked(bytes);
  } catch (error) {
    if (error instanceof RangeError) return unreadable(file, error.message);
    return unreadable(file, 'This ZIP file or workbook is damaged. Save it again, or save it as CSV.');
  }
  if (!('xl/workbook.xml' in parts)) return unreadable(file, notWorkbook(Object.keys(parts)));
  try {
    const sheets = await readSheets(stored(parts), { parseNumber: asShown });
    return tableOf(sheets, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unreadable(file, `The workbook could not be read (${reason}). Save it again, or save it as CSV.`);
  }
}

interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly Cell[])[];
}

function tableOf(sheets: readonly Sheet[], file: string): OwnTable {
  const filled = sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(textOf)) }));
  const found = filled.map((each) => ({ ...each, at: headerAt(each.rows) }));
  const chosen = found.find(({ at }) => at.isRecognised) ?? found.find(({ at }) => at.index !== -1);
  if (!chosen) return unreadable(file, 'The workbook holds no text.');

  const { sheet, rows, at } = chosen;
  const header = (rows[at.index] ?? []).map((name) => name.replace(/\s+/g, ' ').trim());
  while (header.at(-1) === '') header.pop();
  const repeated = header.filter((name, i) => name !== '' && header.indexOf(name) !== i);
  const columnName = (index: number) => `${header[index] ?? ''} (${letterOf(index)})`;
  const ofHeader = [...new Set(repeated)].map((name): Problem => {
    const message = 'Several columns have this heading; the first of them is used.';
    const column = columnName(header.indexOf(name));
    return { file, line: at.index + 1, column, found: name, message, leftOut: false };
  });
  const others = filled.filter((each) => each.sheet !== sheet && each.rows.length > 0).length;
  return {
    header,
    headerLine: at.index + 1,
    columnName,
    notes: [
      `Read from the sheet “${sheet}”, whose header is row ${at.index + 1}${others > 0 ? `; ${countOf(others, 'other sheet is', 'other sheets are')} not read` : ''}. Lines are the sheet’s rows.`,
    ],
    read(take, onProgress) {
      const problems = [...ofHeader];
      let rowsPresent = 0;
      for (let index = at.index + 1; index < rows.length; index++) {
        const row = rows[index] ?? [];
        if (row.every((cell) => cell.trim() === '')) continue;
        rowsPresent += 1;
        const cells = header.map((_, i) => row[i] ?? '');
        if (header.every((name, i) => (cells[i] ?? '').replace(/\s+/g, ' ').trim() === name)) {
          const message = 'The line repeats the header.';
          problems.push({
            file,
            line: index + 1,
            column: '',
            found: header.join(', '),
            message,
            leftOut: true,
          });
        } else if (!take({ line: index + 1, cells } satisfies CsvRow)) break;
        if (index % 4096 === 0) onProgress?.(index / rows.length);
      }
      return { problems, rowsPresent };
    },
  };
}

/** The parts of a zip that hold a workbook's text. Throws a RangeError for more than fits in memory. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isText = /\.(xml|rels)$/.test(name);
      // A name alone tells what else it is.
      if (!isText) return /^(mimetype|xl\/workbook\.bin)$/.test(name);
      size += originalSize;
      if (size > mostUnpacked)
        throw new RangeError('Unpacked, this workbook is over 400 MB. Split it, or save the sheet as CSV.');
      return true;
    },
  });
}

/** The parts as a zip without compression. */
function stored(parts: Readonly<Record<string, Uint8Array>>): ArrayBuffer {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, content] of Object.entries(parts)) {
    const part = new ZipPassThrough(name);
    zip.add(part);
    part.push(name.startsWith('xl/worksheets/') ? withErrors(content) : content, true);
  }
  zip.end();
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole.buffer;
}

/**
 * A sheet whose error cells (#REF!, #N/A) are texts. The library reads them as blank, and a blank volume is none,
 * where an error must be listed.
 */
function withErrors(sheet: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(sheet);
  return xml.includes(' t="e"')
    ? new TextEncoder().encode(xml.replace(/(<c\b[^>]*\st=")e(?=")/g, '$1str'))
    : sheet;
}

function notWorkbook(names: readonly string[]): string {
  if (names.includes('xl/workbook.bin'))
    return 'This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) or as CSV.';
  if (names.includes('mimetype') || names.includes('content.xml'))
    return 'This is an OpenDocument file. Save it as an Excel workbook (.xlsx) or as CSV.';
  return 'This is a ZIP file, not a workbook. Unpack it and open the file inside.';
}

/**
 * The first row that is a header by its words; else the first with at least half as many cells as the fullest, which a
 * title has not. −1 for none.
 */
function headerAt(rows: readonly (readonly string[])[]) {
  const filled = rows.slice(0, mostLinesAbove).map((row) => row.filter((cell) => cell.trim() !== '').length);
  const named = rows.slice(0, mostLinesAbove).findIndex(isHeader);
  if (named !== -1) return { index: named, isRecognised: true };
  const most = Math.max(0, ...filled);
  return { index: most === 0 ? -1 : filled.findIndex((count) => count * 2 >= most), isRecognised: false };
}

/** A number with the fifteen digits Excel itself keeps to: 28.350000000000001 is 28.35. */
function asShown(text: string): string {
  const number = Number(text);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : text;
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const value: unknown = cell;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** 0 → A, 25 → Z, 26 → AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
