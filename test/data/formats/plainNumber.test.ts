import { expect, test } from 'vitest';
import { PlainNumber, wordEnds } from '../../../src/data/formats/plainNumber.ts';

/** Where the number at the start ends and what it is worth as a whole. */
function read(text: string, from = 0): readonly [end: number, whole: number] {
  const number = new PlainNumber();
  return [number.read(new TextEncoder().encode(text), from), number.whole];
}

test.each([
  ['12,', 2, 12],
  ['1790762615 ', 10, 1_790_762_615],
  ['0]', 1, 0],
  ['7}', 1, 7],
  ['123456789012345,', 15, 123_456_789_012_345],
  ['41.20,', 5, -1],
  ['0.5\n', 3, -1],
  ['908\t', 3, 908],
])('%j ends at %i and is worth %i', (text, end, whole) => {
  expect(read(text)).toEqual([end, whole]);
});

test.each([
  // It may go on in the next piece.
  '12',
  '41.2',
  '41.',
  '41.,',
  '.5,',
  ',',
  '-1,',
  '+1,',
  '01,',
  '1234567890123456,',
  '12a,',
  '1e5,',
  '1.2e5,',
  '1.2.3,',
  '',
])('%j is left to the general way', (text) => {
  expect(read(text)[0]).toBe(0);
});

test('from where it is asked', () => {
  expect(read('[12,34]', 4)).toEqual([6, 34]);
  expect(read('[12,ab]', 4)[0]).toBe(4);
});

test('a word or number ends at white space and structure', () => {
  const ends = Array.from(wordEnds.keys()).filter((byte) => wordEnds[byte] === 1);
  expect(String.fromCharCode(...ends)).toBe('\t\n\r ",:[]{}');
});
