import { decodeText } from '../data/decodeText.ts';
import { openTable } from '../data/openTable.ts';
import { type OwnReading, readOwnTable } from '../data/ownRates.ts';
import type { RateDictionaries } from '../data/rateDictionaries.ts';
import { rateColumns, readRateFile } from '../data/readRateFile.ts';
import type { Problem } from '../domain/problem.ts';

/** What a file's reader made of it: `rowsRead + rowsLeftOut === rowsPresent`. */
export interface FileCheck {
  readonly file: string;
  /** What it was taken for, by what it holds. */
  readonly kind: 'own rates' | 'own claim lines' | 'rate file of a release' | 'not readable as a table';
  readonly rowsPresent: number;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly problems: readonly Problem[];
  /** What was assumed, as sentences. */
  readonly notes: readonly string[];
}

/** What a file is read against: the release's catalogue and alias table, and the ids of its rate files. */
export interface CheckAgainst {
  readonly reading: OwnReading;
  readonly dictionaries: RateDictionaries;
}

/**
 * Reads a file with the reader that the page would use and says what became of each line. A rate file of a release is
 * known by its headings; everything else is read as rates of the user's own. Never throws on what a file holds.
 */
export async function fileCheck(bytes: Uint8Array, file: string, against: CheckAgainst): Promise<FileCheck> {
  const table = await openTable(bytes, file);
  if (rateColumns.every((column) => table.header.includes(column))) {
    const { text, note } = decodeText(bytes);
    const code = /(?:^|[\\/])([0-9A-Z]{4,5})[\\/][^\\/]*$/.exec(file)?.[1] ?? '';
    const read = readRateFile(text, file, code, against.dictionaries);
    return {
      file,
      kind: 'rate file of a release',
      rowsPresent: read.present,
      rowsRead: read.table.length,
      rowsLeftOut: read.leftOut,
      problems: read.problems,
      notes: note === '' ? [] : [note],
    };
  }
  const read = readOwnTable(table, file, against.reading);
  const { rowsPresent, rowsRead, rowsLeftOut, problems, notes } = read;
  const kind =
    read.table === null
      ? 'not readable as a table'
      : read.table.lines === 'claims'
        ? 'own claim lines'
        : 'own rates';
  return { file, kind, rowsPresent, rowsRead, rowsLeftOut, problems, notes };
}

/** Whether something of the file does not count: a line, or the file as a whole. */
export function leavesOut({ rowsLeftOut, problems }: FileCheck): boolean {
  return rowsLeftOut > 0 || problems.some(({ leftOut }) => leftOut);
}
