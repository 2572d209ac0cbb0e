import type { TakeLine } from './textLines.ts';

/** One record of a table in text form. */
export interface TableRecord {
  /** Trimmed, quotes taken off; of a fixed-width line the whole line, as its one cell. */
  readonly cells: readonly string[];
  /** The line it starts on, from 1. */
  readonly at: number;
  readonly isFixedWidth: boolean;
  /** A quote opened in it is never closed. */
  readonly isOpen: boolean;
  /** Whether a line end follows; false only for the last record of a file that may have been cut off there. */
  readonly isEnded: boolean;
}

/** A quoted cell may span this many lines: spreadsheets wrap headings and footnotes. */
const longestQuote = 16;
/** … and so many characters in all: text that is no table must not be looked through again and again. */
const widestQuote = 8192;
/** By then a table has begun. */
const mostLinesAbove = 200;

export interface TableRecords {
  readonly line: TakeLine;
  readonly end: () => void;
}

/**
 * Makes records of lines. Whether cells are separated, by what, or of fixed width is told by the first line that
 * `separatorOf` knows: `''` is fixed width, undefined is a line (a title) that does not tell. Lines above wait for it.
 */
export function tableRecords(
  separatorOf: (line: string) => string | undefined,
  take: (record: TableRecord) => void,
): TableRecords {
  let separator: string | undefined;
  let above: Parameters<TakeLine>[] = [];
  let open: Parameters<TakeLine>[] = [];

  function decided(text: string, at: number, isEnded: boolean): void {
    if (separator === '') {
      take({ cells: [text], at, isFixedWidth: true, isOpen: false, isEnded });
      return;
    }
    open.push([text, at, isEnded]);
    const whole = open.length === 1 ? text : open.map(([line]) => line).join('\n');
    const { cells, isOpen } = splitCells(whole, separator ?? ',');
    const first = open[0]?.[1] ?? at;
    if (!isOpen) {
      open = [];
      take({ cells, at: first, isFixedWidth: false, isOpen, isEnded });
    } else if (open.length >= longestQuote || whole.length > widestQuote) giveUp();
  }

  /** The quote is never closed: its line is one record, and the lines under it are read anew. */
  function giveUp(): void {
    const [first, ...rest] = open;
    open = [];
    if (!first) return;
    const [text, at, isEnded] = first;
    const { cells } = splitCells(text, separator ?? ',');
    take({ cells, at, isFixedWidth: false, isOpen: true, isEnded });
    for (const line of rest) decided(...line);
  }

  function decide(found: string): void {
    separator = found;
    const waiting = above;
    above = [];
    for (const line of waiting) decided(...line);
  }

  return {
    line(text, at, isEnded) {
      if (separator === undefined) {
        above.push([text, at, isEnded]);
        const found = separatorOf(text);
        if (found !== undefined) decide(found);
        else if (above.length >= mostLinesAbove) decide(',');
      } else decided(text, at, isEnded);
    },
    end() {
      if (separator === undefined) decide(',');
      while (open.length > 0) giveUp();
    },
  };
}

function splitCells(text: string, separator: string): { cells: readonly string[]; isOpen: boolean } {
  if (!text.includes('"')) return { cells: text.split(separator).map((cell) => cell.trim()), isOpen: false };
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (character === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (character === '"' && cell.trim() === '') isQuoted = true;
    else cell += character;
  }
  cells.push(cell.trim());
  return { cells, isOpen: isQuoted };
}
