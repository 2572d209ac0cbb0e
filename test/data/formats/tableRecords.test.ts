import { describe, expect, test } from 'vitest';
import { firstRecords } from '../../../src/data/formats/firstRecords.ts';
import { TableRecords } from '../../../src/data/formats/tableRecords.ts';
import { TextBytes } from '../../../src/data/formats/textBytes.ts';
import { TextLines } from '../../../src/data/formats/textLines.ts';
import { piecesOf } from '../../support/pieces.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** What a reader of bytes finds in them, the same whole, byte by byte and cut in each place. */
function anyhowCut<Found>(bytes: Uint8Array, read: (pieces: readonly Uint8Array[]) => Found): Found {
  const found = read([bytes]);
  const places = Array.from({ length: Math.min(bytes.length, 60) }, (_, at) => at);
  for (const cuts of [places, ...places.map((at) => [at])])
    expect(read(piecesOf(bytes, cuts))).toEqual(found);
  return found;
}

function lines(bytes: Uint8Array | string) {
  return anyhowCut(typeof bytes === 'string' ? bytesOf(bytes) : bytes, (pieces) => {
    const found: unknown[] = [];
    const cutter = new TextLines((...line) => found.push(line));
    for (const piece of pieces) cutter.write(piece);
    cutter.end();
    return found;
  });
}

describe('lines of a text', () => {
  test('end in CR LF, LF or CR; the last may have no end', () => {
    expect(lines('')).toEqual([]);
    expect(lines('a')).toEqual([['a', 1, false]]);
    expect(lines('a\n')).toEqual([['a', 1, true]]);
    expect(lines('a\r\nb\rc\n\n\r\r\n\n\rd')).toEqual([
      ['a', 1, true],
      ['b', 2, true],
      ['c', 3, true],
      ['', 4, true],
      ['', 5, true],
      ['', 6, true],
      ['', 7, true],
      ['', 8, true],
      ['d', 9, false],
    ]);
  });

  test('are UTF-8 or Windows-1252, each by itself', () => {
    expect(lines(latin('Ã©\n\u0096 é\nÃ©'))).toEqual([
      ['é', 1, true],
      ['– é', 2, true],
      ['é', 3, false],
    ]);
    // A mark in the middle of a file is a sign like others.
    expect(lines('\uFEFFa\n')).toEqual([['\uFEFFa', 1, true]]);
  });

  test('longer than 65,536 bytes are cut to that, whole or in pieces', () => {
    for (const length of [65_535, 65_536, 65_537, 200_000]) {
      const bytes = bytesOf(`${'x'.repeat(length)}y\nb\n${'z'.repeat(length)}`);
      const found: (string | boolean | number)[] = [];
      for (const cuts of [[], [3], [65_536], [length, length + 1], [70_000, 140_000]]) {
        found.length = 0;
        const cutter = new TextLines((text, at, isEnded) => found.push(text, at, isEnded));
        for (const piece of piecesOf(bytes, cuts)) cutter.write(piece);
        cutter.end();
        const most = Math.min(length, 65_536);
        const first = length < 65_536 ? `${'x'.repeat(length)}y` : 'x'.repeat(65_536);
        expect(found).toEqual([first, 1, true, 'b', 2, true, 'z'.repeat(most), 3, false]);
      }
    }
  });
});

describe('bytes of a text', () => {
  function texts(bytes: Uint8Array) {
    return anyhowCut(bytes, (pieces) => {
      let found = '';
      const text = new TextBytes((piece) => {
        found += String.fromCharCode(...piece);
      });
      for (const piece of pieces) text.write(piece);
      text.end();
      return [found, text.encoding];
    });
  }

  test.each<[string, Uint8Array, string, string]>([
    ['nothing', latin(''), '', ''],
    ['a mark alone', latin('\u00ef\u00bb\u00bf'), '', ''],
    ['UTF-8 with a mark', latin('\u00ef\u00bb\u00bfa\u00c3\u00a9'), 'a\u00c3\u00a9', ''],
    ['a part of a mark', latin('\u00ef\u00bba'), '\u00ef\u00bba', ''],
    ['another start of three bytes', latin('\u00ef\u00bb\u00bea'), '\u00ef\u00bb\u00bea', ''],
    ['a mark behind the start', latin('a\u00ef\u00bb\u00bf'), 'a\u00ef\u00bb\u00bf', ''],
    ['Windows-1252, as it is', latin('\u00e9\u0096'), '\u00e9\u0096', ''],
    ['UTF-16, little end first', latin('\u00ff\u00fea\0\u00e9\0'), 'a\u00c3\u00a9', 'UTF-16'],
    ['UTF-16, big end first', latin('\u00fe\u00ff\0a\0\u00e9'), 'a\u00c3\u00a9', 'UTF-16'],
    ['UTF-16 without a mark', latin('a\0b\0c\0d\0e\0'), 'abcde', 'UTF-16'],
    ['UTF-16 cut in a sign', latin('\u00ff\u00fea\0b'), 'a\u00ef\u00bf\u00bd', 'UTF-16'],
  ])('of %s', (_, bytes, text, encoding) => {
    expect(texts(bytes)).toEqual([text, encoding]);
  });

  test('past the first 4,096 come as they are written', () => {
    const bytes = new Uint8Array(5000).fill(0x61);
    for (const cuts of [[], [1], [4095], [4096], [4097]]) {
      const pieces: number[] = [];
      const text = new TextBytes((piece) => pieces.push(piece.length));
      for (const piece of piecesOf(bytes, cuts)) text.write(piece);
      text.end();
      expect(pieces.reduce((sum, length) => sum + length, 0)).toBe(5000);
    }
  });
});

describe('records of a table', () => {
  const separatorOf = (line: string) =>
    line.startsWith('fixed') ? '' : line.startsWith('bar') ? '|' : line.startsWith('semi') ? ';' : undefined;

  function records(text: string) {
    return anyhowCut(bytesOf(text), (pieces) => {
      const found: unknown[] = [];
      const table = new TableRecords(separatorOf, ({ cells, at, isFixedWidth, isOpen, isEnded }) =>
        found.push([at, isFixedWidth ? 'fixed' : isOpen ? 'open' : isEnded ? '' : 'not ended', ...cells]),
      );
      for (const piece of pieces) table.write(piece);
      table.end();
      return found;
    });
  }

  test('are of the separator that the first line tells that knows it, trimmed, quotes taken off', () => {
    expect(records('a,b\nbar| "x" |"c|d"\nsemi;e\n')).toEqual([
      [1, '', 'a,b'],
      [2, '', 'bar', '"x"', 'c|d'],
      [3, '', 'semi;e'],
    ]);
    expect(records('\uFEFFsemi;b\nbar|c')).toEqual([
      [1, '', 'semi', 'b'],
      [2, 'not ended', 'bar|c'],
    ]);
  });

  test('are of commas where none does, and of fixed width are whole lines', () => {
    expect(records('a, b ,"c,d"\n\n')).toEqual([
      [1, '', 'a', 'b', 'c,d'],
      [2, '', ''],
    ]);
    expect(records('')).toEqual([]);
    expect(records('a,b')).toEqual([[1, 'not ended', 'a', 'b']]);
    expect(records('a,b\r')).toEqual([[1, '', 'a', 'b']]);
    expect(records('title, x\nfixed  1 , "2" \n\nend')).toEqual([
      [1, 'fixed', 'title, x'],
      [2, 'fixed', 'fixed  1 , "2" '],
      [3, 'fixed', ''],
      [4, 'fixed', 'end'],
    ]);
  });

  test('with a quote that is never closed have the cells of that line', () => {
    expect(records('a,b\n"c ,d\ne,f\n')).toEqual([
      [1, '', 'a', 'b'],
      [2, 'open', '"c', 'd'],
      [3, '', 'e', 'f'],
    ]);
  });

  test('have 256 cells at most, and one as long as no table’s is open', () => {
    const [row] = records(`${'x,'.repeat(300)}\n`) as [readonly unknown[]];
    expect(row.length).toBe(2 + 256);
    const found: boolean[] = [];
    const table = new TableRecords(separatorOf, ({ isOpen }) => found.push(isOpen));
    table.write(bytesOf(`a,b\n${'x'.repeat((1 << 24) + 1)}`));
    table.end();
    expect(found).toEqual([false, true]);
  });

  test('tell an end of the file in fixed width too', () => {
    const ends: boolean[] = [];
    for (const text of ['fixed\nx', 'fixed\nx\n']) {
      const table = new TableRecords(separatorOf, ({ at, isEnded }) => at === 2 && ends.push(isEnded));
      table.write(bytesOf(text));
      table.end();
    }
    expect(ends).toEqual([false, true]);
  });

  test('have a separator by what stands in the first 65,536 bytes, however they come', () => {
    for (const [before, expected] of [
      [65_530, ['bar', 'x']],
      [65_536, ['bar|x']],
    ] as const)
      for (const cuts of [[], [10], [65_536], [65_535], Array.from({ length: 40 }, (_, at) => at * 2000)]) {
        let last: readonly string[] = [];
        const table = new TableRecords(separatorOf, ({ cells }) => {
          last = cells;
        });
        const bytes = bytesOf(`${'t\n'.repeat(before / 2)}bar|x\n`);
        for (const piece of piecesOf(bytes, cuts)) table.write(piece);
        table.end();
        expect(last).toEqual(expected);
      }
  });
});

test('the first good records of a CSV are text, as many as are asked for of those that stand there', () => {
  const text = '\uFEFFa;b\n"x "y" z";1\n\n"c\n d;"e;f"';
  expect(firstRecords(bytesOf(text), 9)).toEqual([['a', 'b'], [''], [' d', 'e;f']]);
  // The second is no good one, and counts.
  expect(firstRecords(bytesOf(text), 3)).toEqual([['a', 'b'], ['']]);
  expect(firstRecords(bytesOf(text), 1)).toEqual([['a', 'b']]);
  expect(firstRecords(bytesOf(''), 9)).toEqual([]);
});
