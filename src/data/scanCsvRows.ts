import { quote } from './csvBlock.ts';
import { markBytes } from './markBytes.ts';

/** Where the scan of a CSV's bytes stands, and what it has found. */
export interface CsvScan {
  /** The byte the next row starts at. */
  at: number;
  /** The line that byte is on, from 1. */
  line: number;
  rows: number;
  readonly capacity: number;
  readonly width: number;
  readonly bounds: Int32Array;
  readonly lines: Uint32Array;
  readonly delimiter: number;
  /** The headings one behind the other, without white space, quotes and separators. */
  readonly headings: Uint8Array;
  /** Bytes that may mean something, from `mark` up to `markEnd`, and up to which byte they are known. */
  readonly marks: Int32Array;
  mark: number;
  markEnd: number;
  markedTo: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A quoted cell that PapaParse has to look at: with a line break, a NUL or a doubled quote in it. */
const isOdd = -2;

/**
 * Finds the cells of rows that are plainly rows: a line each, as many cells as the header, quotes (if any) around whole
 * cells. It stops at the first line that is not, and leaves it to `CsvScanner`. Blank lines are passed over.
 *
 * @param view of `bytes`. @param isLast whether the file ends with them.
 * @returns why it stopped: `full` block, `odd` line at `scan.at`, `end` of the bytes (a line may have begun).
 */
export function scanCsvRows(
  bytes: Uint8Array,
  view: DataView,
  scan: CsvScan,
  isLast: boolean,
): 'full' | 'odd' | 'end' {
  const { bounds, lines, width, capacity, delimiter, headings, marks } = scan;
  const end = bytes.length;
  const stride = width + 1;
  const firstOfHeadings = headings[0];
  // Plain variables that no inner function shares: those would be kept in memory, at a third of the speed.
  let { at: start, line, rows, markEnd, markedTo } = scan;
  let mark = firstMark(marks, scan.mark, markEnd, start);
  if (mark === markEnd) markedTo = Math.max(markedTo, start);
  let why: 'full' | 'odd' | 'end' = 'full';

  rows: while (rows < capacity) {
    if (start >= end) {
      why = 'end';
      break;
    }
    if (mark + width < markEnd) {
      const found = scanPlainRows(bytes, scan, { start, line, rows, mark, markEnd });
      if (found > 0) {
        rows += found;
        line += found;
        const lastEnd = bounds[rows * stride - 1] as number;
        const breaks = bytes[lastEnd] === carriageReturn ? 2 : 1;
        start = lastEnd + breaks;
        mark += found * (width - 1 + breaks);
        continue;
      }
    }
    let write = rows * stride;
    const last = write + width;
    bounds[write] = start - 1;
    let p = 0;
    for (;;) {
      if (mark === markEnd) {
        p = end;
        if (markedTo >= end) break;
        const next = Math.min(end, markedTo + marks.length);
        markEnd = markBytes(view, markedTo, next, delimiter, marks);
        mark = 0;
        markedTo = next;
        continue;
      }
      p = marks[mark] as number;
      mark += 1;
      const byte = bytes[p] as number;
      if (byte === delimiter) {
        if (write < last) {
          write += 1;
          bounds[write] = p;
        }
      } else if (byte === lineFeed || byte === carriageReturn) break;
      else if (byte === quote) {
        if (write === last) {
          why = 'odd';
          break rows;
        }
        // Inside a cell that is not quoted a quote is text.
        if (p !== (bounds[write] as number) + 1) continue;
        const closing = closingQuote(bytes, p, end);
        if (closing === end) {
          why = isLast ? 'odd' : 'end';
          break rows;
        }
        const after = closing + 1 < end ? bytes[closing + 1] : lineFeed;
        if (closing === isOdd || (after !== delimiter && after !== lineFeed && after !== carriageReturn)) {
          why = 'odd';
          break rows;
        }
        // Where the bytes end the quote may be the first of two.
        if (closing + 1 >= end && !isLast) {
          why = 'end';
          break rows;
        }
        mark = firstMark(marks, mark, markEnd, closing + 1);
        if (mark === markEnd) markedTo = Math.max(markedTo, closing + 1);
      } else if (byte === 0) {
        why = 'odd';
        break rows;
      }
    }
    // A line that goes on, or a CR that may be the first half of a CRLF.
    if (!isLast && (p === end || (bytes[p] === carriageReturn && p + 1 === end))) {
      why = 'end';
      break rows;
    }

    if (p > start) {
      if (write < last) {
        write += 1;
        bounds[write] = p;
        if (write !== last) {
          why = 'odd';
          break rows;
        }
      } else if (!isBlank(bytes, (bounds[last] as number) + 1, p, delimiter)) {
        why = 'odd';
        break rows;
      }
      const first = bytes[start] as number;
      if (
        (first <= quote || first === delimiter || first >= 0x80 || first === firstOfHeadings) &&
        mayBeNoRow(bytes, start, p, delimiter, headings)
      ) {
        why = 'odd';
        break rows;
      }
      lines[rows] = line;
      rows += 1;
    }
    start = p + 1;
    if (p + 1 < end && bytes[p] === carriageReturn && bytes[p + 1] === lineFeed) {
      start = p + 2;
      mark = firstMark(marks, mark, markEnd, start);
      if (mark === markEnd) markedTo = Math.max(markedTo, start);
    }
    line += 1;
  }
  Object.assign(scan, { at: start, line, rows, mark, markEnd, markedTo });
  return why;
}

/**
 * As many rows as follow each other with a mark at the end of each cell and nowhere else, which is what most rows of
 * most files are. Apart from the rest, because a short loop is compiled into a quick one.
 *
 * @returns how many were found; all their lines end alike.
 */
function scanPlainRows(
  bytes: Uint8Array,
  { bounds, lines, width, capacity, delimiter, headings, marks }: CsvScan,
  from: { start: number; line: number; rows: number; mark: number; markEnd: number },
): number {
  const firstOfHeadings = headings[0];
  const breaks = bytes[marks[from.mark + width - 1] as number] === carriageReturn ? 2 : 1;
  const lastMark = from.markEnd - width - breaks;
  let { start, line, rows, mark } = from;
  let at = rows * (width + 1);
  for (; rows < capacity && mark <= lastMark; rows++, line++) {
    const first = bytes[start] as number;
    if (first <= quote || first === delimiter || first >= 0x80 || first === firstOfHeadings) break;
    bounds[at] = start - 1;
    let cell = 1;
    let p = marks[mark] as number;
    while (cell < width && bytes[p] === delimiter) {
      bounds[at + cell] = p;
      p = marks[mark + cell] as number;
      cell += 1;
    }
    if (cell < width) break;
    if (breaks === 1 ? bytes[p] !== lineFeed : bytes[p] !== carriageReturn || bytes[p + 1] !== lineFeed)
      break;
    bounds[at + width] = p;
    lines[rows] = line;
    at += width + 1;
    start = p + breaks;
    mark += width - 1 + breaks;
  }
  return rows - from.rows;
}

/** The first mark that is not before a byte. */
function firstMark(marks: Int32Array, mark: number, markEnd: number, at: number): number {
  let first = mark;
  while (first < markEnd && (marks[first] as number) < at) first += 1;
  return first;
}

/** The quote that closes a cell, `end` where there is none, or `isOdd`. */
function closingQuote(bytes: Uint8Array, open: number, end: number): number {
  for (let p = open + 1; p < end; p++) {
    const byte = bytes[p] as number;
    if (byte > quote) continue;
    if (byte === quote) return p + 1 < end && bytes[p + 1] === quote ? isOdd : p;
    if (byte === lineFeed || byte === carriageReturn || byte === 0) return isOdd;
  }
  return end;
}

/** Whether cells past the header's hold nothing but spaces. */
function isBlank(bytes: Uint8Array, start: number, end: number, delimiter: number): boolean {
  for (let p = start; p < end; p++) if (bytes[p] !== delimiter && bytes[p] !== 0x20) return false;
  return true;
}

/** Whether a line may be blank, or the header again: those that may are looked at as text. */
function mayBeNoRow(
  bytes: Uint8Array,
  start: number,
  end: number,
  delimiter: number,
  headings: Uint8Array,
): boolean {
  let known = 0;
  let isBlankSoFar = true;
  for (let p = start; p < end; p++) {
    const byte = bytes[p] as number;
    if (byte <= quote || byte === delimiter) continue;
    if (byte >= 0x80) return true;
    isBlankSoFar = false;
    if (byte !== headings[known]) return false;
    known += 1;
  }
  return isBlankSoFar || known === headings.length;
}
