import type { Problem } from '../domain/problem.ts';
import { countOf } from '../text/numbers.ts';
import { isHeader, mostLinesAbove } from './ownRatesColumns.ts';
import type { OwnTable } from './ownTable.ts';
import type { CsvRow } from './readCsv.ts';
import { unreadable } from './unreadable.ts';
import { type WorkbookSheet, workbookSheets } from './workbookSheets.ts';

/**
 * An Excel workbook as a table of text: the first sheet whose header names what a contract needs. Rows keep their
 * numbers in the sheet. Never rejects: what is no workbook comes back as a table without a header, with the reason as
 * its problem.
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<OwnTable> {
  const read = await workbookSheets(bytes);
  return 'fault' in read ? unreadable(file, read.fault) : tableOf(read.sheets, file);
}

function tableOf(filled: readonly WorkbookSheet[], file: string): OwnTable {
  const found = filled.map((each) => ({ ...each, at: headerAt(each.rows) }));
  const chosen = found.find(({ at }) => at.isRecognised) ?? found.find(({ at }) => at.index !== -1);
  if (!chosen) return unreadable(file, 'The workbook holds no text.');

  const { sheet, rows, at } = chosen;
  const header = (rows[at.index] ?? []).map((name) => name.replace(/\s+/g, ' ').trim());
  while (header.at(-1) === '') header.pop();
  const repeated = header.filter((name, i) => name !== '' && header.indexOf(name) !== i);
  const columnName = (index: number) => `${header[index] ?? ''} (${letterOf(index)})`;
  const ofHeader = [...new Set(repeated)].map((name): Problem => {
    const message = 'Several columns have this heading; the first of them is used.';
    const column = columnName(header.indexOf(name));
    return { file, line: at.index + 1, column, found: name, message, leftOut: false };
  });
  const others = filled.filter((each) => each.sheet !== sheet && each.rows.length > 0).length;
  return {
    header,
    headerLine: at.index + 1,
    columnName,
    notes: [
      `Read from the sheet “${sheet}”, whose header is row ${at.index + 1}${others > 0 ? `; ${countOf(others, 'other sheet is', 'other sheets are')} not read` : ''}. Lines are the sheet’s rows.`,
    ],
    read(take, onProgress) {
      const problems = [...ofHeader];
      let rowsPresent = 0;
      for (let index = at.index + 1; index < rows.length; index++) {
        const row = rows[index] ?? [];
        if (row.every((cell) => cell.trim() === '')) continue;
        rowsPresent += 1;
        const cells = header.map((_, i) => row[i] ?? '');
        if (header.every((name, i) => (cells[i] ?? '').replace(/\s+/g, ' ').trim() === name)) {
          const message = 'The line repeats the header.';
          problems.push({
            file,
            line: index + 1,
            column: '',
            found: header.join(', '),
            message,
            leftOut: true,
          });
        } else if (!take({ line: index + 1, cells } satisfies CsvRow)) break;
        if (index % 4096 === 0) onProgress?.(index / rows.length);
      }
      return { problems, rowsPresent };
    },
  };
}

/**
 * The first row that is a header by its words; else the first with at least half as many cells as the fullest, which a
 * title has not. −1 for none.
 */
function headerAt(rows: readonly (readonly string[])[]) {
  const filled = rows.slice(0, mostLinesAbove).map((row) => row.filter((cell) => cell.trim() !== '').length);
  const named = rows.slice(0, mostLinesAbove).findIndex(isHeader);
  if (named !== -1) return { index: named, isRecognised: true };
  const most = Math.max(0, ...filled);
  return { index: most === 0 ? -1 : filled.findIndex((count) => count * 2 >= most), isRecognised: false };
}

/** 0 → A, 25 → Z, 26 → AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
