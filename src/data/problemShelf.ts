import type { Problem } from '../domain/problem.ts';
import { countOf } from '../text/numbers.ts';
import type { CsvAccount } from './csvStream.ts';

/** More than anybody reads, and few enough to be handed to the page without a pause. */
export const mostProblems = 10_000;

/** A file's problems while it is read: the first by line are kept, the rest counted, because a file may have millions. */
export class ProblemShelf {
  readonly #problems: Problem[] = [];
  #ofLines = 0;
  #uncounted = 0;

  /** One of a line; lines come in order. */
  add(problem: Problem): void {
    this.#ofLines += 1;
    if (this.#ofLines <= mostProblems) this.#problems.push(problem);
    else this.#uncounted += 1;
  }

  /** Those of the table itself, which come when it has been read. */
  addAll({ problems, unlisted = 0 }: CsvAccount): void {
    for (const problem of problems) this.#problems.push(problem);
    this.#uncounted += unlisted;
  }

  /** The first of them by line, with a sentence that counts the rest. */
  shown(): { readonly problems: readonly Problem[]; readonly notes: readonly string[] } {
    const problems = this.#problems.toSorted((a, b) => a.line - b.line);
    const rest = this.#uncounted + Math.max(0, problems.length - mostProblems);
    if (rest === 0) return { problems, notes: [] };
    return {
      problems: problems.slice(0, mostProblems),
      notes: [
        `${countOf(rest, 'more problem is', 'more problems are')} not listed; lines left out are all counted.`,
      ],
    };
  }
}
