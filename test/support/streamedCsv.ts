import { cellsOf } from '../../src/data/csvBlock.ts';
import { CsvStream } from '../../src/data/csvStream.ts';
import type { CsvFile, CsvRow, HeaderWords } from '../../src/data/readCsv.ts';

/** What `CsvStream` makes of a file in pieces of so many bytes, in the form of `readCsv`. */
export function streamedCsv(
  bytes: Uint8Array,
  file: string,
  pieceSizes: readonly number[],
  words?: HeaderWords,
): CsvFile & { readonly plainRows: number } {
  let head = { delimiter: ',', header: [] as readonly string[], headerLine: 0 };
  const rows: CsvRow[] = [];
  let plainRows = 0;
  const stream = new CsvStream(
    file,
    ({ delimiter, header, headerLine }) => {
      head = { delimiter, header, headerLine };
      return {
        block(block) {
          plainRows += block.rows;
          for (let row = 0; row < block.rows; row++)
            rows.push({ line: block.lines[row] ?? 0, cells: cellsOf(block, row) });
          return true;
        },
        row(row) {
          rows.push(row);
          return true;
        },
      };
    },
    words,
  );
  let at = 0;
  for (let piece = 0; pieceSizes.length > 0 && at < bytes.length; piece++) {
    const size = pieceSizes[piece % pieceSizes.length] ?? 1;
    // A copy of its own: what was handed over is not looked at again.
    const own = bytes.slice(at, at + size);
    stream.write(own);
    own.fill(0x22);
    at += size;
  }
  const account = stream.end(pieceSizes.length === 0 ? bytes : undefined);
  return { ...head, rows, ...account, plainRows };
}
