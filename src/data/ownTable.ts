import type { CsvAccount } from './csvStream.ts';
import type { CsvRow } from './readCsv.ts';
import type { TableSteps } from './tableSteps.ts';

/** What the top of a user's file says of it, whatever it was saved as. */
export interface TableHead {
  readonly header: readonly string[];
  /** The line of the header; 0 when there is none. */
  readonly headerLine: number;
  /** What stands between cells; none in a workbook. */
  readonly delimiter?: string | undefined;
  /** What a problem calls a column: its heading, in a workbook with its letter. */
  readonly columnName: (index: number) => string;
  /** What was assumed to get at the table, as sentences for the page. */
  readonly notes: readonly string[];
}

/** One pass over a table's rows. */
export interface TablePass {
  /** Is handed the usable rows, in order, until it answers false. */
  readonly take: (row: CsvRow) => boolean;
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /** The columns whose cells are looked at, where not all are: a table may leave the others blank. */
  readonly columns?: readonly number[] | undefined;
}

/** A user's file as a table of text, in memory. */
export interface OwnTable extends TableHead {
  readonly read: (take: TablePass['take'], onProgress?: TablePass['onProgress']) => CsvAccount;
}

/** One that is fetched from the file pass by pass, and never wholly in memory. */
export interface StreamedTable extends TableHead {
  readonly pass: (pass: TablePass) => Promise<CsvAccount>;
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
export function* firstRowsOf(): TableSteps<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  yield {
    take({ cells }) {
      rows.push(cells);
      return rows.length < shownRows;
    },
  };
  return rows;
}
