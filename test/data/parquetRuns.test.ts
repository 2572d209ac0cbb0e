import { describe, expect, test } from 'vitest';
import { checkedDeltas, checkedRuns } from '../../src/data/parquetRuns.ts';
import { varint } from '../support/thriftBytes.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe('runs of levels', () => {
  test('a repeated and a packed run: 5 times 1, then 1 0 1 of eight packed', () => {
    // 5 << 1 = 10 and the value; 1 << 1 | 1 = 3 and one byte, its lowest bit first.
    expect(checkedRuns(bytes(10, 1, 3, 0b0000_0101), 0, 1, 8)).toBe(7);
    expect(checkedRuns(bytes(99, 10, 0), 1, 1, 5)).toBe(0);
  });

  test('a packed run of two bytes, of which ten bits count, and a repeated one behind them', () => {
    expect(checkedRuns(bytes(5, 0b1100_0000, 0b1111_1101), 0, 1, 10)).toBe(3);
    // 16 packed, then 2 times 1.
    expect(checkedRuns(bytes(5, 0, 0xff, 4, 1), 0, 1, 18)).toBe(10);
    expect(checkedRuns(bytes(5, 0, 0xff, 4, 0, 4, 1), 0, 1, 20)).toBe(10);
  });

  test('packed values may leave out bytes that only fill up', () => {
    // 16 values promised in 2 bytes, 8 wanted, 1 byte there.
    expect(checkedRuns(bytes(5, 0xff), 0, 1, 8)).toBe(8);
    // A block of 512 more than the eight that are wanted: 65 times 8.
    expect(checkedRuns(bytes(...varint(65 * 2 + 1), 0xff), 0, 1, 8)).toBe(8);
  });

  test('values of more bits take whole bytes where they are repeated, their bits where they are packed', () => {
    // 5 times a value of 9 bits: 2 bytes; then 8 packed ones of 9: 9 bytes.
    const both = [10, 1, 0, 3, ...new Uint8Array(9)];
    expect(checkedRuns(bytes(...both), 0, 9, 13)).toBe(0);
    expect(() => checkedRuns(bytes(...both.slice(0, -1)), 0, 9, 13)).toThrow('it ends too early');
    expect(() => checkedRuns(bytes(10, 1), 0, 9, 5)).toThrow('it ends too early');
    // 8 packed ones of 3 bits take 3 bytes; 2 times 7 follows.
    expect(checkedRuns(bytes(3, 1, 1, 1, 4, 7), 0, 3, 10)).toBe(0);
    expect(checkedRuns(bytes(4, 1), 0, 8, 2)).toBe(0);
    expect(checkedRuns(bytes(10, 1, 1, 1, 1), 0, 32, 5)).toBe(0);
  });

  test.each([
    ['a run longer than what is left', bytes(12, 1), 1, 5, 'a run of values does not fit'],
    [
      'a packed run of more than a block beyond',
      bytes(...varint(66 * 2 + 1), 0xff),
      1,
      8,
      'a run of values does not fit',
    ],
    [
      'a run of a thousand million',
      bytes(0x80, 0x94, 0xeb, 0xdc, 0x07, 1),
      1,
      5,
      'a run of values does not fit',
    ],
    ['a run of none', bytes(0, 1, 10, 1), 1, 5, 'a run of values does not fit'],
    ['a packed run of none', bytes(1, 10, 1), 1, 5, 'a run of values does not fit'],
    [
      'packed values of no bits that go on for ever',
      bytes(0xff, 0xff, 0xff, 0xff, 0x0f),
      0,
      5,
      'a run of values does not fit',
    ],
    ['too few values', bytes(4, 1), 1, 5, 'it ends too early'],
    ['a second run longer than what is left', bytes(4, 1, 8, 1), 1, 5, 'a run of values does not fit'],
    ['too few bytes', bytes(3), 1, 8, 'it ends too early'],
    ['a repeated value that is not there', bytes(10), 1, 5, 'it ends too early'],
    ['values of 33 bits', bytes(10, 1, 1, 1, 1, 1), 33, 5, 'its values have too many bits'],
    ['a number without an end', new Uint8Array(4000).fill(0x80), 1, 5, 'a number in it has no end'],
  ])('%s is refused', (_, input, width, count, message) => {
    expect(() => checkedRuns(input, 0, width, count)).toThrow(new Error(message));
  });
});

describe('differences', () => {
  // Blocks of 128 in 4 parts of 32; 3 values; the first is 7 (zigzag 14). Then the least difference 1 (zigzag 2), and
  // widths of 0 bits: 7, 8, 9 without a byte more.
  const three = bytes(0x80, 1, 4, 3, 14, 2, 0, 0, 0, 0);

  test('end where their last block ends', () => {
    expect(checkedDeltas(three, 0, 32, 3)).toBe(10);
    expect(checkedDeltas(bytes(9, ...three, 9), 1, 32, 3)).toBe(11);
    // Two bits each for 32 values of the first part: 8 bytes more.
    expect(checkedDeltas(bytes(0x80, 1, 4, 3, 14, 2, 2, 0, 0, 0, ...new Uint8Array(8)), 0, 32, 3)).toBe(18);
    // One value has no block.
    expect(checkedDeltas(bytes(0x80, 1, 4, 1, 14), 0, 32, 1)).toBe(5);
  });

  test('the width of a part without a value says nothing', () => {
    expect(checkedDeltas(bytes(0x80, 1, 4, 3, 14, 2, 0, 99, 99, 99), 0, 32, 3)).toBe(10);
    // 33 values: the first, and all 32 of the first part.
    expect(checkedDeltas(bytes(0x80, 1, 4, 33, 14, 2, 0, 99, 99, 99), 0, 32, 33)).toBe(10);
    expect(() => checkedDeltas(bytes(0x80, 1, 4, 34, 14, 2, 0, 99, 99, 99), 0, 32, 34)).toThrow(
      new Error('its values have too many bits'),
    );
  });

  test('a block follows where one holds too few: 130 values, 128 differences a block', () => {
    const head = [0x80, 1, 4, ...varint(130), 14];
    const block = [2, 0, 0, 0, 0];
    expect(checkedDeltas(bytes(...head, ...block, ...block), 0, 32, 130)).toBe(16);
    expect(() => checkedDeltas(bytes(...head, ...block), 0, 32, 130)).toThrow(new Error('it ends too early'));
    // 129 are one block’s and the first.
    expect(checkedDeltas(bytes(0x80, 1, 4, ...varint(129), 14, ...block), 0, 32, 129)).toBe(11);
  });

  test('values have as many bits as their type', () => {
    const wide = (width: number) => bytes(0x80, 1, 4, 2, 14, 2, width, 0, 0, 0);
    // 32 values of 32 bits take 128 bytes, which the reader of the values looks for.
    expect(checkedDeltas(wide(32), 0, 32, 2)).toBe(10 + 128);
    expect(() => checkedDeltas(wide(33), 0, 32, 2)).toThrow(new Error('its values have too many bits'));
    expect(checkedDeltas(wide(64), 0, 64, 2)).toBe(10 + 256);
    expect(() => checkedDeltas(wide(65), 0, 64, 2)).toThrow(new Error('its values have too many bits'));
  });

  test('blocks may have up to 4,096 parts, of up to a million values, eight or more at a time', () => {
    const one = (size: number, parts: number) => bytes(...varint(size), ...varint(parts), 1, 14);
    const noSize = new Error('a block of differences has no size');
    expect(checkedDeltas(one(4096 * 8, 4096), 0, 32, 1)).toBe(7);
    expect(() => checkedDeltas(one(4097 * 8, 4097), 0, 32, 1)).toThrow(noSize);
    expect(checkedDeltas(one(2 ** 20, 1), 0, 32, 1)).toBe(6);
    expect(() => checkedDeltas(one(2 ** 20 + 8, 1), 0, 32, 1)).toThrow(noSize);
    expect(checkedDeltas(one(8, 1), 0, 32, 1)).toBe(4);
    for (const [size, parts] of [
      [4, 1],
      [12, 1],
      [0, 1],
      [0, 0],
      [8, 0],
    ] as const)
      expect(() => checkedDeltas(one(size, parts), 0, 32, 1)).toThrow(noSize);
  });

  test.each([
    ['blocks of no size', bytes(0, 4, 3, 14, 2, 0, 0, 0, 0), 3, 'a block of differences has no size'],
    ['no parts', bytes(0x80, 1, 0, 3, 14, 2, 0, 0, 0, 0), 3, 'a block of differences has no size'],
    ['parts of a few bits', bytes(4, 4, 3, 14, 2, 0, 0, 0, 0), 3, 'a block of differences has no size'],
    ['another number of values', three, 4, 'differences are not as many as values'],
    ['too few bytes', three.subarray(0, 9), 3, 'it ends too early'],
    ['no first value', three.subarray(0, 4), 3, 'it ends too early'],
  ])('%s are refused', (_, input, count, message) => {
    expect(() => checkedDeltas(input, 0, 32, count)).toThrow(new Error(message));
  });
});
