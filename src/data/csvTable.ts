import { countOf } from '../text/numbers.ts';
import { isHeader, mostLinesAbove } from './ownRatesColumns.ts';
import type { OwnTable } from './ownTable.ts';
import { openCsv } from './readCsv.ts';

/** A CSV's text as a table. Titles above the header are passed over where its words tell it. */
export function csvTable(text: string, file: string): OwnTable {
  const { delimiter, header, headerLine, linesAbove, read } = openCsv(text, file, {
    isHeader,
    mostLinesAbove,
  });
  return {
    header,
    headerLine,
    delimiter,
    read,
    columnName: (index) => header[index] ?? '',
    notes: csvNotes(headerLine, linesAbove),
  };
}

/** What is to be said of a header that is not the first line. */
export function csvNotes(headerLine: number, linesAbove: number): readonly string[] {
  if (linesAbove === 0) return [];
  const above = countOf(linesAbove, 'line above it is', 'lines above it are');
  return [`The header is line ${headerLine}; ${above} not read.`];
}
