import type { OwnTable } from './ownTable.ts';

/** A file that is no table at all, with the reason. */
export function unreadable(file: string, message: string): OwnTable {
  const problems = [{ file, line: 0, column: '', found: '', message, leftOut: true }];
  return {
    header: [],
    headerLine: 0,
    columnName: () => '',
    notes: [],
    read: () => ({ problems, rowsPresent: 0 }),
  };
}
