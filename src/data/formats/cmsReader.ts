import { FileTally } from './fileTally.ts';
import type { FormatContext, FormatId, FormatReader, FormatSink } from './formatReader.ts';
import { type TableRecord, TableRecords } from './tableRecords.ts';

/** Takes the records of one CMS table, titles, headings and footnotes included. */
export interface CmsTableReader {
  readonly take: (record: TableRecord) => void;
  readonly end: () => void;
}

export interface CmsTableForm {
  readonly id: FormatId;
  /** See `TableRecords`. */
  readonly separatorOf: (line: string) => string | undefined;
  readonly open: (tally: FileTally, sink: FormatSink, context: FormatContext) => CmsTableReader;
}

/** The bytes of a CMS table, text with separators or of fixed width, through its reader of records. */
export function cmsReader({ id, separatorOf, open }: CmsTableForm) {
  return (sink: FormatSink, context: FormatContext): FormatReader => {
    const tally = new FileTally(id, context.file);
    const table = open(tally, sink, context);
    const records = new TableRecords(separatorOf, (record) => table.take(record));
    return {
      write: (bytes) => records.write(bytes),
      end() {
        records.end();
        table.end();
        const account = tally.account();
        if (account.present > 0) return account;
        tally.problem(0, '', '', 'No line of this table was found in the file.', true);
        return tally.account();
      },
    };
  };
}

/** A blank row, or the mark that ends a file of the DOS age (Ctrl-Z), as a text or a workbook holds it. */
export function isBlankRecord({ cells }: TableRecord): boolean {
  return cells.every((cell) => cell.replaceAll('\u001A', '').replaceAll('_x001A_', '').trim() === '');
}

/** A line of localities begins with its contractor's number. A quote before it is one that was never closed. */
export function beginsWithContractor({ cells: [first = ''], isFixedWidth }: TableRecord): boolean {
  return isFixedWidth ? /^\s*\d{1,5}(?:\s|$)/.test(first) : /^"?\d{1,5}$/.test(first);
}

/** A number of so many digits whose zeros in front a spreadsheet may have taken: `100` is `00100`. */
export function withZeros(text: string, digits: number): string {
  return /^\d+$/.test(text) ? text.padStart(digits, '0') : text;
}

/** A last line without a line end: if the file was cut there, its last value may be only the start of one. */
export function tellUnended(tally: FileTally, { at, isEnded }: TableRecord): void {
  if (isEnded) return;
  const message =
    'The file ends here without a line end. If it was cut off, the last value may be only the start of one.';
  tally.problem(at, '', '', message, false);
}
