import type { Problem } from '../domain/problem.ts';
import { countOf } from '../text/numbers.ts';

/** More than anybody reads, and few enough to be handed to the page without a pause. */
const mostProblems = 10_000;

/** A file's problems by line, the first of them where there are very many, with a sentence that counts the rest. */
export function shownProblems(all: readonly Problem[]): {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
} {
  const problems = all.toSorted((a, b) => a.line - b.line);
  const rest = problems.length - mostProblems;
  if (rest <= 0) return { problems, notes: [] };
  return {
    problems: problems.slice(0, mostProblems),
    notes: [
      `${countOf(rest, 'more problem is', 'more problems are')} not listed; lines left out are all counted.`,
    ],
  };
}
