import { countOf } from '../text/numbers.ts';
import { isHeader, mostLinesAbove } from './ownRatesColumns.ts';
import type { OwnTable } from './ownTable.ts';
import { openCsv } from './readCsv.ts';

/** A CSV's text as a table. Titles above the header are passed over where its words tell it. */
export function csvTable(text: string, file: string): OwnTable {
  const { header, headerLine, linesAbove, read } = openCsv(text, file, { isHeader, mostLinesAbove });
  const notes =
    linesAbove > 0
      ? [
          `The header is line ${headerLine}; ${countOf(linesAbove, 'line above it is', 'lines above it are')} not read.`,
        ]
      : [];
  return { header, headerLine, read, columnName: (index) => header[index] ?? '', notes };
}
