import type { CmsLine } from '../data/formats/cmsTables.ts';
import { cmsTablesOf } from '../data/formats/cmsTablesOf.ts';
import { type FileAccount, type LeaveReason, leaveReasons } from '../data/formats/formatReader.ts';
import { readCmsWorkbook } from '../data/formats/readCmsWorkbook.ts';
import {
  type PublishedReading,
  type PublishedResult,
  readPublishedFile,
} from '../data/formats/readPublishedFile.ts';
import type { MedicareRelease } from '../data/loadRelease.ts';
import { UnpackFault } from '../data/unpack/unpackBounds.ts';
import { isZip } from '../data/unpack/zipEntries.ts';
import { cmsComparison, type TableComparison } from '../domain/cmsComparison.ts';
import type { Problem } from '../domain/problem.ts';
import { comparisonSentences } from '../text/comparisonText.ts';
import { listOf } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import type { FileCheck } from './fileCheck.ts';
import { SavedParts } from './savedParts.ts';

/**
 * What the reader of its published form makes of a file, or of each file of an archive; CMS tables are held beside the
 * release's.
 *
 * @param pieces the file as it comes in: a published form is never held as a whole.
 * @returns the bytes, unpacked, of a file that has no published form but may be a table of the user's own.
 */
export async function publishedCheck(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  medicare: () => Promise<MedicareRelease>,
): Promise<FileCheck | Uint8Array> {
  const lines: CmsLine[] = [];
  const kinds = new Set<string>();
  const accounts: FileAccount[] = [];
  const notes: string[] = [];
  const saved = new SavedParts();
  let hasTables = false;
  const reading: PublishedReading = {
    context: { wants: () => true },
    sink: (_, { name }) => {
      kinds.add(name);
      return {
        head: () => undefined,
        group: () => undefined,
        rate: () => undefined,
        tableRow: (row: unknown) => {
          hasTables = true;
          lines.push(row as CmsLine);
        },
      };
    },
  };
  for await (const result of readPublishedFile({ name: file, bytes: pieces }, reading)) {
    const isWhole = result.file === file;
    const rest = isWhole ? result : await saved.take(result);
    if (!rest) continue;
    const account = await accountOf(rest, reading, isWhole);
    if (account instanceof Uint8Array) return account;
    if (result.file === file && typeof account === 'string') return notReadable(file, account);
    const prefix = result.file === file ? '' : `${result.file}: `;
    if (typeof account === 'object') {
      accounts.push(account);
      notes.push(...account.notes.map((note) => `${prefix}${note}`));
    } else if (prefix !== '') notes.push(`${prefix}${account}`);
  }
  const ofSaved = saved.check(file);
  if (accounts.length === 0) {
    const check = ofSaved ?? notReadable(file, 'It holds no file of a published form.');
    return { ...check, notes: [...notes, ...check.notes] };
  }
  if (ofSaved) kinds.add(ofSaved.kind);
  const comparisons = hasTables ? await compared(lines, medicare, notes) : [];
  const present = sum(accounts.map((account) => account.present)) + (ofSaved?.rowsPresent ?? 0);
  const read = sum(accounts.map((account) => account.read)) + (ofSaved?.rowsRead ?? 0);
  return {
    file,
    kind: listOf([...kinds]),
    rowsPresent: present,
    rowsRead: read,
    rowsLeftOut: present - read,
    leftOut: leftOutOf(accounts),
    ...(accounts.some(({ listing }) => listing)
      ? { listing: accounts.flatMap(({ listing = [] }) => listing) }
      : {}),
    problems: [
      ...accounts.flatMap((account): readonly Problem[] => account.problems),
      ...(ofSaved?.problems ?? []),
    ],
    notes,
    comparisons,
    isDoubtful: accounts.some(({ isDoubtful }) => isDoubtful === true),
  };
}

/** What became of a contained file, or in a sentence why nothing did; of a table that is the whole file, its bytes. */
async function accountOf(
  result: PublishedResult,
  { sink, context }: PublishedReading,
  isWhole: boolean,
): Promise<FileAccount | string | Uint8Array> {
  switch (result.kind) {
    case 'account':
      return result.account;
    case 'refused':
      return result.reason;
    case 'own-table':
      try {
        const bytes = await collected(result.bytes, isWhole ? largestTable : 0);
        if (bytes === undefined)
          return 'It has none of the published forms and is too large to be opened as a table.';
        const account = await readCmsWorkbook(bytes, sink, { ...context, file: result.file });
        return account ?? (isWhole ? bytes : 'It has no published form; check it by itself.');
      } catch (error) {
        if (error instanceof UnpackFault) return error.message;
        throw error;
      }
  }
}

function notReadable(file: string, message: string): FileCheck {
  const problem = { file, line: 0, column: '', found: '', message, leftOut: true };
  const nothing = { rowsPresent: 0, rowsRead: 0, rowsLeftOut: 0 };
  return { file, kind: 'not readable as a table', ...nothing, problems: [problem], notes: [] };
}

/** Adds to the notes what the comparison says. */
async function compared(
  lines: readonly CmsLine[],
  medicare: () => Promise<MedicareRelease>,
  notes: string[],
): Promise<readonly TableComparison[]> {
  const release = await medicare();
  const codes = new Set(release.rvus.map(({ code }) => code));
  const known = lines.filter((line) => !('code' in line) || codes.has(line.code));
  if (known.length < lines.length)
    notes.push(
      `${countOf(lines.length - known.length, 'line')} of codes that are not in the release’s tables.`,
    );
  const tables = cmsTablesOf(known);
  if (tables.repeated > 0)
    notes.push(
      `${countOf(tables.repeated, 'line')} of tables that are there in another form too: held once.`,
    );
  if (tables.withoutYear > 0)
    notes.push(`${countOf(tables.withoutYear, 'line')} of no known year, held beside nothing.`);
  const comparisons = cmsComparison(tables, release);
  for (const comparison of comparisons) notes.push(...comparisonSentences(comparison));
  return comparisons;
}

function leftOutOf(accounts: readonly FileAccount[]): FileAccount['leftOut'] {
  const all: Partial<Record<LeaveReason, number>> = {};
  for (const { leftOut } of accounts) {
    for (const reason of leaveReasons) {
      const count = leftOut[reason];
      if (count !== undefined) all[reason] = (all[reason] ?? 0) + count;
    }
  }
  return all;
}

/** A table is opened whole; past this many bytes it is a published file that nobody recognised. */
const largestTable = 512 * 2 ** 20;

/**
 * All bytes of a table; undefined when they are more than `most`. A workbook is taken in any case, and of anything else
 * the first piece, which tells that it is none.
 */
async function collected(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    all.push(piece);
    length += piece.length;
    if (isZip(all[0] ?? piece) ? length > largestTable : most === 0) break;
    if (most > 0 && length > most) return undefined;
  }
  return concatenated(all);
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
