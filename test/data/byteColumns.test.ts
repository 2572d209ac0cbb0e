import { describe, expect, test } from 'vitest';
import { CodedColumn, unusable } from '../../src/data/codedColumn.ts';
import type { CsvBlock } from '../../src/data/csvBlock.ts';
import { centsColumn, wholeColumn } from '../../src/data/numberColumns.ts';
import { WordColumn } from '../../src/data/wordColumn.ts';
import { WordList } from '../../src/data/wordList.ts';

/** A block of rows of two cells, of which the second are these. */
function blockOf(cells: readonly string[]): CsvBlock {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(cells.map((cell) => `x,${cell}\n`).join(''));
  const bounds: number[] = [];
  let start = 0;
  for (const cell of cells) {
    const end = start + 2 + encoder.encode(cell).length;
    bounds.push(start - 1, start + 1, end);
    start = end + 1;
  }
  return {
    bytes,
    rows: cells.length,
    width: 2,
    bounds: Int32Array.from(bounds),
    lines: new Uint32Array(cells.length),
  };
}

const none = Number.NaN;

describe('a column of cents', () => {
  test.each<[string, number]>([
    ['36.5', 3650],
    ['36.50', 3650],
    ['36.', 3600],
    ['36', 3600],
    ['.5', 50],
    ['.05', 5],
    ['0', 0],
    ['0.00', 0],
    ['1.004', 100],
    ['1.005', 101],
    ['1.0049', 100],
    ['1.0059', 101],
    ['1.995', 200],
    ['9999999.99', 999_999_999],
    ['9999999.995', 1_000_000_000],
    ['12345678.9', 1_234_567_890],
    ['"36.50"', 3650],
    ['"1,234.50"', 123_450],
    ['$36.50', 3650],
    ['-36.50', -3650],
    ['', none],
    ['.', none],
    ['"', none],
    ['""', none],
    ['x', none],
    ['3x', none],
    ['3.x', none],
    ['3.5x', none],
    ['3.555x', none],
    ['1.2.3', none],
    ['3:', none],
    ['3/', none],
    ['1.5:', none],
    ['1.5/', none],
  ])('%s', (cell, cents) => {
    const column = centsColumn(1);
    column.addBlock(blockOf([cell, '1.00']));
    expect([...column.values.subarray(0, column.length)]).toEqual([cents, 100]);
    const byText = centsColumn(1);
    byText.addText(cell.replaceAll('"', ''));
    expect(byText.values[0]).toEqual(cents);
  });
});

describe('a column of whole numbers', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['12', 12],
    ['"12"', 12],
    ['123456789012345', 123_456_789_012_345],
    ['1234567890123456', none],
    ['', none],
    ['""', none],
    ['-1', none],
    ['1.', none],
    ['1:', none],
    ['1/', none],
  ])('%s', (cell, whole) => {
    const column = wholeColumn(1);
    column.addBlock(blockOf(['7', cell]));
    column.addText('5');
    expect([...column.values.subarray(0, column.length)]).toEqual([7, whole, 5]);
  });

  test('grows past its room, block by block and text by text', () => {
    const column = wholeColumn(1);
    const cells = Array.from({ length: 700 }, (_, at) => String(at));
    column.addBlock(blockOf(cells));
    column.addBlock(blockOf(cells));
    for (let at = 0; at < 1000; at++) column.addText(String(at));
    expect(column.length).toBe(2400);
    expect([0, 699, 700, 1399, 1400, 2399].map((at) => column.values[at])).toEqual([0, 699, 0, 699, 0, 999]);
  });
});

describe('a column of words', () => {
  test('gives a cell the number of its text, quoted or not, in a block or alone', () => {
    const column = new WordColumn(1);
    column.addBlock(
      blockOf(['a', '"a"', '', '""', 'ab', 'abcd', 'abce', 'abcdefgh', 'abcdefgi', 'bbcdefgh']),
    );
    column.addText('abce');
    column.addText('new');
    expect([...column.ids.subarray(0, column.length)]).toEqual([0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 4, 8]);
    expect(column.words).toEqual(['a', '', 'ab', 'abcd', 'abce', 'abcdefgh', 'abcdefgi', 'bbcdefgh', 'new']);
  });

  test('tells texts of each length apart by each of their letters', () => {
    const texts = Array.from({ length: 12 }, (_, length) => 'm'.repeat(length)).flatMap((text) => [
      text,
      ...Array.from(text, (_, at) => `${text.slice(0, at)}n${text.slice(at + 1)}`),
    ]);
    const column = new WordColumn(1);
    column.addBlock(blockOf([...texts, ...texts]));
    expect(column.words).toEqual(texts);
    expect([...column.ids.subarray(0, column.length)]).toEqual([...texts.keys(), ...texts.keys()]);
  });

  test('holds thousands, and longer ones than it has room for', () => {
    const long = Array.from({ length: 3000 }, (_, at) => `${'x'.repeat(at % 50)}${at}`);
    const column = new WordColumn(1);
    for (const text of long) column.addText(text);
    column.addBlock(blockOf(long));
    expect(column.words).toEqual(long);
    expect([...column.ids.subarray(3000, 6000)]).toEqual([...long.keys()]);
  });

  test('spells what is no UTF-8 as one word, however it was written', () => {
    const block = blockOf(['?', '\uFFFD', '?', '?a']);
    const bytes = block.bytes.map((byte) => (byte === 0x3f ? 0x9c : byte));
    bytes[bytes.lastIndexOf(0x9c, bytes.length - 4)] = 0x9d;
    const column = new WordColumn(1);
    column.addBlock({ ...block, bytes });
    expect(column.words).toEqual(['\uFFFD', '\uFFFDa']);
    expect([...column.ids.subarray(0, 4)]).toEqual([0, 0, 0, 1]);
  });
});

test('a column of words that stand for numbers reads each word once', () => {
  const asked: string[] = [];
  const column = new CodedColumn(1, (word) => {
    asked.push(word);
    return word === 'x' ? unusable : word.length;
  });
  column.setBlock(blockOf(['a', 'x', 'a', '']));
  expect([0, 1, 2, 3].map((row) => column.number(row))).toEqual([1, -1, 1, 0]);
  column.setBlock(blockOf(['', 'abc']));
  expect([0, 1].map((row) => column.number(row))).toEqual([0, 3]);
  column.setText('a');
  expect(column.number(0)).toBe(1);
  column.setText('new');
  expect(column.number(0)).toBe(3);
  expect(asked).toEqual(['a', 'x', '', 'abc', 'new']);
});

test('words are numbered as they come, as many as 16 bits hold; blank is 0', () => {
  const list = new WordList();
  expect(['a', '', 'b', 'a'].map((word) => list.indexOf(word))).toEqual([1, 0, 2, 1]);
  for (let at = 3; at < 65_536; at++) list.indexOf(`w${at}`);
  expect([list.words.length, list.unnumbered]).toEqual([65_536, 0]);
  expect([list.indexOf('more'), list.indexOf('more'), list.indexOf('b'), list.unnumbered]).toEqual([
    0, 0, 2, 2,
  ]);
  expect(list.words.slice(0, 3)).toEqual(['', 'a', 'b']);
});
