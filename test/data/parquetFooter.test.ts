import type { AsyncBuffer, RowGroup } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import {
  chunkPlace,
  type ParquetFooter,
  parquetFooter,
  parquetReason,
} from '../../src/data/parquetFooter.ts';
import { type ThriftValue, thriftStruct } from '../support/thriftBytes.ts';

type Fields = { readonly [field: number]: ThriftValue | undefined };

/** A file that is nothing but its end: 100 bytes of columns, the footer, its length and the signature. */
function fileOf(schema: readonly Fields[], rows: bigint | undefined, groups: readonly Fields[]): Uint8Array {
  const footer = thriftStruct({ 1: 2, 2: schema, 3: rows, 4: groups });
  const bytes = new Uint8Array(100 + footer.length + 8);
  bytes.set(footer, 100);
  new DataView(bytes.buffer).setUint32(100 + footer.length, footer.length, true);
  bytes.set(new TextEncoder().encode('PAR1'), 104 + footer.length);
  return bytes;
}

const sourceOf = (bytes: Uint8Array): AsyncBuffer => ({
  byteLength: bytes.length,
  slice: (start, end) => bytes.slice(start, end).buffer,
});

const root = (children: number): Fields => ({ 3: 2, 4: 'schema', 5: children });
/** A required column of whole numbers. */
const leaf = (name: string, more: Fields = {}): Fields => ({ 1: 1, 3: 0, 4: name, ...more });
const chunk = (more: Fields = {}): Fields => ({
  3: { 1: 1, 3: ['a'], 4: 0, 5: 2n, 6: 8n, 7: 10n, 9: 4n, ...more },
});
const group = (rows: bigint | undefined, more: Fields = {}): Fields => ({
  1: [chunk()] as ThriftValue,
  2: 100n,
  3: rows,
  ...more,
});

const read = (schema: readonly Fields[], rows: bigint | undefined, groups: readonly Fields[]) =>
  parquetFooter(sourceOf(fileOf(schema, rows, groups)));
const plain = [root(1), leaf('a')];
const unreadable = (reason: string) => `The Parquet file could not be read (${reason}). It may be cut short.`;

describe('the end of a Parquet file', () => {
  test('says which columns and rows it has', async () => {
    const footer = (await read(plain, 5n, [group(2n), group(3n)])) as ParquetFooter;
    expect(footer.columns.map(({ element, number }) => [element.name, element.type, number])).toEqual([
      ['a', 'INT32', 0],
    ]);
    expect([footer.rows, footer.nested, footer.groups.map(({ num_rows }) => num_rows)]).toEqual([
      5,
      [],
      [2n, 3n],
    ]);
  });

  test('columns with lists or parts are named apart, and count where they have values', async () => {
    const schema = [
      root(5),
      leaf('a'),
      // b has two parts, of which one has two.
      { 3: 0, 4: 'b', 5: 2 },
      leaf('b1'),
      { 3: 0, 4: 'b2', 5: 2 },
      leaf('b21'),
      leaf('b22'),
      leaf('c', { 3: 2 }),
      leaf('d', { 3: 1 }),
      leaf('e'),
    ];
    const footer = (await read(schema, 0n, [])) as ParquetFooter;
    expect(footer.columns.map(({ element, number }) => [element.name, number])).toEqual([
      ['a', 0],
      ['d', 5],
      ['e', 6],
    ]);
    expect(footer.nested).toEqual(['b', 'c']);
    // The root is a row, whatever the file says of it: it has no levels of its own.
    expect(
      footer.columns.map(({ schemaPath }) => schemaPath.map(({ element }) => element.repetition_type)),
    ).toEqual([
      ['REQUIRED', 'REQUIRED'],
      ['REQUIRED', 'OPTIONAL'],
      ['REQUIRED', 'REQUIRED'],
    ]);
    expect(footer.columns[0]?.schemaPath.map(({ element }) => element.name)).toEqual(['schema', 'a']);
    expect(footer.columns[0]?.schemaPath[0]?.children).toHaveLength(5);
  });

  test.each([
    ['is short', new Uint8Array(7), 'it has no end'],
    ['is nothing but a signature', Uint8Array.of(0, 0, 0, 0, 0x50, 0x41, 0x52, 0x31), 'it is damaged'],
    ['has another signature', Uint8Array.of(0, 0, 0, 0, 0x50, 0x41, 0x52, 0x45), 'it has no end'],
    ['is longer than the file', Uint8Array.of(0, 2, 0, 0, 0, 0x50, 0x41, 0x52, 0x31), 'it has no end'],
    ['is the whole file', Uint8Array.of(0, 1, 0, 0, 0, 0x50, 0x41, 0x52, 0x31), 'it is damaged'],
    [
      'has no structure',
      Uint8Array.of(0x1e, 1, 0, 0, 0, 0x50, 0x41, 0x52, 0x31),
      'its description is damaged',
    ],
  ])('that %s is told', async (_, bytes, reason) => {
    expect(await parquetFooter(sourceOf(bytes))).toBe(unreadable(reason));
  });

  test('that cannot be fetched is no fault of the file', async () => {
    const source = { byteLength: 100, slice: () => Promise.reject(new Error('gone')) };
    await expect(parquetFooter(source)).rejects.toThrow('gone');
  });
});

describe('columns', () => {
  test('have names, and one at least plain values', async () => {
    expect(await read([root(1), leaf('a', { 4: undefined })], 0n, [])).toBe(
      unreadable('a column has no name'),
    );
    const none = 'The Parquet file has no column of plain values.';
    expect(await read([root(1), leaf('a', { 3: 2 })], 0n, [])).toBe(none);
    expect(await read([root(0)], 0n, [])).toBe(none);
  });

  test('of decimals have up to 255 digits behind the point', async () => {
    const rowsWith = async (scale: number, type: number | undefined = 5) => {
      const found = await read([root(2), leaf('a'), leaf('b', { 6: type, 7: scale })], 0n, []);
      return typeof found === 'string' ? found : found.rows;
    };
    const noPoint = unreadable('a decimal has no place for its point');
    expect([await rowsWith(0), await rowsWith(255)]).toEqual([0, 0]);
    expect([await rowsWith(256), await rowsWith(-1)]).toEqual([noPoint, noPoint]);
    // Of another column the number says nothing.
    expect(await rowsWith(256, 6)).toBe(0);
  });
});

describe('groups of rows', () => {
  test('have the rows the file says', async () => {
    const other = unreadable('its groups have not the rows it says');
    expect(await read(plain, 4n, [group(2n), group(3n)])).toBe(other);
    expect(await read(plain, undefined, [])).toBe(other);
    const none = unreadable('a group of rows has no number of rows');
    expect(await read(plain, -1n, [group(-1n)])).toBe(none);
    expect(await read(plain, 0n, [group(undefined)])).toBe(none);
    expect(await read(plain, 0n, [group(0n)])).toMatchObject({ rows: 0 });
  });

  test('have up to 50 million rows, and a thousand million bytes', async () => {
    expect(await read(plain, 50_000_000n, [group(50_000_000n)])).toMatchObject({ rows: 50_000_000 });
    expect(await read(plain, 50_000_001n, [group(50_000_001n)])).toBe(
      'A group of rows has 50,000,001 rows; up to 50 million can be read at once. Write the file with smaller row groups.',
    );
    expect(await read(plain, 1n, [group(1n, { 2: 1_000_000_000n })])).toMatchObject({ rows: 1 });
    expect(await read(plain, 1n, [group(1n, { 2: 1_000_000_001n })])).toBe(
      'A group of rows takes 1,001 MB unpacked. Write the file with smaller row groups.',
    );
  });

  test('list each column once, described, and in the file itself', async () => {
    const columns = (...chunks: readonly Fields[]) =>
      read(plain, 1n, [group(1n, { 1: chunks as ThriftValue })]);
    const other = unreadable('a group of rows has other columns than the file');
    expect(await columns()).toBe(other);
    expect(await columns(chunk(), chunk())).toBe(other);
    expect(await columns({ 3: undefined })).toBe(unreadable('a column is not described'));
    expect(await columns({ ...chunk(), 1: 'part.parquet' })).toBe(
      'The rows stand in other files: part.parquet.',
    );
    const five = [root(5), ...['a', 'b', 'c', 'd', 'e'].map((name) => leaf(name))];
    const paths = ['x', 'y', 'x', 'z', 'w'].map((name) => ({ ...chunk(), 1: name }));
    expect(await read(five, 1n, [group(1n, { 1: paths as unknown as ThriftValue })])).toBe(
      'The rows stand in other files: x, y and z.',
    );
  });

  test('have columns that lie within the file', async () => {
    const size = BigInt(fileOf(plain, 1n, [group(1n)]).length);
    const outside = unreadable('a column lies outside of it');
    const placed = async (more: Fields) => {
      const found = await read(plain, 1n, [group(1n, { 1: [chunk(more)] as ThriftValue })]);
      return typeof found === 'string' ? found : found.rows;
    };
    // The sizes of 4 to 5 digits below take the same two bytes as those they stand for, or one more.
    expect(await placed({ 9: 0n, 7: 0n })).toBe(1);
    expect(await placed({ 9: -1n })).toBe(outside);
    expect(await placed({ 7: -1n })).toBe(outside);
    expect(await placed({ 9: undefined })).toBe(outside);
    const grown = (end: bigint) =>
      BigInt(fileOf(plain, 1n, [group(1n, { 1: [chunk({ 7: end - 4n })] as ThriftValue })]).length);
    const whole = grown(size);
    expect(await placed({ 7: whole - 4n })).toBe(1);
    expect(await placed({ 7: whole - 3n })).toBe(outside);
  });
});

test('a column begins with its dictionary, where it has one', () => {
  const place = (data: bigint, dictionary: bigint | undefined) =>
    chunkPlace({
      data_page_offset: data,
      dictionary_page_offset: dictionary,
      total_compressed_size: 7n,
    } as NonNullable<RowGroup['columns'][number]['meta_data']>);
  expect(place(30n, undefined)).toEqual({ start: 30, end: 37 });
  expect(place(30n, 10n)).toEqual({ start: 10, end: 17 });
  // Some writers say 0 for none.
  expect(place(30n, 0n)).toEqual({ start: 30, end: 37 });
});

test('what the language says of a damaged file is not for a reader', () => {
  expect(
    [
      new Error('a page has no size'),
      new Error(''),
      new TypeError('x is undefined'),
      new RangeError('Invalid array length'),
      'thrown text',
    ].map(parquetReason),
  ).toEqual(['a page has no size', 'it is damaged', 'it is damaged', 'it is damaged', 'it is damaged']);
});
