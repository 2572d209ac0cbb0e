import { csvText } from '../export/csvText.ts';
import type { OutputFile } from './outputFile.ts';

export function csvFile(
  path: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): OutputFile {
  return { path, text: csvText(header, rows), rows: rows.length };
}
