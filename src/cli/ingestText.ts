import type { IngestedFile, IngestOutcome, IngestProgress } from '../data/ingestOrder.ts';
import { countOf } from '../text/numbers.ts';
import { leaveReasonText } from './leaveReasonText.ts';
import { printable } from './printable.ts';
import { textTable } from './textTable.ts';
import { wrapped } from './wrapped.ts';

/** Problems of a file that are printed; the report has more. */
const printedProblems = 5;

/** What became of the files: a table, then what each left out and why. */
export function ingestAccount({ files, placeless, notes }: IngestOutcome): string {
  const rows = files.map(({ file, form, date, account, refused }) => [
    file,
    refused === '' ? form : 'not read',
    date,
    String(account.present),
    String(account.read),
    String(account.present - account.read),
  ]);
  const header = ['File', 'Read as', 'Date', 'Present', 'Read', 'Left out'];
  // Where the import was refused before it read, there is nothing to head.
  const table = rows.length === 0 ? [] : [...textTable([header, ...rows], (column) => column > 2), ''];
  const { named, count } = placeless;
  const more = count > named.length ? ` and ${count - named.length} more` : '';
  return [
    ...table,
    ...files.flatMap(wordsOf),
    ...(count === 0 ? [] : wrapped('Without a place', `${named.join('; ')}${more}.`)),
    ...notes.flatMap((note) => wrapped('Note', note)),
  ]
    .map(printable)
    .join('\n');
}

function wordsOf({ file, account, refused }: IngestedFile): readonly string[] {
  const { leftOut, problems, notes } = account;
  const reasons = Object.entries(leftOut).map(
    ([reason, count]) => `${count} ${leaveReasonText[reason as keyof typeof leftOut]}`,
  );
  const said = problems.slice(0, printedProblems).map(({ line, column, found, message }) => {
    const where = [line > 0 ? `line ${line}` : '', column].filter(Boolean).join(', ');
    return `${where === '' ? '' : `${where}: `}${message}${found === '' ? '' : ` Found: “${found}”`}`;
  });
  const more = problems.length - said.length;
  const lines = [
    ...(refused === '' ? [] : wrapped('  Not read', refused)),
    ...(reasons.length === 0 ? [] : wrapped('  Left out', `${reasons.join(', ')}.`)),
    ...said.flatMap((text) => wrapped('  Problem', text)),
    ...(more > 0 ? [`  ${countOf(more, 'more problem')} in the report.`] : []),
    ...notes.flatMap((note) => wrapped('  Note', note)),
  ];
  return lines.length === 0 ? [] : [file, ...lines];
}

/** What was made, as a sentence. */
export function ingestSentence({ release, refused }: IngestOutcome, folder: string): string {
  if (release === null) return `Nothing was written. ${refused}`;
  const { id, rates, lines, providers, files } = release;
  const classes = lines === rates ? '' : ` on ${countOf(lines, 'line')}`;
  return `Release ${id}: ${countOf(rates, 'rate')}${classes} of ${countOf(providers, 'provider')}, ${countOf(files, 'file')} in ${folder}.`;
}

/** Where an import stands, in one line of a terminal. */
export function progressText(
  { step, what, number, of, bytes, bytesInAll }: IngestProgress,
  seconds: number,
): string {
  if (step !== 'read') return `${step} ${number}/${of}: ${what}`;
  const share = bytesInAll > 0 ? `, ${Math.floor((bytes / bytesInAll) * 100)}%` : '';
  const speed = seconds > 0 ? `, ${(bytes / seconds / 1e6).toFixed(1)} MB/s` : '';
  return `read ${number}/${of}: ${what}, ${(bytes / 1e6).toFixed(1)} MB${share}${speed}`;
}
