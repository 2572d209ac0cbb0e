import { present } from '../domain/cell.ts';
import type { CheckSeverity, PublishedCheck } from '../domain/publishedChecks.ts';
import { type CheckFinding, checkFinding } from '../text/checkText.ts';
import { listOf } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { severityText } from '../text/publishedText.ts';
import type { Column, Figure } from './figure.ts';

/** More findings than a reader goes through; the rest is counted. */
const mostShown = 40;

const columns: readonly Column[] = [
  { id: 'result', label: 'Result', kind: 'text', definition: 'Passes, a note, or fails.' },
  { id: 'finding', label: 'Finding', kind: 'text', definition: 'What the rule found, with its numbers.' },
  { id: 'printed', label: 'Printed', kind: 'money', definition: 'The amount checked, as printed.' },
  { id: 'reference', label: 'Held against', kind: 'money', definition: 'The amount it is held against.' },
  {
    id: 'ratio',
    label: 'Ratio',
    kind: 'ratio',
    definition: 'Printed ÷ held against, or the share of Medicare.',
  },
];

export interface ChecksFigure {
  readonly figure: Figure;
  /** The findings behind the rows, in their order. */
  readonly findings: readonly CheckFinding[];
}

/**
 * What the checks found, failures first. Null when there was nothing to check.
 *
 * @param subject what was checked, for the title: `97755`, or `97755 in your file`.
 */
export function publishedChecksFigure(
  checks: readonly PublishedCheck[],
  subject: string,
  origin: string,
): ChecksFigure | null {
  if (checks.length === 0) return null;
  const findings = checks.slice(0, mostShown).map(checkFinding);
  const counted = (severity: CheckSeverity) => checks.filter((check) => check.severity === severity).length;
  const counts = [
    [counted('fail'), 'fails', 'fail'],
    [counted('note'), 'is a note', 'are notes'],
    [counted('pass'), 'passes', 'pass'],
  ] as const;
  const parts = counts.flatMap(([count, one, many]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`],
  );
  const figure: Figure = {
    id: 'published-checks',
    title: `Checks on the figures for ${subject}`,
    labelColumn: { id: 'check', label: 'Check', kind: 'text', definition: 'What was checked.' },
    columns,
    rows: findings.map(({ id, subject: label, severity, text, evidence }) => ({
      id,
      label,
      cells: { result: present(severityText[severity]), finding: present(text), ...evidence },
      flags: [],
    })),
    notes:
      checks.length > mostShown ? [`${countOf(checks.length - mostShown, 'more finding')} not shown.`] : [],
    method:
      'Fixed rules: a Medicare row against the fee schedule of its place, by locality and year (pass: equal to the cent; note: nationally within 5%, or between the localities of the state; fail: anything else); a mean against its own percentiles; one insurer under several names in one place; commercial ÷ Medicare without each row in turn; what a document says in words against its own numbers.',
    sources: `The documents named in each finding; CMS physician fee schedule; ${origin}.`,
    summary: `Of ${countOf(checks.length, 'check')}, ${listOf(parts)}.`,
  };
  return { figure, findings };
}
