import { documentGroups } from '../domain/effectGroups.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PublishedFigure } from '../domain/published.ts';
import { type PublishedCheck, publishedChecks } from '../domain/publishedChecks.ts';
import { plausibilityText } from '../text/publishedText.ts';

/** Short marks of a printed row, by its id: what the checks found on it, and why it stands out among its like. */
export function publishedMarks(
  code: string,
  figures: readonly PublishedFigure[],
  schedule: FeeSchedule,
): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, string[]>();
  const mark = (id: string, text: string) => marks.set(id, [...(marks.get(id) ?? []), text]);
  for (const { votes } of documentGroups(figures)) {
    for (const { id, flags } of votes) {
      for (const flag of flags) mark(id, plausibilityText[flag]);
    }
  }
  for (const check of publishedChecks(code, figures, schedule)) {
    for (const [id, text] of marksOf(check)) mark(id, text);
  }
  return marks;
}

function marksOf(check: PublishedCheck): ReadonlyArray<readonly [id: string, text: string]> {
  switch (check.rule) {
    case 'medicare-amount':
      if (check.severity === 'pass') return [[check.row.id, 'fee schedule to the cent']];
      return check.severity === 'fail' ? [[check.row.id, 'not the fee schedule’s']] : [];
    case 'mean-outside-quartiles':
      return [[check.row.id, check.beyondAll ? 'mean outside all its percentiles' : 'mean outside P25–P75']];
    case 'several-names':
      return check.rows.map((row) => [row.id, 'insurer under several names'] as const);
    case 'one-row-flips':
      return [[check.row.id, 'turns the conclusion']];
    case 'claim':
      return [];
  }
}
