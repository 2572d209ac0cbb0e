import type { PageHeader, ParquetType } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { checkedPage, type PageCheck } from '../../src/data/parquetPage.ts';
import { varint, zigzag } from '../support/thriftBytes.ts';

const plain: PageCheck = { type: 'INT32', isOptional: false, typeLength: undefined, rowsLeft: 10 };
const ofType = (type: ParquetType, more: Partial<PageCheck> = {}): PageCheck => ({ ...plain, type, ...more });
const bytes = (...values: readonly number[]) => Uint8Array.from(values);

const sizes = { uncompressed_page_size: 0, compressed_page_size: 0 };
const first = (num_values: number, encoding = 'PLAIN') =>
  ({ ...sizes, type: 'DATA_PAGE', data_page_header: { num_values, encoding } }) as PageHeader;
const words = (num_values: number, encoding = 'PLAIN') =>
  ({ ...sizes, type: 'DICTIONARY_PAGE', dictionary_page_header: { num_values, encoding } }) as PageHeader;
const second = (more: Partial<NonNullable<PageHeader['data_page_header_v2']>> = {}) =>
  ({
    ...sizes,
    type: 'DATA_PAGE_V2',
    data_page_header_v2: {
      num_values: 2,
      num_nulls: 0,
      num_rows: 2,
      encoding: 'PLAIN',
      definition_levels_byte_length: 0,
      repetition_levels_byte_length: 0,
      ...more,
    },
  }) as PageHeader;

/** Why a page is refused, or that it fits. */
function told(header: PageHeader, page: Uint8Array, check: PageCheck = plain, dictionary?: number): string {
  try {
    checkedPage(header, page, check, dictionary);
    return 'fits';
  } catch (error) {
    return (error as Error).message;
  }
}

const few = 'a page has fewer values than it says';
const many = 'a page has more values than fit';
const noLength = 'a page has levels without a length';
const notRead = 'its values are written in a way that is not read here';
const early = 'it ends too early';

describe('a dictionary', () => {
  test('is a column’s only one, of plain values', () => {
    expect(told(words(2), new Uint8Array(8))).toBe('fits');
    expect(told(words(2, 'PLAIN_DICTIONARY'), new Uint8Array(8))).toBe('fits');
    expect(told(words(2), new Uint8Array(7))).toBe(few);
    expect(told(words(2), new Uint8Array(8), plain, 0)).toBe('a column has two dictionaries');
    expect(told(words(2, 'RLE_DICTIONARY'), new Uint8Array(8))).toBe(
      'a dictionary is written in a way that is not read here',
    );
  });

  test('has no more values than its page has bits', () => {
    expect(told(words(8), bytes(0), ofType('BOOLEAN'))).toBe('fits');
    expect(told(words(9), bytes(0), ofType('BOOLEAN'))).toBe(many);
    expect(told(words(-1), bytes(0))).toBe(many);
    expect(told(words(0), bytes())).toBe('fits');
    expect(told(words(0.5), new Uint8Array(8))).toBe(many);
  });
});

test('a page is of a kind that is read, by what it says of itself', () => {
  const kind = 'it has a kind of page that is not read here';
  expect(told({ ...sizes, type: 'DICTIONARY_PAGE' }, bytes())).toBe(kind);
  expect(told({ ...sizes, type: 'DATA_PAGE' }, bytes())).toBe(kind);
  expect(told({ ...sizes, type: 'DATA_PAGE_V2' }, bytes())).toBe(kind);
  expect(told({ ...words(1), ...first(1), ...second(), type: 'INDEX_PAGE' }, new Uint8Array(8))).toBe(kind);
  // What belongs to another kind is not looked at.
  const odd = words(1, 'RLE');
  expect(told({ ...odd, ...first(1) }, new Uint8Array(4))).toBe('fits');
  expect(told({ ...odd, ...first(11), ...second() }, new Uint8Array(8))).toBe('fits');
});

describe('a page of the first kind', () => {
  test('has no more values than rows are left', () => {
    expect(told(first(10), new Uint8Array(40))).toBe('fits');
    expect(told(first(11), new Uint8Array(44))).toBe(many);
  });

  test('says how long its levels are, where rows may have none', () => {
    const optional = { ...plain, isOptional: true };
    // 3 rows: a run of 3 ones in 2 bytes, then three values.
    expect(told(first(3), bytes(2, 0, 0, 0, 6, 1, ...new Uint8Array(12)), optional)).toBe('fits');
    expect(told(first(3), bytes(2, 0, 0, 0, 6, 1, ...new Uint8Array(11)), optional)).toBe(few);
    // 1 0 1 of eight packed ones: two values.
    expect(told(first(3), bytes(2, 0, 0, 0, 3, 0b101, ...new Uint8Array(8)), optional)).toBe('fits');
    expect(told(first(3), bytes(2, 0, 0, 0, 3, 0b101, ...new Uint8Array(7)), optional)).toBe(few);
    expect(told(first(3), bytes(2, 0, 0, 0, 6, 0), optional)).toBe('fits');
    // The levels' own end, not the page's.
    expect(told(first(3), bytes(1, 0, 0, 0, 6, 1, ...new Uint8Array(12)), optional)).toBe(early);
  });

  test('whose levels lie outside is refused', () => {
    const optional = { ...plain, isOptional: true };
    expect(told(first(0), bytes(0, 0, 0, 0), optional)).toBe('fits');
    expect(told(first(0), bytes(1, 0, 0, 0), optional)).toBe(noLength);
    expect(told(first(0), bytes(0, 0, 0), optional)).toBe(noLength);
    expect(told(first(0), bytes(), optional)).toBe(noLength);
    // Their length is found where the page lies in a larger piece.
    const page = bytes(9, 9, 2, 0, 0, 0, 6, 0).subarray(2);
    expect(told(first(3), page, optional)).toBe('fits');
  });
});

describe('a page of the second kind', () => {
  const two = new Uint8Array(8);
  test.each([
    ['two values', {}, two, 'fits'],
    ['more values than rows are left', { num_values: 11, num_rows: 11 }, new Uint8Array(44), many],
    ['less than no blanks', { num_nulls: -1 }, two, many],
    ['more blanks than values', { num_nulls: 3 }, two, many],
    ['more values than rows', { num_rows: 1 }, two, 'a page has more values than rows'],
    ['blanks in a column without', { num_nulls: 1 }, two, 'a page has not the blanks it says'],
    ['values but not the bytes', {}, new Uint8Array(7), few],
    ['levels that begin before it', { repetition_levels_byte_length: -1 }, two, noLength],
    ['levels that end before they begin', { definition_levels_byte_length: -1 }, two, noLength],
    ['levels that end behind it', { definition_levels_byte_length: 9 }, two, noLength],
    ['levels of no length at all', { definition_levels_byte_length: undefined }, two, noLength],
  ])('with %s', (_, head, page, result) => {
    expect(told(second(head as never), page)).toBe(result);
  });

  const optional = { ...plain, isOptional: true };
  test.each([
    // Behind one byte that nobody reads: a run of 2 ones.
    ['two values', { definition_levels_byte_length: 2 }, [9, 4, 1, ...two], 'fits'],
    ['two values too short', { definition_levels_byte_length: 2 }, [9, 4, 1, 0, 0, 0, 0, 0, 0, 0], few],
    ['one blank', { definition_levels_byte_length: 2, num_nulls: 1 }, [9, 3, 0b10, 0, 0, 0, 0], 'fits'],
    ['two blanks', { definition_levels_byte_length: 2, num_nulls: 2 }, [9, 4, 0], 'fits'],
    [
      'other blanks than it says',
      { definition_levels_byte_length: 2, num_nulls: 1 },
      [9, 4, 1, ...two],
      'a page has not the blanks it says',
    ],
    ['levels cut short', { definition_levels_byte_length: 1 }, [9, 4, 1, ...two], early],
  ])('where rows may have none: %s', (_, head, page, result) => {
    const header = second({ repetition_levels_byte_length: 1, ...head });
    expect(told(header, bytes(...page), optional)).toBe(result);
  });
});

describe('plain values', () => {
  test.each<[ParquetType, number]>([
    ['INT32', 4],
    ['INT64', 8],
    ['INT96', 12],
    ['FLOAT', 4],
    ['DOUBLE', 8],
    // At least the length of each text.
    ['BYTE_ARRAY', 4],
  ])('%s take %i bytes each', (type, width) => {
    for (const encoding of ['PLAIN', 'BYTE_STREAM_SPLIT']) {
      expect(told(first(2, encoding), new Uint8Array(2 * width), ofType(type))).toBe('fits');
      expect(told(first(2, encoding), new Uint8Array(2 * width - 1), ofType(type))).toBe(few);
    }
  });

  test('true and false take a bit', () => {
    expect(told(first(8), bytes(0), ofType('BOOLEAN'))).toBe('fits');
    expect(told(first(9), bytes(0), ofType('BOOLEAN'))).toBe(few);
    expect(told(first(9), bytes(0, 0), ofType('BOOLEAN'))).toBe('fits');
  });

  test('of a fixed length take that, which is more than none', () => {
    const fixed = (typeLength: number | undefined) => ofType('FIXED_LEN_BYTE_ARRAY', { typeLength });
    expect(told(first(2), new Uint8Array(6), fixed(3))).toBe('fits');
    expect(told(first(2), new Uint8Array(5), fixed(3))).toBe(few);
    expect(told(first(1), bytes(0), fixed(1))).toBe('fits');
    for (const length of [undefined, 0, -1])
      expect(told(first(2), new Uint8Array(6), fixed(length))).toBe('its values have no length');
  });
});

describe('other ways to write values', () => {
  test('none is looked at where there is no value', () => {
    expect(told(first(0, 'BIT_PACKED'), bytes())).toBe('fits');
    expect(told(first(1, 'BIT_PACKED'), bytes(0))).toBe(notRead);
  });

  test.each(['PLAIN_DICTIONARY', 'RLE_DICTIONARY'])('%s: the words’ numbers, of so many bits', (encoding) => {
    const header = first(3, encoding);
    for (const none of [undefined, 0])
      expect(told(header, bytes(2, 6, 3), plain, none)).toBe('a column has no dictionary');
    expect(told(header, bytes(2, 6, 3), plain, 4)).toBe('fits');
    expect(told(header, bytes(2, 6), plain, 4)).toBe(early);
    // A width of 0 says all there is to say.
    expect(told(header, bytes(0), plain, 1)).toBe('fits');
    for (const wide of [bytes(), bytes(33, 6, 1, 1, 1, 1, 1)])
      expect(told(header, wide, plain, 4)).toBe('its values have too many bits');
  });

  test('RLE: true and false behind their length', () => {
    expect(told(first(3, 'RLE'), bytes(2, 0, 0, 0, 6, 1), ofType('BOOLEAN'))).toBe('fits');
    expect(told(first(3, 'RLE'), bytes(2, 0, 0, 0, 6), ofType('BOOLEAN'))).toBe(early);
    expect(told(first(3, 'RLE'), bytes(2, 0, 0, 0, 6, 1))).toBe(notRead);
  });

  /** Differences that are all the same: a head, the first value, and a block of four parts of no bits. */
  const steady = (start: number, by: number, count: number, width = 0) => [
    0x80,
    1,
    4,
    count,
    ...varint(zigzag(start)),
    ...(count > 1 ? [...varint(zigzag(by)), width, 0, 0, 0, ...new Uint8Array(width * 4)] : []),
  ];

  test('DELTA_BINARY_PACKED: whole numbers of 32 or 64 bits', () => {
    const header = first(2, 'DELTA_BINARY_PACKED');
    expect(told(header, bytes(...steady(7, 1, 2)))).toBe('fits');
    expect(told(header, bytes(...steady(7, 1, 2, 33)))).toBe('its values have too many bits');
    expect(told(header, bytes(...steady(7, 1, 2, 33)), ofType('INT64'))).toBe('fits');
    expect(told(header, bytes(...steady(7, 1, 2)), ofType('DOUBLE'))).toBe(notRead);
  });

  test('DELTA_LENGTH_BYTE_ARRAY: lengths of 32 bits', () => {
    const header = first(2, 'DELTA_LENGTH_BYTE_ARRAY');
    expect(told(header, bytes(...steady(7, 1, 2)), ofType('BYTE_ARRAY'))).toBe('fits');
    expect(told(header, bytes(...steady(7, 1, 2, 33)), ofType('BYTE_ARRAY'))).toBe(
      'its values have too many bits',
    );
  });

  test('ALP: checked where it is read', () => {
    expect(told(first(2, 'ALP'), bytes(), ofType('DOUBLE'))).toBe('fits');
  });

  /** Texts by how much of the one before they repeat, and how much follows: first and step of each. */
  const prefixed = (prefixes: readonly [number, number], rests: readonly [number, number], count = 2) =>
    told(
      first(count, 'DELTA_BYTE_ARRAY'),
      bytes(...steady(...prefixes, count), ...steady(...rests, count)),
      ofType('BYTE_ARRAY'),
    );

  test('DELTA_BYTE_ARRAY: a text repeats no more than there is of the one before', () => {
    const none = 'a text begins as none before it';
    // ab, abc: 0 and 2 repeated, 2 and 1 more.
    expect(prefixed([0, 2], [2, -1])).toBe('fits');
    expect(prefixed([0, 3], [2, -1])).toBe(none);
    // a, abc, abcde: lengths 1, 3 and 5.
    expect(prefixed([0, 1], [1, 1], 3)).toBe('fits');
    expect(prefixed([0, 2], [2, 0], 3)).toBe('fits');
    expect(prefixed([1, 0], [2, 0], 1)).toBe(none);
    expect(prefixed([-1, 0], [2, 0], 1)).toBe(none);
    expect(prefixed([0, 0], [-1, 0], 1)).toBe(none);
    expect(prefixed([0, 0], [0, 0], 1)).toBe('fits');
    expect(prefixed([0, -1], [2, 0])).toBe(none);
  });

  test('DELTA_BYTE_ARRAY: texts of more than a thousand million bytes are refused', () => {
    const memory = 'it unpacks to more than fits in memory';
    expect(prefixed([0, 0], [1_000_000_000, 0], 1)).toBe('fits');
    expect(prefixed([0, 0], [1_000_000_001, 0], 1)).toBe(memory);
    // 600 million bytes, and the same again.
    expect(prefixed([0, 600_000_000], [600_000_000, -600_000_000])).toBe(memory);
    expect(prefixed([0, 500_000_000], [500_000_000, -500_000_000])).toBe('fits');
  });

  test('DELTA_BYTE_ARRAY: both parts must be all there', () => {
    const header = first(2, 'DELTA_BYTE_ARRAY');
    const bits = 'its values have too many bits';
    expect(told(header, bytes(...steady(0, 0, 2)), ofType('BYTE_ARRAY'))).toBe(early);
    expect(told(header, bytes(...steady(0, 0, 2, 33), ...steady(0, 0, 2)))).toBe(bits);
    expect(told(header, bytes(...steady(0, 0, 2), ...steady(0, 0, 2, 33)))).toBe(bits);
  });
});
