import type { CsvRecord } from './csvRecords.ts';

/**
 * Why it cannot be told which cell of a row is which; undefined where it can. A row with fewer cells than the header is
 * a row whose last ones are blank, unless the file ends in it; one with a quote that is not doubled is a row where its
 * cells are as many as the headings. Blank cells too many are fine where the header or the first row has them as well;
 * else a separator that is not quoted has moved the cells before them.
 *
 * @param usual the cells of the header or of the first row, whichever has more, blank ones at the end counted.
 */
export function recordFault(record: CsvRecord, width: number, usual: number): string | undefined {
  const { fault, length } = record;
  if (fault === 'long') return 'The line is too long to be one of a table.';
  if (fault === 'open') return 'A quote opened here is never closed. Close it or remove it.';
  if (length > width && (length > usual || hasMore(record, width)))
    return `The line has more cells than the ${width} headings. Quote cells that hold the separator.`;
  if (length < width && fault === 'invalid') return 'A quoted cell holds a quote that is not doubled.';
  if (length < width && record.isCut) return 'The file ends in the middle of this line.';
  if (record.holdsNul()) return 'The line holds a NUL character; it may be damaged.';
  return undefined;
}

function hasMore(record: CsvRecord, width: number): boolean {
  for (let index = width; index < record.length; index++) if (!record.isBlank(index)) return true;
  return false;
}
