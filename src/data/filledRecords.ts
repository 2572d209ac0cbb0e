import { isSwallowing } from './csvFault.ts';
import { headingsOf, usedCells } from './csvLines.ts';
import { type CsvRecord, forEachRecord, longestRecord } from './csvRecord.ts';
import type { CsvText } from './csvText.ts';

/** Lines handed to PapaParse at once while all is well. Small enough that starting over after an open quote is cheap. */
const largestWindow = 8192;

/**
 * Hands the records that are not blank to `take`, the header first, until it answers false. A record whose quote is
 * never closed comes as one line, and reading goes on with the next.
 *
 * A record over several lines is what PapaParse makes of its first line and the 127 below it, whatever stands above:
 * so it does not depend on where a window happens to end, and `CsvScanner` finds the same. A window that meets one
 * further down is given up there, for one of 128 lines that begins with it.
 *
 * @param header the line of the header.
 * @param headings how many there are; undefined where the header is still to be read.
 */
export function forEachFilledRecord(
  { text, starts, lineCount }: CsvText,
  header: number,
  delimiter: string,
  headings: number | undefined,
  take: (record: CsvRecord) => boolean,
  onProgress?: (fraction: number) => void,
): void {
  let first = header;
  let windowLines = longestRecord;
  let width = headings;
  while (first < lineCount) {
    const start = first;
    const end = Math.min(lineCount, start + windowLines);
    const isShort = windowLines === longestRecord;
    let isOver = false;
    let givenUpFor: number | undefined;
    forEachRecord(text, starts, start, end, delimiter, (record) => {
      const { cells, index, open } = record;
      if (open || record.endIndex - index > 1) {
        if (index > start || !isShort) {
          givenUpFor = index;
          return false;
        }
        if (open || isSwallowing(record, width ?? cells.length)) {
          givenUpFor = start + 1;
          isOver = !take({ ...record, open: true });
          return false;
        }
      }
      if (usedCells(cells) === 0) return true;
      width ??= headingsOf(cells).length;
      isOver = !take(record);
      return !isOver;
    });
    if (isOver) return;
    first = givenUpFor ?? end;
    windowLines = givenUpFor === undefined ? Math.min(largestWindow, windowLines * 2) : longestRecord;
    onProgress?.(first / lineCount);
  }
}
