import { expect, test } from 'vitest';
import { NumberTable } from '../../../../src/data/formats/tic/numberTable.ts';

const small = 1 << 22;

test('small keys and large ones, 0 and the largest there is', () => {
  const table = new NumberTable();
  const keys = [0, 1, 1023, 1024, 5000, small - 1, small, small + 1, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1];
  for (const key of keys) expect(table.get(key)).toBe(-1);
  for (const [value, key] of keys.entries()) table.set(key, value);
  for (const [value, key] of keys.entries()) expect(table.get(key), String(key)).toBe(value);
  for (const key of [2, 1025, small + 2, 2 ** 33]) expect(table.get(key)).toBe(-1);
});

test('a value may be 0 or the largest, and is written over', () => {
  const table = new NumberTable();
  for (const key of [3, small + 3]) {
    table.set(key, 2 ** 32 - 2);
    expect(table.get(key)).toBe(2 ** 32 - 2);
    table.set(key, 0);
    expect(table.get(key)).toBe(0);
  }
});

test('grows past what it has room for at first, and loses nothing', () => {
  const table = new NumberTable();
  // Ten digits that count on, and some that differ above 32 bits alone.
  const keys = Array.from({ length: 5000 }, (_, at) =>
    at % 2 === 0 ? 1_000_000_000 + at : small + (at % 7) + at * 2 ** 32,
  );
  expect(new Set(keys).size).toBe(keys.length);
  for (const [value, key] of keys.entries()) table.set(key, value);
  expect(keys.map((key) => table.get(key))).toEqual(keys.map((_, value) => value));
  expect(table.get(999_999_999)).toBe(-1);
});
