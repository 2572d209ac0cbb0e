import { expect, test } from 'vitest';
import { HeldBytes } from '../../../src/data/formats/heldBytes.ts';

const counted = (length: number) => Uint8Array.from({ length }, (_, at) => at % 251);

test('what was held before stays when more is held than at first there was room for', () => {
  const held = new HeldBytes(10_000);
  const bytes = counted(700);
  // 100, then 200 over the first 256, then 400 over twice that.
  for (const [from, to] of [
    [0, 100],
    [100, 300],
    [300, 700],
  ] as const) {
    expect(held.add(bytes, from, to)).toBe(true);
  }
  expect(held.length).toBe(700);
  expect(held.bytes.subarray(0, 700)).toEqual(bytes);
});

test('there is room for the most and not for one more; what has no room changes nothing', () => {
  const held = new HeldBytes(5);
  expect(held.add(counted(9), 2, 6)).toBe(true);
  expect(held.add(counted(9), 0, 2)).toBe(false);
  expect(Array.from(held.bytes.subarray(0, held.length))).toEqual([2, 3, 4, 5]);
  expect(held.add(counted(9), 8, 9)).toBe(true);
  expect(held.length).toBe(5);
  held.clear();
  expect(held.length).toBe(0);
  expect(held.add(counted(9), 0, 5)).toBe(true);
});
