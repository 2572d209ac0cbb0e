/** Rows of a CSV that take a line each, as places in the bytes they were read from. Valid only while it is handed over. */
export interface CsvBlock {
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** Cells a row. */
  readonly width: number;
  /**
   * `width + 1` places a row: the one before its first cell, then the end of each cell. So cell c of row r starts
   * behind `bounds[r * (width + 1) + c]` and ends before the next entry.
   */
  readonly bounds: Int32Array;
  /** The line of each row, as a text editor counts, from 1. */
  readonly lines: Uint32Array;
}

export const quote = 0x22;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes as text. Short ASCII, which is nearly all of it, without the decoder's own cost. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 24) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** The cells of one row of a block, as text. */
export function cellsOf({ bytes, bounds, width }: CsvBlock, row: number): string[] {
  const base = row * (width + 1);
  const cells: string[] = [];
  for (let cell = 0; cell < width; cell++) {
    const start = (bounds[base + cell] as number) + 1;
    const end = bounds[base + cell + 1] as number;
    cells.push(
      bytes[start] === quote && end > start ? textOf(bytes, start + 1, end - 1) : textOf(bytes, start, end),
    );
  }
  return cells;
}
