import { expect, test } from 'vitest';
import { firstOf } from '../../src/text/numbers.ts';

test('names the first, and counts the others', () => {
  const words = ['A', 'B', 'C'];
  expect(firstOf(words, 3)).toEqual(words);
  expect(firstOf(words, 2)).toEqual(['A', 'B', '1 more']);
  expect(
    firstOf(
      Array.from({ length: 1203 }, (_, at) => String(at)),
      1,
    ),
  ).toEqual(['0', '1,202 more']);
  expect(firstOf([], 2)).toEqual([]);
});
