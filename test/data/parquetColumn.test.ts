import { gunzipSync, gzipSync } from 'node:zlib';
import type { Compressors, RowGroup, SchemaElement, SchemaTree } from 'hyparquet';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { describe, expect, test } from 'vitest';
import { largestChunk, parquetColumn } from '../../src/data/parquetColumn.ts';
import { type ThriftValue, thriftStruct } from '../support/thriftBytes.ts';

type ColumnMetaData = NonNullable<RowGroup['columns'][number]['meta_data']>;

const plain = 0;
const dictionaryIndexes = 8;
const ints = (...values: readonly number[]) => new Uint8Array(Int32Array.from(values).buffer);
const bytes = (...values: readonly number[]) => Uint8Array.from(values);

interface PageSizes {
  readonly packed?: number;
  readonly size?: number;
}

function page(kind: number, field: number, head: ThriftValue, content: Uint8Array, sizes: PageSizes = {}) {
  const { packed = content.length, size = content.length } = sizes;
  return [...thriftStruct({ 1: kind, 2: size, 3: packed, [field]: head }), ...content];
}
const first = (values: number, content: Uint8Array, encoding = plain, sizes?: PageSizes) =>
  page(0, 5, { 1: values, 2: encoding, 3: 3, 4: 3 }, content, sizes);
const words = (values: number, content: Uint8Array) => page(2, 7, { 1: values, 2: plain }, content);
const second = (
  values: number,
  { nulls = 0, levels = 0, repetition = 0, isPacked = undefined as boolean | undefined },
  content: Uint8Array,
  sizes?: PageSizes,
) =>
  page(
    3,
    8,
    { 1: values, 2: nulls, 3: values, 4: plain, 5: levels, 6: repetition, 7: isPacked },
    content,
    sizes,
  );

/** The values of a column of these pages, or why there are none. */
function read(
  pages: readonly (readonly number[])[],
  rows: number,
  { element = {}, ...column }: Partial<ColumnMetaData> & { readonly element?: Partial<SchemaElement> } = {},
  compressors: Compressors = {},
) {
  const leaf = { name: 'a', type: 'INT32', repetition_type: 'REQUIRED', ...element } as SchemaElement;
  const tree = (of: SchemaElement, children: SchemaTree[], path: string[]): SchemaTree => ({
    element: of,
    children,
    count: 1,
    path,
  });
  const child = tree(leaf, [], ['a']);
  const root = tree({ name: 'root', repetition_type: 'REQUIRED', num_children: 1 }, [child], []);
  try {
    return parquetColumn(
      Uint8Array.from(pages.flat()),
      { type: 'INT32', codec: 'UNCOMPRESSED', path_in_schema: ['a'], ...column } as ColumnMetaData,
      rows,
      {
        compressors: { GZIP: (input) => new Uint8Array(gunzipSync(input)), ...compressors },
        parsers: DEFAULT_PARSERS,
        schemaPath: [root, child],
      },
    );
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a column in a group of rows', () => {
  test('is its pages’ values, one after the other', () => {
    expect(read([first(2, ints(97110, 97112))], 2)).toEqual([97110, 97112]);
    expect(read([first(2, ints(1, 2)), first(0, bytes()), first(1, ints(3))], 3)).toEqual([1, 2, 3]);
    expect(read([], 0)).toEqual([]);
    // What follows the last row is the next column's.
    expect(read([first(1, ints(1)), [0x1e]], 1)).toEqual([1]);
  });

  test('looks its values up where it has a dictionary', () => {
    const numbers = first(3, bytes(1, 3, 0b101), dictionaryIndexes);
    expect(read([words(2, ints(10, 20)), numbers], 3)).toEqual([20, 10, 20]);
    expect(read([numbers], 3)).toBe('a column has no dictionary');
    // Of the two words of an index there is one.
    expect(read([words(1, ints(10)), numbers], 3)).toBe('a column does not fit its rows');
    expect(read([words(1, ints(10)), words(1, ints(10)), numbers], 3)).toBe('a column has two dictionaries');
  });

  test('has none where a row has none', () => {
    const optional = { element: { repetition_type: 'OPTIONAL' } } as const;
    const levels = bytes(2, 0, 0, 0, 3, 0b101);
    expect(read([first(3, bytes(...levels, ...ints(1, 3)))], 3, optional)).toEqual([1, null, 3]);
    expect(read([second(3, { nulls: 1, levels: 2 }, bytes(3, 0b101, ...ints(1, 3)))], 3, optional)).toEqual([
      1,
      null,
      3,
    ]);
    // A column that does not say is taken for one where rows may have none.
    const unsaid = { element: { repetition_type: undefined } as unknown as Partial<SchemaElement> };
    expect(read([first(3, ints(1, 2, 3))], 3, unsaid)).not.toEqual([1, 2, 3]);
  });

  test('is as long as its rows, no shorter and no longer', () => {
    expect(read([first(2, ints(1, 2))], 3)).toBe('it ends too early');
    expect(read([first(2, ints(1, 2))], 1)).toBe('a page has more values than fit');
    expect(read([first(2, ints(1, 2)), first(2, ints(3, 4))], 3)).toBe('a page has more values than fit');
  });

  test('is of the type its heading says', () => {
    expect(read([first(1, ints(1))], 1, { type: 'FLOAT' })).toBe('a column is not of its type');
    expect(read([first(1, bytes(1, 2, 3))], 1, { type: 'FIXED_LEN_BYTE_ARRAY' })).toBe(
      'a column is not of its type',
    );
    const fixed = { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 3, converted_type: 'UTF8' } as const;
    expect(read([first(1, bytes(65, 66, 67))], 1, { type: fixed.type, element: fixed })).toEqual(['ABC']);
  });
});

describe('a page', () => {
  const noSize = 'a page has no size';
  test.each([
    ['less than no bytes', { packed: -1 }, noSize],
    ['less than no bytes unpacked', { size: -1 }, noSize],
    ['more bytes unpacked than fit', { size: largestChunk + 1 }, noSize],
    ['more bytes than there are', { packed: 5 }, 'it ends too early'],
  ])('of %s is refused', (_, sizes, message) => {
    expect(read([first(1, ints(1), plain, sizes)], 1)).toBe(message);
  });

  test('of no bytes and no values is passed over', () => {
    expect(read([first(0, bytes()), first(1, ints(1))], 1)).toEqual([1]);
  });

  test('is unpacked, whole in the first kind, behind its levels in the second', () => {
    const codec = { codec: 'GZIP' } as const;
    const packed = new Uint8Array(gzipSync(ints(1, 2)));
    expect(read([first(2, packed, plain, { size: 8 })], 2, codec)).toEqual([1, 2]);
    expect(read([second(2, {}, packed, { size: 8 })], 2, codec)).toEqual([1, 2]);
    expect(read([second(2, { isPacked: true }, packed, { size: 8 })], 2, codec)).toEqual([1, 2]);
    expect(read([second(2, { isPacked: false }, ints(1, 2))], 2, codec)).toEqual([1, 2]);
    const optional = { ...codec, element: { repetition_type: 'OPTIONAL' } } as const;
    const behind = bytes(3, 0b101, ...packed);
    expect(read([second(3, { nulls: 1, levels: 2 }, behind, { size: 10 })], 3, optional)).toEqual([
      1,
      null,
      2,
    ]);
    // Nothing but levels: nothing is packed.
    expect(read([second(3, { nulls: 3, levels: 2 }, bytes(6, 0))], 3, optional)).toEqual([null, null, null]);
    expect(read([first(2, packed, plain, { size: 8 })], 2, { codec: 'LZO' })).toBe(
      'parquet unsupported compression codec: LZO',
    );
  });

  test('of the first kind is read so, whatever it says of the second', () => {
    const stray = { 1: 9, 2: 9, 3: 9, 4: plain, 5: 9, 6: 9 };
    const both = [
      ...thriftStruct({ 1: 0, 2: 8, 3: 8, 5: { 1: 2, 2: plain, 3: 3, 4: 3 }, 8: stray }),
      ...ints(1, 2),
    ];
    expect(read([both], 2)).toEqual([1, 2]);
  });

  test('whose levels do not lie within it is refused', () => {
    const noLength = 'a page has levels without a length';
    const optional = { element: { repetition_type: 'OPTIONAL' } } as const;
    const behind = bytes(6, 1, ...ints(1, 2, 3));
    expect(read([second(3, { levels: 2 }, behind)], 3, optional)).toEqual([1, 2, 3]);
    expect(read([second(3, { levels: -1 }, behind)], 3, optional)).toBe(noLength);
    expect(read([second(3, { levels: 15 }, behind)], 3, optional)).toBe(noLength);
    expect(read([second(3, { levels: 15 }, behind, { size: 99 })], 3, optional)).toBe(noLength);
    expect(read([second(3, { levels: 14 }, behind, { size: 13 })], 3, optional)).toBe(noLength);
  });

  test('has no levels where its column has none: they would be taken for values', () => {
    const behind = bytes(6, 1, ...ints(1, 2, 3));
    const message = 'a page has levels, its column none';
    expect(read([second(3, { levels: 2 }, behind)], 3)).toBe(message);
    expect(read([second(3, { levels: 2, isPacked: false }, behind)], 3)).toBe(message);
    // Bytes of levels that only lists have are passed over.
    const passed = bytes(9, 9, ...ints(1, 2, 3));
    expect(read([second(3, { repetition: 2 }, passed)], 3)).toEqual([1, 2, 3]);
  });
});

test('pages are refused where the sizes they say come to more than fits in memory', () => {
  const quarter = largestChunk / 4;
  const unpacked = new Uint8Array(quarter + 1);
  const ofSizes = (...sizes: readonly number[]) =>
    read(
      [...sizes.map((size) => first(0, bytes(1), plain, { size })), first(1, bytes(1), plain, { size: 4 })],
      1,
      { codec: 'LZ4' },
      { LZ4: (_, size) => unpacked.subarray(0, size) },
    );
  expect(ofSizes(quarter, quarter, quarter, quarter - 4)).toEqual([0]);
  expect(ofSizes(quarter, quarter, quarter, quarter + 1)).toBe('it unpacks to more than fits in memory');
  expect(ofSizes(quarter, quarter, quarter, quarter - 3)).toBe('it unpacks to more than fits in memory');
});
