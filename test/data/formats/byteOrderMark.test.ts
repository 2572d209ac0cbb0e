import { expect, test } from 'vitest';
import { markLength } from '../../../src/data/formats/byteOrderMark.ts';
import { byteTable } from '../../../src/data/formats/byteTable.ts';

test.each<[readonly number[], number, number]>([
  [[0xef, 0xbb, 0xbf, 0x7b], 0, 3],
  [[0xef, 0xbb, 0xbf], 0, 3],
  [[0xef, 0xbb, 0x7b], 0, 2],
  [[0xef], 0, 1],
  [[], 0, 0],
  [[0x7b, 0xef], 0, 0],
  [[0xbb, 0xbf, 0x7b], 1, 2],
  [[0xbf, 0xef, 0xbb], 2, 1],
  [[0xef, 0xbb, 0xbf], 3, 0],
  [[0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], 0, 3],
  [[0xef], 2 ** 31, 0],
])('of the bytes %j at %i the mark takes %i', (bytes, offset, length) => {
  expect(markLength(Uint8Array.from(bytes), offset)).toBe(length);
});

test('a table of bytes has the class of each sign, and 0 for all others', () => {
  const table = byteTable({ 1: '"\0', 2: 'ÿ[' });
  expect(Array.from(table.entries()).filter(([, meaning]) => meaning !== 0)).toEqual([
    [0, 1],
    [0x22, 1],
    [0x5b, 2],
    [0xff, 2],
  ]);
  expect(table.length).toBe(256);
});
