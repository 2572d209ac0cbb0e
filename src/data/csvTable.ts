import type { OwnTable } from './ownTable.ts';
import { openCsv } from './readCsv.ts';

/** A CSV's text as a table. */
export function csvTable(text: string, file: string): OwnTable {
  const { header, headerLine, read } = openCsv(text, file);
  return { header, headerLine, read, columnName: (index) => header[index] ?? '', notes: [] };
}
