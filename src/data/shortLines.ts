import type { Problem } from '../domain/problem.ts';

/** As `csvFault` says of a line with fewer cells than headings. */
const endsEarly = /^The line has \d+ of the header's \d+ cells\.$/;

/**
 * A way out where several lines are shorter than the header. They are not read as if the cells at their end were blank: a
 * line that lost one in its middle looks the same, and its charge would pass for a rate.
 */
export function shortLinesNotes(problems: readonly Problem[]): readonly string[] {
  const short = problems.filter(({ message }) => endsEarly.test(message));
  if (short.length < 2) return [];
  return [
    'Several lines end before the header does. Excel leaves blank cells at the ends of lines out when it saves a CSV; saved as a workbook (.xlsx), the same sheet is read whole.',
  ];
}
