import { expect, test } from 'vitest';
import { sortedIntegers } from '../../src/stats/sortedIntegers.ts';

/** A fixed scatter below 2^32. */
function scattered(length: number, below: number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length }, (_, index) => (index * 2_654_435_761 + 12_345) % below);
}

test.each([0, 1, 2, 999, 1000, 1001, 5000])('%i whole numbers, as the native sort has them', (length) => {
  for (const below of [2, 2048, 2049, 2 ** 22, 2 ** 22 + 1, 2 ** 32]) {
    const values = scattered(length, below);
    const expected = [...values.slice().sort()];
    expect([...sortedIntegers(values)]).toEqual(expected);
  }
});

test('nothing but noughts, and the largest there are', () => {
  expect([...sortedIntegers(new Uint32Array(1000))]).toEqual(Array.from({ length: 1000 }, () => 0));
  const values = new Uint32Array(1000).fill(2 ** 32 - 1);
  values[999] = 0;
  const sorted = sortedIntegers(values);
  expect([sorted[0], sorted[1], sorted[999]]).toEqual([0, 2 ** 32 - 1, 2 ** 32 - 1]);
});
