import type { CsvBlock } from './csvBlock.ts';
import { type CsvAccount, CsvStream } from './csvStream.ts';
import { csvNotes } from './csvTable.ts';
import { encodingNote, type TextEncoding } from './decodeText.ts';
import type { FileBytes } from './fileBytes.ts';
import { isHeader, mostLinesAbove } from './ownRatesColumns.ts';
import type { StreamedTable, TablePass } from './ownTable.ts';
import { mostProblems } from './problemShelf.ts';
import type { CsvHead } from './readCsv.ts';
import { encodingOf, textPieces } from './textPieces.ts';
import { WordColumn } from './wordColumn.ts';

const words = { isHeader, mostLinesAbove };

/** Distinct texts of a column that are known at a time: ids and dates of claims never end. */
const mostWords = 65_536;

/**
 * A CSV of any size as a table: what `csvTable` makes of its text, with a few megabytes of it in memory at a time. Each
 * pass reads the file again; it must not change meanwhile.
 *
 * @param onProgress while the file is looked through for its encoding.
 */
export async function streamedCsvTable(
  blob: FileBytes,
  file: string,
  onProgress?: (fraction: number) => void,
): Promise<StreamedTable> {
  const encoding = await encodingOf(blob, onProgress);
  let head: CsvHead | undefined;
  const enough = { block: () => false, row: () => false };
  const start = new CsvStream(
    file,
    (found) => {
      head = found;
      return enough;
    },
    words,
  );
  const account = await readAll(start, blob, encoding);
  const note = encodingNote(encoding);
  const { header = [], headerLine = 0, linesAbove = 0 } = head ?? {};
  return {
    header,
    headerLine,
    delimiter: head?.delimiter,
    columnName: (index) => header[index] ?? '',
    notes: [...(note === '' ? [] : [note]), ...csvNotes(headerLine, linesAbove)],
    pass(pass) {
      if (headerLine === 0) return Promise.resolve(account);
      const stream = new CsvStream(file, () => rowsTo(pass, header.length), words, mostProblems);
      return readAll(stream, blob, encoding, pass.onProgress);
    },
  };
}

async function readAll(
  stream: CsvStream,
  blob: FileBytes,
  encoding: TextEncoding,
  onProgress?: (fraction: number) => void,
): Promise<CsvAccount> {
  for await (const piece of textPieces(blob, encoding, onProgress)) {
    stream.write(piece);
    if (stream.isOver) break;
  }
  return stream.end();
}

/** Hands rows on as text. A text that was met before is not made again. */
function rowsTo({ take, columns }: TablePass, width: number) {
  const wanted = [...new Set(columns ?? Array.from({ length: width }, (_, index) => index))].filter(
    (index) => index >= 0 && index < width,
  );
  const read = wanted.map((index) => ({ index, column: new WordColumn(index) }));
  const blank = Array.from({ length: width }, () => '');
  return {
    block(block: CsvBlock): boolean {
      for (const each of read) {
        if (each.column.words.length > mostWords) each.column = new WordColumn(each.index);
        each.column.length = 0;
        each.column.addBlock(block);
      }
      for (let row = 0; row < block.rows; row++) {
        if (!take({ line: block.lines[row] as number, cells: cellsFrom(row) })) return false;
      }
      return true;
    },
    row: take,
  };

  function cellsFrom(row: number): string[] {
    const cells = blank.slice();
    for (const { index, column } of read) cells[index] = column.words[column.ids[row] as number] as string;
    return cells;
  }
}
