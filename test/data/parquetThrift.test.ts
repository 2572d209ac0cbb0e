import { describe, expect, test } from 'vitest';
import { numberAt, numberEnd, thriftEnd } from '../../src/data/parquetThrift.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const times = (count: number, byte: number) => Array.from({ length: count }, () => byte);

describe('a structure in the compact protocol', () => {
  test('ends at its stop, whatever its fields are', () => {
    // Field 1: a whole number (0x15) 300; field 2: bytes (0x18) "ab"; field 3: true (0x11); field 4: a list (0x19) of two
    // whole numbers (0x25); field 5: a structure (0x1c) with a stop; then field 20, its number written out (0x05, 40).
    const all = bytes(0x15, 0xac, 0x02, 0x18, 2, 97, 98, 0x11, 0x19, 0x25, 2, 4, 0x1c, 0, 0x05, 40, 2, 0);
    expect(thriftEnd(all, 0)).toBe(all.length);
    expect(thriftEnd(bytes(9, 9, ...all, 7, 7), 2)).toBe(all.length + 2);
  });

  test.each([
    ['true', [0x11]],
    ['false', [0x12]],
    ['a byte', [0x13, 0xff]],
    ['a whole number of 16 bits', [0x14, 0xff, 1]],
    ['one of 32 bits', [0x15, 0xff, 1]],
    ['one of 64 bits', [0x16, 0xff, 1]],
    ['a fraction of 8 bytes', [0x17, ...times(8, 0xff)]],
    ['no bytes', [0x18, 0]],
    ['three bytes', [0x18, 3, 0xff, 0xff, 0xff]],
    ['a list of none', [0x19, 0x05]],
    ['a list of three true or false', [0x19, 0x31, 2, 1, 2]],
    ['a list of two false', [0x19, 0x22, 0xff, 0xff]],
    ['a list of fourteen', [0x19, 0xe3, ...times(14, 0xff)]],
    ['a list of fifteen, its length written out', [0x19, 0xf3, 15, ...times(15, 0xff)]],
    ['a list of 130', [0x19, 0xf3, 0x82, 1, ...times(130, 0xff)]],
    ['a list of structures', [0x19, 0x2c, 0x13, 9, 0, 0]],
    ['a field whose number takes two bytes', [0x03, 0x80, 1, 0xff]],
  ])('with %s', (_, field) => {
    expect(thriftEnd(bytes(...field, 0), 0)).toBe(field.length + 1);
    // Cut anywhere, it has no end.
    for (let end = 0; end <= field.length; end++)
      expect(() => thriftEnd(bytes(...field.slice(0, end)), 0)).toThrow(new Error('it ends too early'));
  });

  test('nests 32 deep and no deeper', () => {
    const tooDeep = new Error('its description nests too deep');
    expect(thriftEnd(bytes(...times(32, 0x1c), ...times(33, 0)), 0)).toBe(65);
    expect(() => thriftEnd(bytes(...times(33, 0x1c), ...times(34, 0)), 0)).toThrow(tooDeep);
    // A list of lists …, the last of them of none.
    expect(thriftEnd(bytes(...times(32, 0x19), 0x05, 0), 0)).toBe(34);
    expect(() => thriftEnd(bytes(...times(33, 0x19), 0x05, 0), 0)).toThrow(tooDeep);
  });

  test('numbers have seven bits a byte, the lowest first, and ten bytes at most', () => {
    // 0x2c + 2 * 128 = 300
    expect(numberAt(bytes(0xac, 0x02), 0)).toBe(300);
    expect(numberAt(bytes(9, 0xff, 0xff, 0x03, 9), 1)).toBe(65_535);
    expect(numberAt(bytes(0x7f, 0x01), 0)).toBe(127);
    expect(numberAt(bytes(0), 0)).toBe(0);
    expect(numberEnd(bytes(0xac, 0x02, 9), 0)).toBe(2);
    expect(numberEnd(bytes(9, ...times(9, 0x80), 1), 1)).toBe(11);
    expect(() => numberEnd(bytes(9, ...times(10, 0x80), 1), 1)).toThrow(
      new Error('a number in it has no end'),
    );
    expect(() => numberEnd(bytes(0x80), 0)).toThrow(new Error('it ends too early'));
  });

  test.each([
    ['a number without an end', bytes(0x16, ...new Uint8Array(5000).fill(0x80)), 'a number in it has no end'],
    ['bytes past the end', bytes(0x18, 200, 1, 2, 3), 'it ends too early'],
    ['a list longer than the file', bytes(0x19, 0xf1, 0xff, 0xff, 0xff, 0xff, 0x07), 'it ends too early'],
    ['a nest of structures', new Uint8Array(100_000).fill(0x1c), 'its description nests too deep'],
    ['a nest of lists', new Uint8Array(100_000).fill(0x19), 'its description nests too deep'],
    ['a kind of value that there is not', bytes(0x1e, 0), 'its description is damaged'],
    ['no stop', bytes(0x15, 2), 'it ends too early'],
  ])('%s is refused', (_, input, message) => {
    expect(() => thriftEnd(input, 0)).toThrow(new Error(message));
  });
});
