import { describe, expect, test } from 'vitest';
import { numberAt, thriftEnd } from '../../src/data/parquetThrift.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('a structure in the compact protocol', () => {
  test('ends at its stop, whatever its fields are', () => {
    // Field 1: a whole number (0x15) 300; field 2: bytes (0x18) "ab"; field 3: true (0x11); field 4: a list (0x19) of two
    // whole numbers (0x25); field 5: a structure (0x1c) with a stop; then field 20, its number written out (0x05, 40).
    const all = bytes(0x15, 0xac, 0x02, 0x18, 2, 97, 98, 0x11, 0x19, 0x25, 2, 4, 0x1c, 0, 0x05, 40, 2, 0);
    expect(thriftEnd(all, 0)).toBe(all.length);
    expect(thriftEnd(bytes(9, 9, ...all, 7, 7), 2)).toBe(all.length + 2);
  });

  test('numbers have seven bits a byte, the lowest first', () => {
    // 0x2c + 2 * 128 = 300
    expect(numberAt(bytes(0xac, 0x02), 0)).toBe(300);
  });

  test.each([
    ['a number without an end', bytes(0x16, ...new Uint8Array(5000).fill(0x80))],
    ['bytes past the end', bytes(0x18, 200, 1, 2, 3)],
    ['a list longer than the file', bytes(0x19, 0xf1, 0xff, 0xff, 0xff, 0xff, 0x07)],
    ['a nest of structures', new Uint8Array(100_000).fill(0x1c)],
    ['a nest of lists', new Uint8Array(100_000).fill(0x19)],
    ['a kind of value that there is not', bytes(0x1e, 0)],
    ['no stop', bytes(0x15, 2)],
  ])('%s is refused', (_, input) => {
    expect(() => thriftEnd(input, 0)).toThrow(Error);
  });
});
