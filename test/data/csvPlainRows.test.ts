import { describe, expect, test } from 'vitest';
import type { CsvBlock } from '../../src/data/csvBlock.ts';
import { CsvStream } from '../../src/data/csvStream.ts';
import { readCsv } from '../../src/data/readCsv.ts';
import { streamedCsv } from '../support/streamedCsv.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** How many rows needed no second look; the rows and problems are PapaParse's, however the bytes are cut. */
function plainRows(text: string): number {
  const expected = readCsv(text, 'a.csv');
  for (const sizes of [[1], [2], [3], [5], [7], [64]]) {
    const { plainRows: _, ...pieces } = streamedCsv(bytesOf(text), 'a.csv', sizes);
    expect(pieces).toEqual(expected);
  }
  const { plainRows: found, ...whole } = streamedCsv(bytesOf(text), 'a.csv', []);
  expect(whole).toEqual(expected);
  return found;
}

describe('rows that are plainly rows', () => {
  test.each<[string, string, number]>([
    ['without quotes', 'a,b\n1,2\n3,4\n', 2],
    ['without an end of the last line', 'a,b\n1,2\n3,4', 2],
    ['with CRLF', 'a,b\r\n1,2\r\n3,4\r\n', 2],
    ['with CR', 'a,b\r1,2\r3,4', 2],
    ['with ends of all kinds', 'a,b\n1,2\r\n3,4\r5,6\n\r7,8\r\r\n9,9', 5],
    ['with blank lines', 'a,b\n\n1,2\n\n\n3,4\n\n', 2],
    ['with blank cells', 'a,b\n1,\n,2\n', 2],
    ['with all cells quoted', 'a,b\n"1","2"\n"3","4"\n', 2],
    ['with separators in quotes', 'a,b\n"1,1","2,,2"\n"3",4\n', 2],
    ['with empty quotes', 'a,b\n"",2\n1,""\n', 2],
    ['with a quote within a cell', 'a,b\n1",2\n3,4"5"\n', 2],
    ['with an extra separator', 'a,b\n1,2,\n3,4, ,\n', 2],
    ['with letters beyond ASCII', 'a,b\n1é,2\n3,ʤ\n', 2],
    // The first may be a blank that ASCII has not.
    ['that begin beyond ASCII, but for those', 'a,b\né,2\n3,4\n', 1],
    ['of one column', 'a\n1\n2\n', 2],
    ['with semicolons', 'a;b\n1;2\n3;4,5\n', 2],
    ['with tabs', 'a\tb\n1\t2\n\t4\n', 2],
    ['with bars', 'a|b\n1|2\n3|4\n', 2],
    ['that begin as the header does', 'a,b\na,c\nab,b\na,b1\n', 3],
    ['that begin with a space or a sign', 'a,b\n 1,2\n!,3\n#,4\n', 3],
    ['with what others take for ends', 'a,b\n1,2\u2028\n3\u000b,4\u000c\n', 2],
  ])('%s', (_, text, rows) => {
    expect(plainRows(text)).toBe(rows);
  });

  test.each<[string, string]>([
    ['a doubled quote', '"x""y",2'],
    ['a line break in quotes', '"x\ny",2'],
    ['a CR in quotes', '"x\ry",2'],
    ['a NUL', '\0,2'],
    ['a NUL in quotes', '"\0",2'],
    ['a quote that goes on', '"x"y,2'],
    ['a space behind a quote', '"x" ,2'],
    ['a quote that is never closed', '1,"x'],
    ['too few cells', '1'],
    ['too many cells', '1,2,3'],
    ['too many quoted cells', '1,2,"3"'],
    ['the header again', 'a,b'],
    ['the header again, quoted', '"a","b"'],
    ['nothing but separators', ','],
    ['nothing but spaces', '  ,\t'],
    ['nothing but a space no ASCII has', '\u00a0,'],
  ])('and none with %s', (_, line) => {
    // A NUL in the first thousand characters would make it no text at all.
    const head = `a,b\n${' '.repeat(1000)}\n`;
    // Between rows that are, and at either end.
    expect(plainRows(`${head}1,2\n${line}\n3,4\n`)).toBe(2);
    expect(plainRows(`${head}${line}\n3,4\n`)).toBe(1);
    expect(plainRows(`${head}1,2\n${line}`)).toBe(1);
  });

  test('past what is looked through at once, and past a block', () => {
    // 11 bytes a row: 4,000 of them are more than twice 16,384.
    for (const row of ['1234,67890\n', '1234,6789\r\n', '"234,","90"\n']) {
      const text = `a,b\n${row.repeat(4000)}`;
      const { plainRows: found, ...streamed } = streamedCsv(bytesOf(text), 'a.csv', []);
      expect(found).toBe(4000);
      expect(streamed).toEqual(readCsv(text, 'a.csv'));
    }
    // Odd rows where one look ends and the next begins, 16,384 bytes further on.
    for (const before of [1486, 1487, 1488, 1489, 1490]) {
      const mixed = `a,b\n${'1234,67890\n'.repeat(before)}"x""y",2\n${'1234,67890\n'.repeat(2000)}`;
      const { plainRows: found, ...streamed } = streamedCsv(bytesOf(mixed), 'a.csv', [8192]);
      expect([found, streamed]).toEqual([before + 2000, readCsv(mixed, 'a.csv')]);
    }
  });
});

describe('a block of rows', () => {
  function blocksOf(text: string) {
    const blocks: Pick<CsvBlock, 'rows' | 'width'>[] = [];
    const bounds: number[][] = [];
    const lines: number[][] = [];
    const stream = new CsvStream('a.csv', () => ({
      block(block) {
        blocks.push({ rows: block.rows, width: block.width });
        bounds.push([...block.bounds.subarray(0, block.rows * (block.width + 1))]);
        lines.push([...block.lines.subarray(0, block.rows)]);
        return true;
      },
      row: () => true,
    }));
    stream.end(bytesOf(text));
    return { blocks, bounds, lines };
  }

  test('says where each cell ends, and on which line each row stands', () => {
    expect(blocksOf('a,b\n1,22\n\n"3,",4\r\n5,6,\n')).toEqual({
      blocks: [{ rows: 3, width: 2 }],
      bounds: [[3, 5, 8, 9, 14, 16, 17, 19, 21]],
      lines: [[2, 4, 5]],
    });
  });

  test('ends at an odd row, and where it is full', () => {
    expect(blocksOf('a,b\n1,2\n"x""y",2\n3,4\n5,6').lines).toEqual([[2], [4, 5]]);
    // 8,192 places, three a row.
    expect(blocksOf(`a,b\n${'1,2\n'.repeat(2731)}`).blocks.map(({ rows }) => rows)).toEqual([2730, 1]);
    // A row of very many cells has room for sixteen all the same.
    const wide = Array.from({ length: 20_000 }, (_, at) => `h${at}`).join();
    expect(blocksOf(`${wide}\n${`${wide.replaceAll('h', '')}\n`.repeat(17)}`).blocks).toEqual([
      { rows: 16, width: 20_000 },
      { rows: 1, width: 20_000 },
    ]);
  });
});
