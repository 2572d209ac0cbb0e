import {
  type AsyncBuffer,
  type ColumnData,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet';
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
import type { OwnTable, StreamedTable, TablePass } from './ownTable.ts';
import { dateParsers, isDecimal, parquetText } from './parquetText.ts';
import { unreadable } from './unreadable.ts';

/** A group of rows is unpacked at once: one that takes more than this does not fit in a tab's memory at ease. */
const largestGroup = 1_000_000_000;

/** Not the package's own list: that would load WebAssembly for Snappy, which a site's security policy forbids. */
const compressors = {
  GZIP: decompressGzip,
  BROTLI: decompressBrotli,
  ZSTD: (input: Uint8Array) => decompressZstd(input),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};

/**
 * A Parquet file as a table of text: its columns in their order, those with lists or parts left out, and lines counted
 * as if it were written out under a heading. Rows are read a group at a time and only the columns that are asked for.
 * Never rejects on what the file holds: one that cannot be read comes back without a header, with the reason; a group of
 * rows that cannot is left out with what is below it.
 *
 * The only place that knows hyparquet.
 */
export async function readParquet(blob: Blob, file: string): Promise<OwnTable | StreamedTable> {
  const source: AsyncBuffer = {
    byteLength: blob.size,
    slice: (start, end) => blob.slice(start, end).arrayBuffer(),
  };
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(source);
  } catch (error) {
    return unreadable(file, `The Parquet file could not be read (${reasonOf(error)}). It may be cut short.`);
  }
  const columns = parquetSchema(metadata).children;
  const flat = columns.filter(
    ({ children, element }) => children.length === 0 && element.repetition_type !== 'REPEATED',
  );
  if (flat.length === 0) return unreadable(file, 'The Parquet file has no column of plain values.');
  const elements = flat.map(({ element }) => ({ ...element }));
  // The bytes behind a decimal, not the binary number the library makes of it.
  for (const { element } of flat) if (isDecimal(element)) takeAsWhole(element);
  const largest = Math.max(0, ...metadata.row_groups.map(({ total_byte_size }) => Number(total_byte_size)));
  if (largest > largestGroup) {
    return unreadable(
      file,
      `A group of rows takes ${countOf(Math.ceil(largest / 1e6), 'MB')} unpacked. Write the file with smaller row groups.`,
    );
  }

  const header = elements.map(({ name }) => name.replace(/\s+/g, ' ').trim());
  const nested = columns.filter((column) => !flat.includes(column)).map(({ element }) => element.name);
  const notes = [
    `Read from a Parquet file of ${countOf(Number(metadata.num_rows), 'row')}. Lines are counted as if it were written out under a heading.`,
  ];
  if (nested.length > 0)
    notes.push(`${countOf(nested.length, 'column')} with lists or parts not read: ${listOf(nested)}.`);

  return {
    header,
    headerLine: 1,
    columnName: (index) => header[index] ?? '',
    notes,
    pass: (pass) => passOver(source, metadata, elements, file, pass),
  };
}

async function passOver(
  source: AsyncBuffer,
  metadata: FileMetaData,
  elements: readonly SchemaElement[],
  file: string,
  { take, columns, onProgress }: TablePass,
): Promise<CsvAccount> {
  const wanted = [...new Set(columns ?? elements.keys())].filter((index) => index in elements);
  const names = wanted.map((index) => (elements[index] as SchemaElement).name);
  const rows = Number(metadata.num_rows);
  let start = 0;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    let found: Awaited<ReturnType<typeof columnsOf>> = new Map();
    try {
      if (names.length > 0) found = await columnsOf(source, metadata, names, start, end);
    } catch (error) {
      const message = `Rows from here on could not be read (${reasonOf(error)}).`;
      const problem = { file, line: start + 2, column: '', found: '', message, leftOut: true };
      return { problems: [problem], rowsPresent: rows };
    }
    for (let row = start; row < end; row++) {
      const cells = elements.map(() => '');
      for (const [at, index] of wanted.entries()) {
        const value = found.get(names[at] ?? '')?.[row - start];
        cells[index] = parquetText(value, elements[index] as SchemaElement);
      }
      if (!take({ line: row + 2, cells })) return { problems: [], rowsPresent: rows };
    }
    start = end;
    onProgress?.(rows === 0 ? 1 : start / rows);
  }
  return { problems: [], rowsPresent: rows };
}

/** The values of some columns of a group of rows. */
async function columnsOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: string[],
  rowStart: number,
  rowEnd: number,
): Promise<ReadonlyMap<string, ColumnData['columnData']>> {
  const found = new Map<string, unknown[]>();
  function onChunk({ columnName, columnData, rowStart: from }: ColumnData): void {
    const values = found.get(columnName) ?? [];
    for (let at = 0; at < columnData.length; at++) values[from - rowStart + at] = columnData[at];
    found.set(columnName, values);
  }
  const how = { compressors, parsers: dateParsers, utf8: false, geoparquet: false };
  await parquetRead({ file, metadata, columns, rowStart, rowEnd, onChunk, ...how });
  return found;
}

function takeAsWhole(element: SchemaElement): void {
  delete element.converted_type;
  delete element.logical_type;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
