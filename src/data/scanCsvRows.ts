import { quote } from './csvBlock.ts';

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
  readonly kinds: Uint8Array;
  readonly delimiter: number;
  /** The headings one behind the other, without white space, quotes and separators. */
  readonly headings: Uint8Array;
}

const separates = 1;
const endsLine = 2;
const opens = 3;
const isNul = 4;

/** A quoted cell that PapaParse has to look at: with a line break, a NUL or a doubled quote in it. */
const isOdd = -2;

/** What each byte is to the scan; 0 for a plain one. */
export function byteKinds(delimiter: number): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds[0] = isNul;
  kinds[0x0a] = endsLine;
  kinds[0x0d] = endsLine;
  kinds[quote] = opens;
  kinds[delimiter] = separates;
  return kinds;
}

/**
 * Finds the cells of rows that are plainly rows: a line each, as many cells as the header, quotes (if any) around whole
 * cells. It stops at the first line that is not, and leaves it to `CsvScanner`. Blank lines are passed over.
 *
 * @param end the byte after the last one there is. @param isLast whether that is the end of the file.
 * @returns why it stopped: `full` block, `odd` line at `scan.at`, `end` of the bytes (a line may have begun).
 */
export function scanCsvRows(
  bytes: Uint8Array,
  scan: CsvScan,
  end: number,
  isLast: boolean,
): 'full' | 'odd' | 'end' {
  const { bounds, lines, kinds, width, capacity, delimiter, headings } = scan;
  const stride = width + 1;
  const firstOfHeadings = headings[0];
  let { at: p, line, rows } = scan;

  function stop<Why>(why: Why, at: number): Why {
    scan.at = at;
    scan.line = line;
    scan.rows = rows;
    return why;
  }

  while (rows < capacity) {
    const start = p;
    if (start >= end) return stop('end', start);
    let write = rows * stride;
    const last = write + width;
    bounds[write] = start - 1;
    let kind = 0;
    for (;;) {
      kind = 0;
      while (p < end) {
        kind = kinds[bytes[p] as number] as number;
        if (kind !== 0) break;
        p += 1;
      }
      if (kind === separates) {
        if (write < last) {
          write += 1;
          bounds[write] = p;
        }
        p += 1;
      } else if (kind === opens) {
        if (write === last) return stop('odd', start);
        if (p !== (bounds[write] as number) + 1) {
          // Inside a cell that is not quoted a quote is text.
          p += 1;
          continue;
        }
        const closing = closingQuote(bytes, p, end);
        if (closing === end) return stop(isLast ? 'odd' : 'end', start);
        const after = closing + 1 < end ? bytes[closing + 1] : 0x0a;
        if (closing === isOdd || (after !== delimiter && after !== 0x0a && after !== 0x0d))
          return stop('odd', start);
        // Where the bytes end the quote may be the first of two.
        if (closing + 1 >= end && !isLast) return stop('end', start);
        p = closing + 1;
      } else if (kind === isNul) return stop('odd', start);
      else break;
    }
    // A line that goes on, or a CR that may be the first half of a CRLF.
    if (!isLast && (p === end || (bytes[p] === 0x0d && p + 1 === end))) return stop('end', start);

    const isEmpty = p === start;
    if (!isEmpty) {
      if (write === last) {
        if (!isBlank(bytes, (bounds[last] as number) + 1, p, delimiter)) return stop('odd', start);
      } else {
        write += 1;
        bounds[write] = p;
        if (write !== last) return stop('odd', start);
      }
      const first = bytes[start] as number;
      if (
        (first <= quote || first === delimiter || first >= 0x80 || first === firstOfHeadings) &&
        mayBeNoRow(bytes, start, p, delimiter, headings)
      ) {
        return stop('odd', start);
      }
      lines[rows] = line;
      rows += 1;
    }
    if (p < end) p += bytes[p] === 0x0d && p + 1 < end && bytes[p + 1] === 0x0a ? 2 : 1;
    line += 1;
  }
  return stop('full', p);
}

/** The quote that closes a cell, `end` where there is none, or `isOdd`. */
function closingQuote(bytes: Uint8Array, open: number, end: number): number {
  for (let p = open + 1; p < end; p++) {
    const byte = bytes[p] as number;
    if (byte === quote) return p + 1 < end && bytes[p + 1] === quote ? isOdd : p;
    if (byte === 0x0a || byte === 0x0d || byte === 0) return isOdd;
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
