import type { CmsLine } from '../data/formats/cmsTables.ts';
import { cmsTablesOf } from '../data/formats/cmsTablesOf.ts';
import { type FileAccount, type LeaveReason, leaveReasons } from '../data/formats/formatReader.ts';
import { readPublishedFile } from '../data/formats/readPublishedFile.ts';
import type { MedicareRelease } from '../data/loadRelease.ts';
import { cmsComparison, type TableComparison } from '../domain/cmsComparison.ts';
import type { Problem } from '../domain/problem.ts';
import { comparisonSentences } from '../text/comparisonText.ts';
import { listOf } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import type { FileCheck } from './fileCheck.ts';

/**
 * What the reader of its published form makes of a file, or of each file of an archive; CMS tables are held beside the
 * release's.
 *
 * @returns undefined for a file that has no published form: a table of the user's own, or none at all.
 */
export async function publishedCheck(
  bytes: Uint8Array,
  file: string,
  medicare: () => Promise<MedicareRelease>,
): Promise<FileCheck | undefined> {
  const lines: CmsLine[] = [];
  const kinds = new Set<string>();
  const accounts: FileAccount[] = [];
  const notes: string[] = [];
  let hasTables = false;
  const reading = {
    context: { wants: () => true },
    sink: (_: string, { name }: { readonly name: string }) => {
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
  for await (const result of readPublishedFile({ name: file, bytes: onePiece(bytes) }, reading)) {
    const prefix = result.file === file ? '' : `${result.file}: `;
    if (result.kind === 'account') {
      accounts.push(result.account);
      notes.push(...result.account.notes.map((note) => `${prefix}${note}`));
    } else if (prefix !== '') {
      const reason =
        result.kind === 'refused' ? result.reason : 'It has no published form; check it by itself.';
      notes.push(`${prefix}${reason}`);
    }
  }
  if (accounts.length === 0) return undefined;
  const comparisons = hasTables ? await compared(lines, medicare, notes) : [];
  const present = sum(accounts.map((account) => account.present));
  const read = sum(accounts.map((account) => account.read));
  return {
    file,
    kind: listOf([...kinds]),
    rowsPresent: present,
    rowsRead: read,
    rowsLeftOut: present - read,
    leftOut: leftOutOf(accounts),
    problems: accounts.flatMap((account): readonly Problem[] => account.problems),
    notes,
    comparisons,
    isDoubtful: accounts.some(({ isDoubtful }) => isDoubtful === true),
  };
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
  const comparisons = cmsComparison(cmsTablesOf(known), release);
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

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
