import { describe, expect, test } from 'vitest';
import { CsvStream } from '../../src/data/csvStream.ts';
import { type CsvRow, openCsv, readCsv } from '../../src/data/readCsv.ts';

const words = { isHeader: (cells: readonly string[]) => cells[0] === 'code', mostLinesAbove: 3 };
const notClosed = 'A quote opened here is never closed. Close it or remove it.';

describe('the head of a CSV', () => {
  const headOf = (text: string, by?: typeof words) => {
    const { read: _, ...head } = openCsv(text, 'a.csv', by);
    return head;
  };

  test('is told whole: separator, headings, their line, where rows begin, what is wrong with them', () => {
    expect(headOf('\n code ;a;a;;b;b;b;\n1;2;3')).toEqual({
      delimiter: ';',
      header: ['code', 'a', 'a', '', 'b', 'b', 'b'],
      headerLine: 2,
      firstRowIndex: 2,
      headerProblems: ['a', 'b'].map((found) => ({
        file: 'a.csv',
        line: 2,
        column: found,
        found,
        message: 'Several columns have this heading; the first of them is used.',
        leftOut: false,
      })),
      linesAbove: 0,
    });
    expect(headOf('"co\nde",b\n1,2')).toMatchObject({
      header: ['co de', 'b'],
      headerLine: 1,
      firstRowIndex: 2,
    });
  });

  test('of a file that is none is nothing, with the reason and what stands first', () => {
    const refused = (line: number, found: string, message: string) => ({
      delimiter: ',',
      header: [],
      headerLine: 0,
      firstRowIndex: 0,
      headerProblems: [{ file: 'a.csv', line, column: '', found, message, leftOut: true }],
      linesAbove: 0,
    });
    expect(headOf('\n <html>\nx')).toEqual(refused(0, '<html>', 'This is a web page, not a CSV.'));
    expect(headOf(',,\n;"')).toEqual(refused(0, '', 'The file holds no text but separators.'));
    expect(headOf('\n\na,"b\nc')).toEqual(refused(3, 'a,"b', notClosed));
    const { problems, rowsPresent } = readCsv('a,"b\nc', 'a.csv');
    expect([problems.map(({ line }) => line), rowsPresent]).toEqual([[1], 0]);
  });

  test('is the first line its words know, among those at the top', () => {
    const told = (text: string) => {
      const { headerLine, linesAbove, delimiter, header } = headOf(text, words);
      return [headerLine, linesAbove, delimiter, header[0]];
    };
    expect(told('code,b\n1,2')).toEqual([1, 0, ',', 'code']);
    expect(told('Title, of 2026\n\n,,\ncode;b\n1;2')).toEqual([1, 0, ',', 'Title']);
    expect(told('Title, of 2026\n\ncode;b\n1;2')).toEqual([3, 1, ';', 'code']);
    expect(told('\n\nTitle\nMore\ncode,b')).toEqual([5, 2, ',', 'code']);
    // Three lines are looked at from the first that is not blank.
    expect(told('A\nB\nC\ncode,b')).toEqual([1, 0, ',', 'A']);
    // A line with an open quote is no header, though its words say so.
    expect(told('A\n"code,b\ncode,c\n1,2')).toEqual([3, 2, ',', 'code']);
    expect(told('A\nB')).toEqual([1, 0, ',', 'A']);
  });

  test('has its separator by the twenty lines from it on', () => {
    // Of two as many in the header, the one that most lines share: 19 below it are seen, and the 20th is not.
    const lines = (commas: number, bars: number) =>
      ['a,b|c', ...Array(commas).fill('1,2'), ...Array(bars).fill('1|2')].join('\n');
    expect(headOf(lines(9, 10)).delimiter).toBe('|');
    expect(headOf(lines(10, 9)).delimiter).toBe(',');
    expect(headOf(lines(10, 99)).delimiter).toBe(',');
  });
});

describe('rows', () => {
  const rowsOf = (text: string, most = 99) => {
    const { read } = openCsv(text, 'a.csv');
    const rows: CsvRow[] = [];
    const account = read((row) => rows.push(row) < most);
    return { rows, ...account };
  };

  test('are handed over until there is enough', () => {
    expect(rowsOf('a\n1\n2\n3', 2)).toEqual({
      rows: [
        { line: 2, cells: ['1'] },
        { line: 3, cells: ['2'] },
      ],
      problems: [],
      rowsPresent: 2,
    });
  });

  test('that cannot be used are problems in their order, with the heading’s before them', () => {
    const problem = (line: number, found: string, message: string) => ({
      file: 'a.csv',
      line,
      column: '',
      found,
      message,
      leftOut: true,
    });
    expect(rowsOf(`a,a\n1\n1,2,3\n${' '.repeat(1000)}\na,a\n1,"x"y"\n1,\0\n"\n5,6`).problems).toEqual([
      {
        file: 'a.csv',
        line: 1,
        column: 'a',
        found: 'a',
        message: 'Several columns have this heading; the first of them is used.',
        leftOut: false,
      },
      problem(2, '1', "The line has 1 of the header's 2 cells."),
      problem(3, '1,2,3', 'The line has 3 cells, the header 2. Quote cells that hold the separator.'),
      problem(5, 'a,a', 'The line repeats the header.'),
      problem(
        6,
        '1,"x"y"',
        'A quoted cell holds a quote that is not doubled; write "" for a quote inside quotes.',
      ),
      problem(7, '1,␀', 'The line holds a NUL character; it may be damaged.'),
      problem(8, '"', notClosed),
    ]);
  });

  test('whose quote runs over many lines are one of 128 lines, and none of 129', () => {
    const over = (lines: number) => rowsOf(`a,b\n1,"x${'\n'.repeat(lines - 1)}y"\n3,4`);
    const whole = over(128);
    expect(whole.problems).toEqual([]);
    expect(whole.rows.map(({ line }) => line)).toEqual([2, 130]);
    const broken = over(129);
    expect(broken.problems.map(({ line, message }) => [line, message])).toEqual([
      [2, notClosed],
      [130, "The line has 1 of the header's 2 cells."],
    ]);
    expect(broken.rows.map(({ line }) => line)).toEqual([131]);
  });

  test('are told as a share of the lines, in steps that grow', () => {
    const seen: number[] = [];
    readCsv(`a\n${'1\n'.repeat(1023)}`, 'a.csv', (fraction) => seen.push(fraction * 1025));
    // 128 lines, then twice as many each time.
    expect(seen.map(Math.round)).toEqual([128, 384, 896, 1025]);
  });
});

describe('a CSV that comes in pieces', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const all = { block: () => true, row: () => true };

  test('has problems up to the most that are listed, and counts the others', () => {
    const stream = new CsvStream('a.csv', () => all, undefined, 2);
    const account = stream.end(bytesOf('a,b\n1\n2\n3\n4,5\n'));
    expect(account).toMatchObject({ rowsPresent: 4, unlisted: 1, problems: [{ line: 2 }, { line: 3 }] });
    expect(new CsvStream('a.csv', () => all, undefined, 3).end(bytesOf('a,b\n1\n2\n3\n'))).not.toHaveProperty(
      'unlisted',
    );
  });

  test('that is none is refused once, and nothing more is read', () => {
    let heads = 0;
    const stream = new CsvStream('a.csv', () => {
      heads += 1;
      return all;
    });
    stream.write(bytesOf(`<html>${'x'.repeat(9000)}\n${'y\n'.repeat(300)}`));
    expect([stream.isOver, heads]).toEqual([true, 0]);
    stream.write(bytesOf('a,b\n1,2\n'));
    expect(stream.end(bytesOf('more'))).toMatchObject({
      rowsPresent: 0,
      problems: [{ line: 0, message: 'This is a web page, not a CSV.', leftOut: true }],
    });
  });

  test('of nothing is an empty file', () => {
    expect(new CsvStream('a.csv', () => all).end()).toMatchObject({
      rowsPresent: 0,
      problems: [{ message: 'The file is empty.' }],
    });
  });

  test('whose line is longer than 64 MB is no table', () => {
    const stream = new CsvStream('a.csv', () => all);
    const piece = new Uint8Array(32_000_000).fill(0x61);
    stream.write(piece);
    stream.write(piece);
    expect(stream.isOver).toBe(false);
    stream.write(piece.subarray(0, 1));
    expect(stream.isOver).toBe(true);
    expect(stream.end()).toEqual({
      problems: [
        {
          file: 'a.csv',
          line: 1,
          column: '',
          found: '',
          message: 'A line here is longer than 64 MB: this is no table, and nothing below it is read.',
          leftOut: true,
        },
      ],
      rowsPresent: 1,
    });
  });

  test('hands odd rows over one by one, until there is enough', () => {
    const rows: CsvRow[] = [];
    const stream = new CsvStream('a.csv', () => ({ block: () => true, row: (row) => rows.push(row) < 2 }));
    stream.end(bytesOf('a,b\n"1\n",2\n"x""y",3\n"z""",4\n'));
    expect(rows).toEqual([
      { line: 2, cells: ['1\n', '2'] },
      { line: 4, cells: ['x"y', '3'] },
    ]);
    expect(stream.isOver).toBe(true);
  });
});
