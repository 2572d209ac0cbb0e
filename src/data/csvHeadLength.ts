import { lineEnd } from './csvLines.ts';
import { longestRecord } from './csvRecord.ts';

/** Lines that settle what a header is: those titles may take, those its separator is guessed from, and a record. */
const settledBy = 30 + 20 + longestRecord;
/** And this many bytes, which tell a web page or a workbook. */
const leastBytes = 4096;

/**
 * How much of a file's start `openCsv` must see to find of it what it finds of the whole file, in bytes.
 *
 * @returns −1 where more bytes are needed.
 */
export function csvHeadLength(bytes: Uint8Array, isLast: boolean): number {
  let lines = 0;
  let start = 0;
  while (start < bytes.length) {
    const end = lineEnd(bytes, start, isLast);
    if (end === -1) return -1;
    if (lines > 0 || holdsText(bytes, start, end)) lines += 1;
    start = end;
    if (lines > settledBy && start >= leastBytes) return start;
  }
  return isLast ? bytes.length : -1;
}

/** Whether a line surely is not blank. */
function holdsText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let p = start; p < end; p++) {
    const byte = bytes[p] as number;
    if (byte > 0x20 && byte < 0x7f && !separators.has(byte)) return true;
  }
  return false;
}

const separators = new Set(Array.from(',;|"', (character) => character.charCodeAt(0)));
