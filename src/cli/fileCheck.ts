import { decodeText } from '../data/decodeText.ts';
import type { FileAccount, ListedFile } from '../data/formats/formatReader.ts';
import type { MedicareRelease } from '../data/loadRelease.ts';
import { openTable } from '../data/openTable.ts';
import type { OwnReading } from '../data/ownRates.ts';
import { readUnfoldedRates } from '../data/ownRatesFile.ts';
import type { RateDictionaries } from '../data/rateDictionaries.ts';
import { rateColumns, readRateFile } from '../data/readRateFile.ts';
import type { TableComparison } from '../domain/cmsComparison.ts';
import type { Problem } from '../domain/problem.ts';
import { publishedCheck } from './publishedCheck.ts';

/** What a file's reader made of it: `rowsRead + rowsLeftOut === rowsPresent`. */
export interface FileCheck {
  readonly file: string;
  /** What it was taken for, by what it holds. */
  readonly kind: string;
  readonly rowsPresent: number;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly problems: readonly Problem[];
  /** What was assumed, as sentences. */
  readonly notes: readonly string[];
  /** Of a published form: why lines and items are left out. Most of a hospital's file is no rate, and no fault. */
  readonly leftOut?: FileAccount['leftOut'];
  /** What a table of contents lists. */
  readonly listing?: readonly ListedFile[];
  /** CMS tables beside those of the release. */
  readonly comparisons?: readonly TableComparison[];
  /** It can be read, but is not what its title says. */
  readonly isDoubtful?: boolean;
}

/** What a file is read against: the release's catalogue and alias table, and the ids of its rate files. */
export interface CheckAgainst {
  readonly reading: OwnReading;
  readonly dictionaries: RateDictionaries;
  /** Loaded only for a file that is held beside it. */
  readonly medicare: () => Promise<MedicareRelease>;
}

/**
 * Reads a file with the reader that the page would use and says what became of each line. A rate file of a release is
 * known by its headings, a published form by what it holds; everything else is read as rates of the user's own. Never
 * throws on what a file holds.
 */
export async function fileCheck(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  against: CheckAgainst,
): Promise<FileCheck> {
  const bytes = await publishedCheck(pieces, file, against.medicare);
  if (!(bytes instanceof Uint8Array)) return bytes;
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
  const read = await readUnfoldedRates(table, file, against.reading);
  const { rowsPresent, rowsRead, rowsLeftOut, problems, notes } = read;
  const kind =
    read.table === null
      ? 'not readable as a table'
      : read.table.lines === 'claims'
        ? 'own claim lines'
        : 'own rates';
  return { file, kind, rowsPresent, rowsRead, rowsLeftOut, problems, notes };
}

/** Whether something of the file cannot be used: a line, the file as a whole, or a file that is not genuine. */
export function leavesOut({ rowsLeftOut, leftOut, problems, isDoubtful }: FileCheck): boolean {
  const unusable = leftOut === undefined ? rowsLeftOut : (leftOut.unreadable ?? 0);
  return unusable > 0 || isDoubtful === true || problems.some((problem) => problem.leftOut);
}
