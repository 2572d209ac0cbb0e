import type { LeaveReason, ListedFile } from '../data/formats/formatReader.ts';
import type { Problem } from '../domain/problem.ts';
import { spreadsheetCsv } from '../export/spreadsheetCsv.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import type { OutputFormat } from './cliRequest.ts';
import type { FileCheck } from './fileCheck.ts';
import { leaveReasonText } from './leaveReasonText.ts';
import { printable } from './printable.ts';

/** Raised whenever a reader of the old form could misread the new one. */
const schema = { name: 'rate-atlas/check', version: 1 } as const;

/** What was read and what was not, in the form asked for. */
export function checkText(check: FileCheck, format: OutputFormat): string {
  switch (format) {
    case 'csv':
      return spreadsheetCsv([
        ['file', 'line', 'column', 'found', 'message', 'outcome'],
        ...check.problems.map((problem) => [
          problem.file,
          { number: String(problem.line) },
          problem.column,
          problem.found,
          problem.message,
          outcome(problem),
        ]),
      ]);
    case 'json':
      return `${JSON.stringify({ schema, ...check }, null, 1)}\n`;
    case 'table':
      return [
        ...check.problems.map(problemLine),
        ...(check.problems.length === 0 ? [] : ['']),
        ...(check.listing ?? []).map(listedLine),
        ...check.notes,
        ...reasons(check),
        checkSentence(check),
        '',
      ].join('\n');
  }
}

/** `rates.csv, own rates: 4 lines present = 3 read + 1 left out.` */
export function checkSentence({ file, kind, rowsPresent, rowsRead, rowsLeftOut }: FileCheck): string {
  return `${printable(file)}, ${kind}: ${countOf(rowsPresent, 'line')} present = ${formatCount(rowsRead)} read + ${formatCount(rowsLeftOut)} left out.`;
}

/** `rates.csv:7: rate: message (found “abc”). Left out.`: file and line first, where editors find them. */
function problemLine(problem: Problem): string {
  const { file, line, column, found, message } = problem;
  const where = [printable(file), ...(line === 0 ? [] : [String(line)])].join(':');
  const what = column === '' ? '' : `${printable(column)}: `;
  const text = found === '' ? '' : ` Found: “${printable(found)}”.`;
  return `${where}: ${what}${printable(message)}${text} ${outcome(problem)}.`;
}

/** `in-network: https://… (8 plans)`. */
function listedLine({ kind, address, description, planCount }: ListedFile): string {
  return printable(`${kind}: ${address} (${countOf(planCount, 'plan')}; ${description})`);
}

/** Why amounts and items are no rates, most first. */
function reasons({ leftOut = {} }: FileCheck): readonly string[] {
  const counted = Object.entries(leftOut) as [LeaveReason, number][];
  if (counted.length === 0) return [];
  const words = counted
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${formatCount(count)} ${leaveReasonText[reason]}`);
  return [`Left out: ${words.join(', ')}.`];
}

function outcome({ leftOut }: Problem): string {
  return leftOut ? 'Left out' : 'Warning';
}
