import type { Problem } from '../domain/problem.ts';
import { excerpt } from './excerpt.ts';
import type { RowReading } from './ownRow.ts';
import type { TableHead } from './ownTable.ts';
import type { ProblemShelf } from './problemShelf.ts';

/** Puts what was found wrong with the cells of one line of a user's file on the shelf. */
export function shelveCells(
  problems: ProblemShelf,
  file: string,
  table: TableHead,
  line: number,
  { row, problems: found }: RowReading,
): void {
  for (const { index, field, text, message } of found) {
    const column = index === -1 ? field : table.columnName(index);
    problems.add({ file, line, column, found: excerpt(text), message, leftOut: row === undefined });
  }
}

/** Something about the header of a user's file. */
export function headerProblem(
  file: string,
  { headerLine }: TableHead,
  found: string,
  message: string,
  leftOut: boolean,
): Problem {
  return { file, line: headerLine, column: '', found: excerpt(found), message, leftOut };
}
