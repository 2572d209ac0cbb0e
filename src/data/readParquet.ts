import { type AsyncBuffer, type RowGroup, type SchemaElement } from 'hyparquet';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import {
  decompressBrotli,
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressZstd,
} from 'hyparquet-compressors';
import { listOf } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import type { CsvAccount } from './csvStream.ts';
import type { FileBytes } from './fileBytes.ts';
import type { OwnTable, StreamedTable, TablePass } from './ownTable.ts';
import { parquetColumn } from './parquetColumn.ts';
import {
  chunkPlace,
  type ParquetFooter,
  type PlainColumn,
  parquetFooter,
  parquetReason,
} from './parquetFooter.ts';
import { dateParsers, isDecimal, type ParquetValue, parquetText } from './parquetText.ts';
import { unreadable } from './unreadable.ts';

/** Not the package's own list: that would load WebAssembly for Snappy, which a site's security policy forbids. */
const compressors = {
  GZIP: decompressGzip,
  BROTLI: decompressBrotli,
  ZSTD: (input: Uint8Array) => decompressZstd(input),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};

const parsers = { ...DEFAULT_PARSERS, ...dateParsers };

/**
 * A Parquet file as a table of text: its columns in their order, those with lists or parts left out, and lines counted
 * as if it were written out under a heading. Rows are read a group at a time and only the columns that are asked for.
 * Never rejects on what the file holds: one that cannot be read comes back without a header, with the reason; a group of
 * rows that cannot is left out with what is below it.
 */
export async function readParquet(blob: FileBytes, file: string): Promise<OwnTable | StreamedTable> {
  const source: AsyncBuffer = {
    byteLength: blob.size,
    slice: (start, end = blob.size) => blob.slice(start, end).arrayBuffer(),
  };
  const footer = await parquetFooter(source);
  if (typeof footer === 'string') return unreadable(file, footer);
  const elements = footer.columns.map(({ element }) => ({ ...element }));
  // The bytes behind a decimal, not the binary number the library makes of it.
  for (const { element } of footer.columns) if (isDecimal(element)) takeAsWhole(element);

  const header = elements.map(({ name }) => name.replace(/\s+/g, ' ').trim());
  const notes = [
    `Read from a Parquet file of ${countOf(footer.rows, 'row')}. Lines are counted as if it were written out under a heading.`,
  ];
  if (footer.nested.length > 0)
    notes.push(
      `${countOf(footer.nested.length, 'column')} with lists or parts not read: ${listOf(footer.nested)}.`,
    );

  return {
    header,
    headerLine: 1,
    columnName: (index) => header[index] ?? '',
    notes,
    pass: (pass) => passOver(source, footer, elements, file, pass),
  };
}

async function passOver(
  source: AsyncBuffer,
  footer: ParquetFooter,
  elements: readonly SchemaElement[],
  file: string,
  { take, columns, onProgress }: TablePass,
): Promise<CsvAccount> {
  const wanted = [...new Set(columns ?? elements.keys())].filter((index) => index in elements);
  const { rows } = footer;
  let start = 0;
  for (const group of footer.groups) {
    const end = start + Number(group.num_rows);
    const found: (readonly ParquetValue[])[] = [];
    try {
      for (const index of wanted)
        found.push(await valuesOf(source, group, footer.columns[index] as PlainColumn));
    } catch (error) {
      const message = `Rows from here on could not be read (${parquetReason(error)}).`;
      const problem = { file, line: start + 2, column: '', found: '', message, leftOut: true };
      return { problems: [problem], rowsPresent: rows };
    }
    for (let row = start; row < end; row++) {
      const cells = elements.map(() => '');
      for (const [at, index] of wanted.entries())
        cells[index] = parquetText(found[at]?.[row - start], elements[index] as SchemaElement);
      if (!take({ line: row + 2, cells })) return { problems: [], rowsPresent: rows };
    }
    start = end;
    onProgress?.(rows === 0 ? 1 : start / rows);
  }
  return { problems: [], rowsPresent: rows };
}

/** The values of a column in a group of rows. */
async function valuesOf(
  source: AsyncBuffer,
  group: RowGroup,
  { number, schemaPath }: PlainColumn,
): Promise<readonly ParquetValue[]> {
  const column = group.columns[number]?.meta_data;
  if (column === undefined) throw new Error('a column is not described');
  const { start, end } = chunkPlace(column);
  const bytes = new Uint8Array(await source.slice(start, end));
  return parquetColumn(bytes, column, Number(group.num_rows), { compressors, parsers, schemaPath });
}

function takeAsWhole(element: SchemaElement): void {
  delete element.converted_type;
  delete element.logical_type;
}
