import type { OpenCsv } from './readCsv.ts';

/** A user's file as a table of text, whatever it was saved as. */
export interface OwnTable extends Pick<OpenCsv, 'header' | 'headerLine' | 'read'> {
  /** What a problem calls a column: its heading, in a workbook with its letter. */
  readonly columnName: (index: number) => string;
  /** What was assumed to get at the table, as sentences for the page. */
  readonly notes: readonly string[];
}

/** The columns of a file, so that a user can see what was taken for what, and correct it. */
export interface TableColumns<Field extends string> {
  readonly header: readonly string[];
  /** The rows that come first, as text. */
  readonly firstRows: readonly (readonly string[])[];
  readonly matched: readonly { readonly field: Field; readonly header: string }[];
  /** Fields that must be there and are not: nothing was read. */
  readonly missing: readonly Field[];
  readonly lines: 'rates' | 'claims';
  /** Who said which column is which: the headings, the user, or the user when such a file was read before. */
  readonly source: 'headings' | 'chosen' | 'remembered';
}

const shownRows = 4;

/** The first rows of a table. */
export function firstRowsOf({ read }: OwnTable): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  read(({ cells }) => {
    rows.push(cells);
    return rows.length < shownRows;
  });
  return rows;
}
