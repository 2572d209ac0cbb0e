import type { Problem } from '../domain/problem.ts';
import { excerpt } from './excerpt.ts';
import { readCsv } from './readCsv.ts';
import { RowFields } from './rowFields.ts';

/** What a reader made of a file. `rows.length + leftOut === present`: nothing is dropped silently. */
export interface TableResult<Row> {
  readonly rows: readonly Row[];
  /** Data lines in the file, the heading not counted. */
  readonly present: number;
  readonly leftOut: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads a CSV whose columns are known by name, in any order, other columns ignored.
 *
 * A missing heading leaves every line out, with one problem for the file; a line that `readCsv` refuses or with a
 * cell `readRow` cannot use is left out with its problems. Never throws on bad text.
 *
 * @param columns every heading `readRow` asks for.
 */
export function readTable<Column extends string, Row>(
  text: string,
  file: string,
  columns: readonly Column[],
  readRow: (fields: RowFields<Column>) => Row,
): TableResult<Row> {
  const csv = readCsv(text, file);
  const problems: Problem[] = [...csv.problems];
  const present = csv.rowsPresent;
  const missing = columns.filter((column) => !csv.header.includes(column));
  if (missing.length > 0) {
    // A file readCsv refused has said so already; listing its absent headings would bury that.
    if (csv.headerLine > 0) {
      const found = excerpt(csv.header.join(','));
      const message = `The heading lacks ${missing.join(', ')}; no line could be read.`;
      problems.push({ file, line: csv.headerLine, column: '', found, message, leftOut: true });
    }
    return { rows: [], present, leftOut: present, problems };
  }
  const positions = new Map(columns.map((column) => [column as string, csv.header.indexOf(column)]));
  const rows: Row[] = [];
  for (const { line, cells } of csv.rows) {
    const fields = new RowFields<Column>(file, line, cells, positions);
    const row = readRow(fields);
    if (fields.problems.length > 0) problems.push(...fields.problems);
    else rows.push(row);
  }
  return { rows, present, leftOut: present - rows.length, problems };
}
