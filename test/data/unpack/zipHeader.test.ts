import { describe, expect, test } from 'vitest';
import { isZip } from '../../../src/data/unpack/zipEntries.ts';
import { safeEntryName, uint64, zipHeader, zipHeaderLength } from '../../../src/data/unpack/zipHeader.ts';

const wide = 0xffffffff;

interface Fields {
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly bytes?: number;
  readonly name?: string;
  readonly extra?: readonly number[];
}

/** An entry's header (APPNOTE 6.3, section 4.3.7), and some of its content behind it. */
function header({
  flags = 0,
  method = 8,
  crc = 0,
  packed = 5,
  bytes = 9,
  name = 'a.csv',
  extra = [],
}: Fields) {
  const words = new TextEncoder().encode(name);
  const all = new Uint8Array(30 + words.length + extra.length + 3).fill(0xaa);
  const view = new DataView(all.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(6, flags, true);
  view.setUint16(8, method, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, packed, true);
  view.setUint32(22, bytes, true);
  view.setUint16(26, words.length, true);
  view.setUint16(28, extra.length, true);
  all.set(words, 30);
  all.set(extra, 30 + words.length);
  return all;
}

const u16 = (value: number) => [value & 255, value >> 8];
const u64 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16), 0, 0, 0, 0];
/** An extra field: its kind, its length, its content. */
const field = (kind: number, content: readonly number[]) => [
  ...u16(kind),
  ...u16(content.length),
  ...content,
];

describe('the header of an entry', () => {
  test('says what it is, how it is packed and what it comes to', () => {
    expect(zipHeader(header({ crc: 0x89abcdef }))).toEqual({
      name: 'a.csv',
      isFolder: false,
      isEncrypted: false,
      method: 8,
      hasDescriptor: false,
      crc: 0x89abcdef,
      packedBytes: 5,
      bytes: 9,
      length: 35,
    });
    expect(zipHeader(header({ method: 0, extra: [1, 2, 3] }))).toMatchObject({ method: 0, length: 38 });
    expect(zipHeaderLength(header({ name: 'a', extra: [1, 2] }))).toBe(33);
    // Lengths of two bytes, the lower first.
    expect(zipHeaderLength(header({ name: 'a'.repeat(300), extra: [...new Uint8Array(258)] }))).toBe(588);
  });

  test.each([
    [0, false, false],
    [1, true, false],
    [8, false, true],
    [9, true, true],
    [0x806, false, false],
  ])('whose flags are %i', (flags, isEncrypted, hasDescriptor) => {
    expect(zipHeader(header({ flags }))).toMatchObject({ isEncrypted, hasDescriptor });
  });

  test.each([
    ['a/', true],
    ['a\\', true],
    ['a/b', false],
    ['a', false],
  ])('of %j is of a folder: %s', (name, isFolder) => {
    expect(zipHeader(header({ name }))).toMatchObject({ isFolder });
  });

  test('lies anywhere in a larger piece', () => {
    const whole = new Uint8Array(80).fill(7);
    whole.set(header({}), 11);
    expect(zipHeader(whole.subarray(11))).toMatchObject({ name: 'a.csv', packedBytes: 5, length: 35 });
  });
});

describe('sizes past 4 GB', () => {
  const sizes = (fields: Fields) => {
    const { bytes, packedBytes } = zipHeader(header(fields));
    return [bytes, packedBytes];
  };

  test('stand in an extra field, the unpacked one first, each only where it is needed', () => {
    const both = field(1, [...u64(70_000), ...u64(60_000)]);
    expect(sizes({ bytes: wide, packed: wide, extra: both })).toEqual([70_000, 60_000]);
    expect(sizes({ bytes: wide, extra: both })).toEqual([70_000, 5]);
    expect(sizes({ packed: wide, extra: both })).toEqual([9, 70_000]);
    expect(sizes({ extra: both })).toEqual([9, 5]);
  });

  test('are found behind other fields', () => {
    const extra = [...field(0x5455, [1, 2, 3]), ...field(1, [...u64(70_000), ...u64(60_000)])];
    expect(sizes({ bytes: wide, packed: wide, extra })).toEqual([70_000, 60_000]);
    // Of two such fields the first counts.
    const twice = [...field(1, u64(1000)), ...field(1, [...u64(2), ...u64(2)])];
    expect(sizes({ bytes: wide, packed: wide, extra: twice })).toEqual([1000, wide]);
  });

  test('that are not all there are left as they stand', () => {
    expect(sizes({ bytes: wide, packed: wide, extra: [] })).toEqual([wide, wide]);
    expect(sizes({ bytes: wide, packed: wide, extra: field(1, u64(70_000)) })).toEqual([70_000, wide]);
    expect(sizes({ bytes: wide, packed: wide, extra: field(1, u64(70_000).slice(1)) })).toEqual([wide, wide]);
    // The field says more than there is.
    expect(sizes({ bytes: wide, packed: wide, extra: [1, 0, 16, 0, ...u64(70_000)] })).toEqual([
      70_000,
      wide,
    ]);
    expect(sizes({ bytes: wide, packed: wide, extra: [1, 0, 16] })).toEqual([wide, wide]);
  });

  test('are none where a descriptor behind the content tells', () => {
    expect(zipHeader(header({ flags: 8, packed: wide })).packedBytes).toBe(0);
    expect(zipHeader(header({ flags: 8, packed: 0 })).packedBytes).toBe(0);
    expect(zipHeader(header({ flags: 8, packed: 7 })).packedBytes).toBe(7);
    expect(zipHeader(header({ packed: wide })).packedBytes).toBe(wide);
    expect(zipHeader(header({ flags: 8, packed: wide, extra: field(1, u64(3)) })).packedBytes).toBe(3);
  });

  test('are of 64 bits, the lower half first', () => {
    expect(uint64(new DataView(Uint8Array.of(9, 1, 0, 0, 0, 2, 0, 0, 0).buffer), 1)).toBe(1 + 2 * 2 ** 32);
    expect(uint64(new DataView(Uint8Array.of(0, 0, 0, 0x80, 0, 0, 0, 0).buffer), 0)).toBe(2 ** 31);
  });
});

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['C:\\Users\\x\\rates.csv', 'Users/x/rates.csv'],
  ['c:rates.csv', 'rates.csv'],
  ['a/c:b.csv', 'a/c:b.csv'],
  ['CC:b.csv', 'CC:b.csv'],
  ['/rates.csv', 'rates.csv'],
  ['a//b/', 'a/b'],
  ['a/./b/../c.csv', 'a/b/c.csv'],
  ['..a/b..', '..a/b..'],
  ['a\u0007\u001b[2J.csv', 'a\uFFFD\uFFFD[2J.csv'],
  ['x'.repeat(200), 'x'.repeat(200)],
  [`a${'x'.repeat(199)}z`, `…${'x'.repeat(198)}z`],
  ['', ''],
])('the name %j is shown as %s', (name, shown) => {
  expect(safeEntryName(name)).toBe(shown);
});

test('an archive is known by its first four bytes, an empty one too', () => {
  expect(isZip(Uint8Array.of(0x50, 0x4b, 3, 4))).toBe(true);
  expect(isZip(Uint8Array.of(0x50, 0x4b, 5, 6, 0))).toBe(true);
  expect(isZip(Uint8Array.of(0x50, 0x4b, 1, 2))).toBe(false);
  expect(isZip(Uint8Array.of(0x50, 0x4b, 3))).toBe(false);
  expect(isZip(new Uint8Array())).toBe(false);
});
