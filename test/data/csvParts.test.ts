import { describe, expect, test } from 'vitest';
import { cellsOf, textOf } from '../../src/data/csvBlock.ts';
import { csvFault, isSwallowing, notClosed } from '../../src/data/csvFault.ts';
import { csvHeadLength } from '../../src/data/csvHeadLength.ts';
import { headingsOf, lineEnd, lineStarts, normalize, usedCells } from '../../src/data/csvLines.ts';
import { type CsvRecord, forEachRecord } from '../../src/data/csvRecord.ts';
import { csvNotes } from '../../src/data/csvTable.ts';
import { notCsv } from '../../src/data/notCsv.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('lines', () => {
  test('end with a line feed, whatever ended them; a mark on top goes', () => {
    expect(normalize('\uFEFFa\r\nb\rc\nd\r\r\n')).toBe('a\nb\nc\nd\n\n');
    expect(normalize('a\uFEFF')).toBe('a\uFEFF');
    expect(normalize('\uFEFF\uFEFFa')).toBe('\uFEFFa');
    expect(normalize('')).toBe('');
  });

  test('begin behind each line feed; last stands one past the end', () => {
    expect([...lineStarts('')]).toEqual([0, 1]);
    expect([...lineStarts('ab')]).toEqual([0, 3]);
    expect([...lineStarts('a\n\nb')]).toEqual([0, 2, 3, 5]);
    expect([...lineStarts('\n')]).toEqual([0, 1, 2]);
  });

  test.each<[string, number, boolean, number]>([
    ['ab\ncd', 0, false, 3],
    ['ab\ncd', 3, false, -1],
    ['ab\ncd', 3, true, 5],
    ['ab\r\ncd', 0, false, 4],
    ['ab\rcd', 0, false, 3],
    // A CR at the end may be the first half of a CRLF.
    ['ab\r', 0, false, -1],
    ['ab\r', 0, true, 3],
    ['ab\n', 0, false, 3],
    ['\n', 0, false, 1],
    ['', 0, false, -1],
    ['', 0, true, 0],
  ])('of %j from %i (the last piece: %s) end at %i', (text, start, isLast, end) => {
    expect(lineEnd(bytesOf(text), start, isLast)).toBe(end);
  });
});

describe('cells', () => {
  test('count up to the last that is not blank', () => {
    expect([[], [''], [' ', '\t'], ['a'], ['', 'a', ' ', ''], ['a', '', 'b']].map(usedCells)).toEqual([
      0, 0, 0, 1, 2, 3,
    ]);
  });

  test('of a header are trimmed, white space in them one space, blank ones at its end dropped', () => {
    expect(headingsOf([' a \n b ', '', 'c', ' ', ''])).toEqual(['a b', '', 'c']);
    expect(headingsOf(['', ' '])).toEqual([]);
  });

  test('of a block are the bytes between its bounds, without quotes around them', () => {
    const bytes = bytesOf('a,"b,c",,"",é,"é"\n');
    const block = {
      bytes,
      rows: 1,
      width: 6,
      bounds: Int32Array.of(-1, 1, 7, 8, 11, 14, 19),
      lines: new Uint32Array(1),
    };
    expect(cellsOf(block, 0)).toEqual(['a', 'b,c', '', '', 'é', 'é']);
    const two = {
      ...block,
      bytes: bytesOf('a,b\nc,d\n'),
      rows: 2,
      width: 2,
      bounds: Int32Array.of(-1, 1, 3, 3, 5, 7),
    };
    expect([cellsOf(two, 0), cellsOf(two, 1)]).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('are text, short or long, ASCII or not', () => {
    for (const text of [
      '',
      'a',
      'x'.repeat(24),
      'x'.repeat(25),
      `${'x'.repeat(23)}é`,
      '\u007f',
      '\uFEFFa',
      'ʤ🦷',
    ]) {
      const bytes = bytesOf(`[${text}]`);
      expect(textOf(bytes, 1, bytes.length - 1)).toBe(text);
    }
    expect(textOf(Uint8Array.of(0x41, 0x80), 0, 2)).toBe('A\uFFFD');
  });
});

describe('a record', () => {
  const recordsOf = (text: string, first = 0, end?: number, most = 99) => {
    const starts = lineStarts(text);
    const found: CsvRecord[] = [];
    forEachRecord(text, starts, first, end ?? starts.length - 1, ',', (record) => found.push(record) < most);
    return found;
  };
  const plain = { invalid: false, open: false };

  test('is a line, or several where a quote holds line breaks', () => {
    expect(recordsOf('a,b\n"c\nd",e\nf')).toEqual([
      { ...plain, cells: ['a', 'b'], index: 0, endIndex: 1 },
      { ...plain, cells: ['c\nd', 'e'], index: 1, endIndex: 3 },
      { ...plain, cells: ['f'], index: 3, endIndex: 4 },
    ]);
  });

  test('is read from the line that is asked for, up to another, and no further than is wanted', () => {
    expect(recordsOf('a\nb\nc\nd', 1, 3).map(({ cells, index }) => [cells[0], index])).toEqual([
      ['b', 1],
      ['c', 2],
    ]);
    expect(recordsOf('a\nb\nc', 0, undefined, 2)).toHaveLength(2);
  });

  test('tells a quote that is open, and one inside that is not doubled', () => {
    expect(recordsOf('a,"b\nc')[0]).toMatchObject({ open: true, invalid: true, endIndex: 2 });
    expect(recordsOf('a,"b"c",d')[0]).toMatchObject({ open: false, invalid: true });
    expect(recordsOf('a,"b""c",d')[0]).toMatchObject({ ...plain, cells: ['a', 'b"c', 'd'] });
  });
});

describe('why a record is no row', () => {
  const header = ['code', 'a b'];
  const fault = (
    record: Partial<Pick<CsvRecord, 'cells' | 'invalid' | 'open'>>,
    line = 'the line',
    mayHoldNul = true,
  ) =>
    csvFault({ cells: ['1', '2'], invalid: false, open: false, ...record }, header, () => line, mayHoldNul);

  test('a row has none', () => {
    expect(fault({})).toBeUndefined();
    expect(fault({ cells: ['1', '2', '', ' '] })).toBeUndefined();
    expect(fault({ cells: ['code', 'ab'] })).toBeUndefined();
  });

  test('is said, the weightiest first', () => {
    const found = 'the line';
    const tooMany = ['1', '2', '3'];
    expect(fault({ open: true, invalid: true, cells: tooMany })).toEqual({ found, message: notClosed });
    expect(notClosed).toBe('A quote opened here is never closed. Close it or remove it.');
    expect(fault({ invalid: true, cells: tooMany })).toEqual({
      found,
      message: 'A quoted cell holds a quote that is not doubled; write "" for a quote inside quotes.',
    });
    expect(fault({ cells: tooMany }, 'a\0b\0')).toEqual({
      found: 'a␀b␀',
      message: 'The line holds a NUL character; it may be damaged.',
    });
    expect(fault({ cells: tooMany }, 'a\0b', false)?.message).toBe(
      'The line has 3 cells, the header 2. Quote cells that hold the separator.',
    );
    expect(fault({ cells: tooMany })).toEqual({
      found,
      message: 'The line has 3 cells, the header 2. Quote cells that hold the separator.',
    });
    expect(fault({ cells: ['1'] })).toEqual({ found, message: "The line has 1 of the header's 2 cells." });
    for (const cells of [
      ['code', 'a b'],
      [' code', 'a \t b '],
    ])
      expect(fault({ cells })).toEqual({ found, message: 'The line repeats the header.' });
  });

  test('a record of several lines swallows some where it does not fit the header', () => {
    const over = { cells: ['1', '2'], index: 5, endIndex: 7, invalid: false, open: false };
    expect(isSwallowing(over, 2)).toBe(false);
    expect(isSwallowing({ ...over, invalid: true }, 2)).toBe(true);
    expect(isSwallowing(over, 3)).toBe(true);
    expect(isSwallowing(over, 1)).toBe(true);
    expect(isSwallowing({ ...over, cells: ['1', '2', ''] }, 2)).toBe(false);
    expect(isSwallowing({ ...over, endIndex: 6, invalid: true }, 9)).toBe(false);
  });
});

describe('what of a file’s start must be seen', () => {
  const line = 'a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p\n';

  test('is all of a short file, and more than a part of one', () => {
    expect(csvHeadLength(bytesOf('a\nb'), true)).toBe(3);
    expect(csvHeadLength(bytesOf('a\nb'), false)).toBe(-1);
    expect(csvHeadLength(bytesOf('a\nb\n'), false)).toBe(-1);
    expect(csvHeadLength(bytesOf(''), true)).toBe(0);
  });

  test('is 179 lines and 4,096 bytes of a long one', () => {
    // Titles 30, lines that tell the separator 20, a record 128, and one more.
    expect(csvHeadLength(bytesOf(line.repeat(300)), false)).toBe(179 * 32);
    expect(csvHeadLength(bytesOf(line.repeat(179)), false)).toBe(179 * 32);
    expect(csvHeadLength(bytesOf(line.repeat(178)), false)).toBe(-1);
    expect(csvHeadLength(bytesOf('a,b\n'.repeat(2000)), false)).toBe(4096);
    expect(csvHeadLength(bytesOf('abcd\n'.repeat(2000)), false)).toBe(4100);
  });

  test('counts from the first line that surely holds text', () => {
    for (const blank of ['\n', ' ,;\t|"\n', '\u007f\n', 'é\n'])
      expect(csvHeadLength(bytesOf(blank.repeat(50) + line.repeat(300)), false)).toBe(
        bytesOf(blank.repeat(50)).length + 179 * 32,
      );
    for (const text of ['!\n', '~\n', '0\n', ',a\n'])
      expect(csvHeadLength(bytesOf(text + line.repeat(300)), false)).toBe(text.length + 178 * 32);
    // Blank lines below it count: 1 + 100 + 78 lines are enough, their 2,628 bytes are not, but 4,100 are.
    expect(csvHeadLength(bytesOf(line + '\n'.repeat(100) + line.repeat(300)), false)).toBe(4100);
  });
});

test.each([
  ['', 'The file is empty.'],
  [' \n\t\n', 'The file is empty.'],
  [' '.repeat(2000), 'The file is empty.'],
  [`${' '.repeat(2000)}a`, undefined],
  ['PK\u0003\u0004\0', 'This is an Excel workbook or ZIP file, not a CSV. Save it as CSV first.'],
  ['xPK\u0003\u0004', undefined],
  ['%PDF-1.7\0', 'This is a PDF, not a CSV.'],
  ['x%PDF-', undefined],
  ['a\0b', 'This is not plain text: it holds NUL characters. Save it as CSV in UTF-8.'],
  [`${'a'.repeat(1000)}\0`, undefined],
  ['\n<!DOCTYPE html>', 'This is a web page, not a CSV.'],
  ['<html lang="en">', 'This is a web page, not a CSV.'],
  ['<Head>', 'This is a web page, not a CSV.'],
  ['<body>', 'This is a web page, not a CSV.'],
  ['<!-- x -->', 'This is a web page, not a CSV.'],
  ['a<html>', undefined],
  ['<b>,c', undefined],
  ['<?XML version="1.0"?>', 'This is XML, not a CSV.'],
  ['a<?xml', undefined],
  ['{"a":1}', 'This is JSON, not a CSV.'],
  ['[\n  {', 'This is JSON, not a CSV.'],
  ['[[1]]', 'This is JSON, not a CSV.'],
  ['{', 'This is JSON, not a CSV.'],
  ['[1,2]', undefined],
  ['a{"', undefined],
  ['code,payer', undefined],
])('%j is told to be none: %s', (text, reason) => {
  expect(notCsv(text)).toBe(reason);
});

test('titles above a header are counted', () => {
  expect(csvNotes(1, 0)).toEqual([]);
  expect(csvNotes(5, 0)).toEqual([]);
  expect(csvNotes(2, 1)).toEqual(['The header is line 2; 1 line above it is not read.']);
  expect(csvNotes(4, 2)).toEqual(['The header is line 4; 2 lines above it are not read.']);
});
