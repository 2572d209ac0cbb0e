import type { Problem } from '../../src/domain/problem.ts';

/** A problem of the file that tests read as `file`, a line left out unless told otherwise. */
export function problemAt(
  line: number,
  column: string,
  found: string,
  message: string,
  leftOut = true,
): Problem {
  return { file: 'file', line, column, found, message, leftOut };
}
