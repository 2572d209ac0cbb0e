import type { Compressors, DecodedArray, PageHeader, ParquetParsers, RowGroup, SchemaTree } from 'hyparquet';
import { parquetHeader, readPage } from 'hyparquet/src/column.js';
import { convert } from 'hyparquet/src/convert.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { checkedPage, type PageCheck } from './parquetPage.ts';
import type { ParquetValue } from './parquetText.ts';
import { thriftEnd } from './parquetThrift.ts';

type ColumnMetaData = NonNullable<RowGroup['columns'][number]['meta_data']>;

/** How cells of a column are made, the same for all columns of a file. */
export interface ColumnReading {
  readonly compressors: Compressors;
  readonly parsers: ParquetParsers;
  /** The whole table, and the column in it. */
  readonly schemaPath: SchemaTree[];
}

/**
 * The values of a column of plain values in a group of rows, page by page, null where a row has none. The library decodes
 * pages; what each says of itself is checked first, because it believes all of it and some of it never ends.
 *
 * @param bytes of the column's chunk, to where the next may begin.
 * @throws Error with a few words on what does not fit, when the chunk does not hold a value for each row.
 */
export function parquetColumn(
  bytes: Uint8Array,
  column: ColumnMetaData,
  rows: number,
  { compressors, parsers, schemaPath }: ColumnReading,
): ParquetValue[] {
  const { element } = schemaPath.at(-1) as SchemaTree;
  const { type, codec } = column;
  if (type !== element.type) throw new Error('a column is not of its type');
  const decoder = { pathInSchema: column.path_in_schema, type, element, schemaPath, parsers, compressors };
  const plain = { ...decoder, codec: 'UNCOMPRESSED' as const, utf8: false };
  const isOptional = element.repetition_type !== 'REQUIRED';
  const values: ParquetValue[] = [];
  let dictionary: DecodedArray | undefined;
  let at = 0;
  let unpacked = 0;
  while (values.length < rows) {
    const { header, start } = headerAt(bytes, at);
    const packed = checkedSizes(header, bytes.subarray(start));
    at = start + packed.length;
    unpacked += header.uncompressed_page_size;
    if (unpacked > largestChunk) throw new Error('it unpacks to more than fits in memory');
    const page = unpackedPage(header, packed, codec, compressors);
    const check: PageCheck = {
      type,
      isOptional,
      typeLength: element.type_length,
      rowsLeft: rows - values.length,
    };
    checkedPage(header, page, check, dictionary?.length);
    const sizes = { uncompressed_page_size: page.length, compressed_page_size: page.length };
    const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
    const { data = [] } = readPage(
      { view, offset: 0 },
      { ...header, ...sizes },
      plain,
      dictionary,
      undefined,
      0,
    );
    if (header.type === 'DICTIONARY_PAGE') dictionary = convert(data, plain);
    else for (let row = 0; row < data.length; row++) values.push(data[row] as ParquetValue);
  }
  // A number that stands for no word of the dictionary.
  if (values.includes(undefined)) throw new Error('a column does not fit its rows');
  return values;
}

/** Of one column in one group of rows, unpacked. */
export const largestChunk = 1_000_000_000;

function headerAt(bytes: Uint8Array, at: number): { readonly header: PageHeader; readonly start: number } {
  const start = thriftEnd(bytes, at);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { header: parquetHeader({ view, offset: at }), start };
}

/** The bytes of a page as they stand in the file. */
function checkedSizes(
  { compressed_page_size: packed, uncompressed_page_size: size }: PageHeader,
  rest: Uint8Array,
) {
  if (!(packed >= 0 && size >= 0 && size <= largestChunk)) throw new Error('a page has no size');
  if (packed > rest.length) throw new Error('it ends too early');
  return rest.subarray(0, packed);
}

/** Levels and values of a page, both unpacked: in the second kind of page, levels never are packed. */
function unpackedPage(
  header: PageHeader,
  packed: Uint8Array,
  codec: ColumnMetaData['codec'],
  compressors: Compressors,
): Uint8Array {
  const size = header.uncompressed_page_size;
  const second = header.type === 'DATA_PAGE_V2' ? header.data_page_header_v2 : undefined;
  if (second === undefined) return decompressPage(packed, size, codec, compressors);
  const levels = second.repetition_levels_byte_length + second.definition_levels_byte_length;
  if (!(levels >= 0 && levels <= packed.length && levels <= size))
    throw new Error('a page has levels without a length');
  if (second.is_compressed === false || size === levels) return packed;
  const page = new Uint8Array(size);
  page.set(packed.subarray(0, levels));
  page.set(decompressPage(packed.subarray(levels), size - levels, codec, compressors), levels);
  return page;
}
