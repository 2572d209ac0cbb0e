import { workbookSheets } from '../workbookSheets.ts';
import type { CmsTableForm } from './cmsReader.ts';
import { FileTally } from './fileTally.ts';
import type { FileAccount, Format, FormatContext, FormatSink } from './formatReader.ts';
import { gpciFormat } from './gpciFormat.ts';
import { loccoFormat } from './loccoFormat.ts';
import { pprrvuFormat } from './pprrvuFormat.ts';

/** The tables that CMS's packages hold as workbooks too, and what reads their rows. */
const forms: readonly (readonly [format: Format, table: () => Promise<CmsTableForm>])[] = [
  [pprrvuFormat, async () => (await import('./pprrvuReader.ts')).pprrvuTable],
  [gpciFormat, async () => (await import('./gpciReader.ts')).gpciTable],
  [loccoFormat, async () => (await import('./loccoReader.ts')).loccoTable],
];

/** By then the heading stands, as in the text forms. */
const mostRowsAbove = 60;

/**
 * The workbook form of a CMS table, through the same reader of records as its text form: the first sheet that is one.
 * Numbers of a workbook have no zeros in front or behind, as in a file saved again. `Problem.line` is the sheet's row.
 *
 * @returns undefined for a workbook that holds no such table, and for what is no workbook.
 */
export async function readCmsWorkbook(
  bytes: Uint8Array,
  sink: (file: string, format: Format) => FormatSink,
  context: FormatContext,
): Promise<FileAccount | undefined> {
  const found = await cmsSheet(bytes);
  if (!found) return undefined;
  const { sheet, rows, format, load } = found;
  const tally = new FileTally(format.id, context.file);
  const table = (await load()).open(tally, sink(context.file, format), context);
  // A row ends with its last cell that is filled; the table's columns do not.
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const [index, row] of rows.entries()) {
    const cells = Array.from({ length: width }, (_, i) => (row[i] ?? '').trim());
    table.take({ cells, at: index + 1, isFixedWidth: false, isOpen: false, isEnded: true });
  }
  table.end();
  tally.note(`Read from the sheet “${sheet}”. Lines are the sheet’s rows.`);
  return tally.account();
}

/** The first sheet of a workbook that is a CMS table; undefined where none is, and for what is no workbook. */
export async function cmsSheet(bytes: Uint8Array) {
  const read = await workbookSheets(bytes);
  if ('fault' in read) return undefined;
  for (const { sheet, rows } of read.sheets) {
    const text = rows
      .slice(0, mostRowsAbove)
      .map((row) => row.join(','))
      .join('\n');
    const start = { bytes: new Uint8Array(), text, isWhole: rows.length <= mostRowsAbove };
    const form = forms.find(([format]) => format.isIn(start));
    if (form) return { sheet, rows, format: form[0], load: form[1] };
  }
  return undefined;
}
