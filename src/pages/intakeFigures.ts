import type { FileAccount, LeaveReason } from '../data/formats/formatReader.ts';
import type { IntakeFile } from '../data/intake/intakeReport.ts';
import { absent, type Cell, present } from '../domain/cell.ts';
import { column, type Figure } from '../figures/figure.ts';
import { listOf } from '../text/names.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import { leaveReasonText } from './leaveReasonText.ts';

const method =
  'Present are the payer-specific amounts of a file, and its items that have none; of a table its lines. Each is either read or left out under one reason: read + left out = present.';

function text(words: string, whenBlank: string): Cell<string> {
  return present(words === '' ? whenBlank : words);
}

function leftOutOf({ leftOut }: Pick<FileAccount, 'leftOut'>): number {
  return Object.values(leftOut).reduce((sum, count) => sum + count, 0);
}

/** Medicare's own tables: their lines are read, and are no rates of anybody. */
const medicareTables: ReadonlySet<IntakeFile['format']> = new Set(['pprrvu', 'gpci', 'locco', 'pf-payment']);

function isMedicareTable({ format }: IntakeFile): boolean {
  return medicareTables.has(format);
}

/** One row per file: what it was taken for, and what became of what is in it. */
export function intakeFilesFigure(files: readonly IntakeFile[], origin: string): Figure {
  const read = files.filter(({ refusal }) => refusal === '');
  const sumOf = (isIt: (file: IntakeFile) => boolean) =>
    files.filter(isIt).reduce((sum, { account }) => sum + (account?.read ?? 0), 0);
  const lines = sumOf(isMedicareTable);
  const amounts = sumOf((file) => !isMedicareTable(file));
  const rates = `${countOf(amounts, 'amount')} became ${amounts === 1 ? 'a rate' : 'rates'}`;
  const came = [
    ...(lines > 0
      ? [`${countOf(lines, 'line')} of Medicare’s tables ${lines === 1 ? 'was' : 'were'} read`]
      : []),
    ...(lines > 0 && amounts === 0 ? [] : [rates]),
  ];
  return {
    id: 'intake-files',
    title: 'Your files',
    labelColumn: column('file', 'File', 'text', 'As you chose it; in an archive with its entry.'),
    columns: [
      column('form', 'Recognised as', 'text', 'By what it holds, never by its name.'),
      column('version', 'Version', 'text', 'Of the template or schema, as the file states it.'),
      column('publisher', 'Published by', 'text', 'The hospital or payer the file names.'),
      column('date', 'Date', 'text', 'The file’s own, as exactly as it states it.'),
      column('present', 'Present', 'count', 'Amounts of payers, and items without one.'),
      column('read', 'Read', 'count', 'Amounts that became rates; of Medicare’s tables, lines.'),
      column('out', 'Left out', 'count', 'The rest, each under one reason.'),
      column('problems', 'Problems', 'count', 'Cells or items that need a look, as listed below.'),
    ],
    rows: files.map(({ file, formatName, refusal, head, account }) => {
      const none = absent('not-in-input');
      return {
        id: file,
        label: file,
        cells: {
          form: present(refusal === '' ? formatName : `not read: ${refusal}`),
          version: text(head?.version ?? '', 'not stated'),
          publisher: text(head?.publisher ?? '', 'not stated'),
          date: text(head?.date ?? '', 'not stated'),
          present: account ? present(account.present) : none,
          read: account ? present(account.read) : none,
          out: account ? present(leftOutOf(account)) : none,
          problems: account ? present(account.problems.length) : none,
        },
        flags: [],
      };
    }),
    notes: [],
    method,
    sources: origin,
    summary: `${countOf(read.length, 'file')} of ${formatCount(files.length)} read: ${listOf(came)}.`,
  };
}

/** One row per file and reason: how much of it is no rate, and why. Null where nothing was left out. */
export function intakeLeftOutFigure(files: readonly IntakeFile[], origin: string): Figure | null {
  const rows = files.flatMap(({ file, account }) =>
    account === null
      ? []
      : (Object.entries(account.leftOut) as [LeaveReason, number][])
          .filter(([, count]) => count > 0)
          .map(([reason, count]) => ({
            id: `${file} ${reason}`,
            label: file,
            cells: {
              reason: present(leaveReasonText[reason]),
              count: present(count),
              share: account.present === 0 ? absent('not-in-input') : present(count / account.present),
            },
            flags: [],
          })),
  );
  if (rows.length === 0) return null;
  const all = files.reduce((sum, { account }) => sum + (account ? leftOutOf(account) : 0), 0);
  const there = files.reduce((sum, { account }) => sum + (account?.present ?? 0), 0);
  return {
    id: 'intake-left-out',
    title: 'What was left out, and why',
    labelColumn: column('file', 'File', 'text', 'As you chose it.'),
    columns: [
      column('reason', 'Reason', 'text', 'Why it is no rate.'),
      column('count', 'Amounts or items', 'count', 'How many were left out for it.'),
      column('share', 'Share', 'ratio', 'Of all that is present in the file.'),
    ],
    rows,
    notes: [],
    method,
    sources: origin,
    summary: `${countOf(all, 'amount or item', 'amounts or items')} of ${formatCount(there)} left out.`,
  };
}
