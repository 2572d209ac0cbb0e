import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import { type CellValue, default as readSheets } from 'read-excel-file/universal';
import { sheetFault } from './sheetFault.ts';

/** More text than this, unpacked, does not fit in a tab's memory at ease. */
const mostUnpacked = 400_000_000;

type Cell = CellValue<string> | null;

export interface WorkbookSheet {
  readonly sheet: string;
  /** Row by row from the first, as text. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * An Excel workbook's sheets as text: numbers as Excel shows their fifteen digits, dates as `2026-01-31`. Never
 * rejects: for what is no workbook, or a damaged one, `fault` says why, as a sentence.
 *
 * The only place that knows read-excel-file. It is handed a zip without compression, because it would start workers of
 * its own for larger sheets, which a site's security policy forbids.
 */
export async function workbookSheets(
  bytes: Uint8Array,
): Promise<{ readonly sheets: readonly WorkbookSheet[] } | { readonly fault: string }> {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unpacked(bytes);
  } catch (error) {
    if (error instanceof RangeError) return { fault: error.message };
    return { fault: 'This ZIP file or workbook is damaged. Save it again, or save it as CSV.' };
  }
  if (!('xl/workbook.xml' in parts)) return { fault: notWorkbook(Object.keys(parts)) };
  for (const [name, content] of Object.entries(parts)) {
    const fault = isSheet(name) ? sheetFault(new TextDecoder().decode(content)) : undefined;
    if (fault !== undefined) return { fault };
  }
  try {
    const sheets = await readSheets(stored(parts), { parseNumber: asShown });
    return { sheets: sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(textOf)) })) };
  } catch (error) {
    // A library that stumbles over a damaged part says nothing that would help anyone.
    const reason = error instanceof Error && !(error instanceof TypeError) ? ` (${error.message})` : '';
    return { fault: `The workbook could not be read${reason}. Save it again, or save it as CSV.` };
  }
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
    part.push(isSheet(name) ? withErrors(content) : content, true);
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

function isSheet(name: string): boolean {
  return name.startsWith('xl/worksheets/');
}

function notWorkbook(names: readonly string[]): string {
  if (names.includes('xl/workbook.bin'))
    return 'This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) or as CSV.';
  if (names.includes('mimetype') || names.includes('content.xml'))
    return 'This is an OpenDocument file. Save it as an Excel workbook (.xlsx) or as CSV.';
  return 'This is a ZIP file, not a workbook. Unpack it and open the file inside.';
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
