import { describe, expect, test } from 'vitest';
import { checkedDeltas, checkedRuns } from '../../src/data/parquetRuns.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('runs of levels', () => {
  test('a repeated and a packed run: 5 times 1, then 1 0 1 of eight packed', () => {
    // 5 << 1 = 10 and the value; 1 << 1 | 1 = 3 and one byte, its lowest bit first.
    expect(checkedRuns(bytes(10, 1, 3, 0b0000_0101), 0, 1, 8)).toBe(7);
    expect(checkedRuns(bytes(99, 10, 0), 1, 1, 5)).toBe(0);
  });

  test('packed values may leave out bytes that only fill up', () => {
    // 16 values promised in 2 bytes, 8 wanted, 1 byte there.
    expect(checkedRuns(bytes(5, 0xff), 0, 1, 8)).toBe(8);
  });

  test.each([
    ['a run longer than what is left', bytes(12, 1), 1, 5],
    ['a run of a thousand million', bytes(0x80, 0x94, 0xeb, 0xdc, 0x07, 1), 1, 5],
    ['a run of none', bytes(0, 1, 10, 1), 1, 5],
    ['packed values of no bits that go on for ever', bytes(0xff, 0xff, 0xff, 0xff, 0x0f), 0, 5],
    ['too few values', bytes(4, 1), 1, 5],
    ['too few bytes', bytes(3), 1, 8],
    ['values of 40 bits', bytes(10, 1, 1, 1, 1, 1), 40, 5],
    ['a number without an end', new Uint8Array(4000).fill(0x80), 1, 5],
  ])('%s is refused', (_, input, width, count) => {
    expect(() => checkedRuns(input, 0, width, count)).toThrow(Error);
  });
});

describe('differences', () => {
  // Blocks of 128 in 4 parts of 32; 3 values; the first is 7 (zigzag 14). Then the least difference 1 (zigzag 2), and
  // widths of 0 bits: 7, 8, 9 without a byte more.
  const three = bytes(0x80, 1, 4, 3, 14, 2, 0, 0, 0, 0);

  test('end where their last block ends', () => {
    expect(checkedDeltas(three, 0, 32, 3)).toBe(10);
    // Two bits each for 32 values of the first part: 8 bytes more.
    expect(checkedDeltas(bytes(0x80, 1, 4, 3, 14, 2, 2, 0, 0, 0, ...new Uint8Array(8)), 0, 32, 3)).toBe(18);
  });

  test.each([
    ['blocks of no size', bytes(0, 4, 3, 14, 2, 0, 0, 0, 0), 3],
    ['no parts', bytes(0x80, 1, 0, 3, 14, 2, 0, 0, 0, 0), 3],
    ['parts of a few bits', bytes(4, 4, 3, 14, 2, 0, 0, 0, 0), 3],
    ['another number of values', three, 4],
    ['values of more bits than their type', bytes(0x80, 1, 4, 3, 14, 2, 33, 0, 0, 0), 3],
    ['too few bytes', three.subarray(0, 7), 3],
  ])('%s are refused', (_, input, count) => {
    expect(() => checkedDeltas(input, 0, 32, count)).toThrow(Error);
  });
});
