import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/data/readCsv.ts';

const head = 'code,payer,rate';

function linesAndCells(text: string) {
  return readCsv(text, 'a.csv').rows.map((row) => [row.line, ...row.cells]);
}

function problemLines(text: string) {
  return readCsv(text, 'a.csv').problems.map((problem) => [problem.line, problem.leftOut, problem.message]);
}

describe('lines, as a text editor counts them', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s', (_name, eol) => {
    const text = [head, '97110,Aetna,36.50', '', ',,', '97112,Cigna,40'].join(eol);
    expect(linesAndCells(text)).toEqual([
      [2, '97110', 'Aetna', '36.50'],
      [5, '97112', 'Cigna', '40'],
    ]);
  });

  test('line breaks inside quotes count, whatever the file ends its other lines with', () => {
    const text = `${head}\r\n97110,"Aetna\r\nBetter\rHealth",1\n97112,Cigna,2\n`;
    expect(linesAndCells(text)).toEqual([
      [2, '97110', 'Aetna\nBetter\nHealth', '1'],
      [5, '97112', 'Cigna', '2'],
    ]);
  });

  test('blank lines above the header count too', () => {
    const file = readCsv(`\n\n${head}\n97110,Aetna,1`, 'a.csv');
    expect(file.headerLine).toBe(3);
    expect(file.rows.map((row) => row.line)).toEqual([4]);
  });

  test('a byte order mark on top is dropped; one further down stays text and moves nothing', () => {
    const body = '\uFEFF97110,"A",1\n'.repeat(300);
    const file = readCsv(`\uFEFF${head}\n${body}`, 'a.csv');
    expect(file.header[0]).toBe('code');
    expect(file.rows.map((row) => row.line)).toEqual(Array.from({ length: 300 }, (_, i) => i + 2));
    expect(file.rows[299]?.cells).toEqual(['\uFEFF97110', 'A', '1']);
  });
});

describe('separator', () => {
  test.each([
    [',', ','],
    [';', ';'],
    ['tab', '\t'],
    ['|', '|'],
  ])('%s', (_name, delimiter) => {
    const text = ['code,payer,rate', '97110,Aetna,1'].join('\n').replaceAll(',', delimiter);
    expect(readCsv(text, 'a.csv').delimiter).toBe(delimiter);
    expect(linesAndCells(text)).toEqual([[2, '97110', 'Aetna', '1']]);
  });

  test('a semicolon file with decimal commas is not taken for a comma file', () => {
    expect(linesAndCells('code;payer;rate, USD\n97110;Aetna;36,50')).toEqual([
      [2, '97110', 'Aetna', '36,50'],
    ]);
  });

  test('bars inside cells are not separators', () => {
    expect(linesAndCells('code,modifier|s,rate\n97110,GP|CQ,1')).toEqual([[2, '97110', 'GP|CQ', '1']]);
  });
});

describe('headings', () => {
  test('are trimmed; empty ones at the end are ignored', () => {
    const file = readCsv(' code ,payer , rate,,\n97110,Aetna,1,,', 'a.csv');
    expect(file.header).toEqual(['code', 'payer', 'rate']);
    expect(file.rows).toEqual([{ line: 2, cells: ['97110', 'Aetna', '1'] }]);
  });

  test('may hold a line break in quotes', () => {
    const file = readCsv('code,"payer\nname",rate,,\n97110,Aetna,1,,', 'a.csv');
    expect(file.header).toEqual(['code', 'payer name', 'rate']);
    expect(file.rows).toEqual([{ line: 3, cells: ['97110', 'Aetna', '1'] }]);
  });

  test('twice the same is a problem, but no row is lost', () => {
    expect(problemLines('code,rate,rate\n97110,1,2')).toEqual([
      [1, false, 'Several columns have this heading; the first of them is used.'],
    ]);
    expect(linesAndCells('code,rate,rate\n97110,1,2')).toHaveLength(1);
  });
});

describe('rows that do not fit', () => {
  test('short, long and repeated-header rows are left out by name', () => {
    const text = [head, '97110,Aetna', '97110,Aetna,1,234.00', head, '97112,Cigna,2,,', '97112,Cigna,3'].join(
      '\n',
    );
    expect(linesAndCells(text)).toEqual([
      [5, '97112', 'Cigna', '2'],
      [6, '97112', 'Cigna', '3'],
    ]);
    expect(problemLines(text)).toEqual([
      [2, true, "The line has 2 of the header's 3 cells."],
      [3, true, 'The line has 4 cells, the header 3. Quote cells that hold the separator.'],
      [4, true, 'The line repeats the header.'],
    ]);
  });

  test('a quote that is never closed costs its own line only', () => {
    const body = Array.from({ length: 500 }, (_, i) => `97110,"Payer, ${i}",${i}`);
    body[100] = '97110,"Aetna,36.50';
    const file = readCsv([head, ...body].join('\n'), 'a.csv');
    expect(file.problems).toEqual([
      {
        file: 'a.csv',
        line: 102,
        column: '',
        found: '97110,"Aetna,36.50',
        message: 'A quote opened here is never closed. Close it or remove it.',
        leftOut: true,
      },
    ]);
    expect(file.rows).toHaveLength(499);
    expect(file.rows[100]).toEqual({ line: 103, cells: ['97110', 'Payer, 101', '101'] });
  });

  test('so does one on the last line, and one before lines without any quote', () => {
    expect(problemLines(`${head}\n97110,A,1\n97110,"B,2`).map(([line]) => line)).toEqual([3]);
    expect(linesAndCells(`${head}\n97110,"B,2\n97110,A,1\n97112,A,1`).map(([line]) => line)).toEqual([3, 4]);
  });

  test('a quote inside a quoted cell is named as such', () => {
    const file = readCsv(`${head}\n97110,"The "Best" Plan",1\n97110,"The ""Best"" Plan",1`, 'a.csv');
    expect(file.problems.map((problem) => problem.line)).toEqual([2]);
    expect(file.problems[0]?.message).toContain('not doubled');
    expect(file.rows).toEqual([{ line: 3, cells: ['97110', 'The "Best" Plan', '1'] }]);
  });

  test('a damaged line with a NUL is left out', () => {
    const text = `${head}\n${'97110,Aetna,1\n'.repeat(100)}97110,Ae\0tna,1`;
    expect(problemLines(text)).toEqual([[102, true, 'The line holds a NUL character; it may be damaged.']]);
  });

  test('what is quoted from the file is cut to 80 characters', () => {
    const [problem] = readCsv(`${head}\n${'x'.repeat(500)}`, 'a.csv').problems;
    expect(problem?.found).toHaveLength(80);
  });
});

describe('what is no CSV is said to be none', () => {
  test.each([
    ['', 'The file is empty.'],
    ['\uFEFF \n\n', 'The file is empty.'],
    ['<!DOCTYPE html>\n<html><body>404</body></html>', 'This is a web page, not a CSV.'],
    ['\n <HTML>', 'This is a web page, not a CSV.'],
    ['[{"code":"97110"}]', 'This is JSON, not a CSV.'],
    ['PK\u0003\u0004\0\0', 'This is an Excel workbook or ZIP file, not a CSV. Save it as CSV first.'],
    ['c\0o\0d\0e\0', 'This is not plain text: it holds NUL characters. Save it as CSV in UTF-8.'],
    [',,,\n;;', 'The file holds no text but separators.'],
  ])('%j', (text, message) => {
    const file = readCsv(text, 'a.csv');
    expect(file.rows).toEqual([]);
    expect(file.problems.map((problem) => problem.message)).toEqual([message]);
  });

  test('a header with an open quote', () => {
    expect(problemLines('code,"payer,rate\n97110,Aetna,1')).toEqual([
      [1, true, 'A quote opened here is never closed. Close it or remove it.'],
    ]);
  });
});

describe('properties', () => {
  const piece = fc.constantFrom(
    '97110',
    'Aetna',
    '1',
    ',',
    ',',
    ',',
    '"',
    '""',
    '\n',
    '\n',
    '\r\n',
    '\r',
    ' ',
    'é',
  );
  const body = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));

  test('no text throws, and rows read + left out = rows present', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), body), (text) => {
        const file = readCsv(text, 'a.csv');
        const leftOut = file.problems.filter((problem) => problem.leftOut && file.headerLine > 0);
        expect(file.rows.length + leftOut.length).toBe(file.rowsPresent);
      }),
      { numRuns: 500 },
    );
  });

  test('every non-blank line under the header is in a row or in a problem', () => {
    fc.assert(
      fc.property(body, (text) => {
        const whole = `${head}\n${text}`;
        const file = readCsv(whole, 'a.csv');
        const accounted = new Set(file.problems.map((problem) => problem.line));
        for (const row of file.rows) {
          const breaks = row.cells.join('').split('\n').length - 1;
          for (let line = row.line; line <= row.line + breaks; line++) accounted.add(line);
        }
        const missed = whole
          .split(/\r\n|\r|\n/)
          .map((content, i) => ({ line: i + 1, content }))
          .filter(({ line, content }) => line > 1 && !/^[\s,"]*$/.test(content) && !accounted.has(line));
        expect(missed).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('cells written with quotes where needed come back as they were', () => {
    const cell = fc.string().map((text) => text.replace(/[\0\r]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }), (table) => {
        const quoted = table.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const read = readCsv([head, ...quoted].join('\n'), 'a.csv').rows.map((row) => row.cells);
        expect(read).toEqual(table.filter((cells) => cells.some((text) => text.trim() !== '')));
      }),
    );
  });
});

describe('speed and progress', () => {
  test.each([
    ['rows', '97110,"Blue Cross, Blue Shield",36.50\n', 20_000],
    ['open quotes', '97110,"Aetna,1\n', 2500],
  ])('eight times the %s take some eight times as long', (_, line, least) => {
    const timeOf = (count: number) => {
      const text = `${head}\n${line.repeat(count)}`;
      const start = performance.now();
      const { rows, problems } = readCsv(text, 'a.csv');
      const time = performance.now() - start;
      expect(rows.length + problems.length).toBe(count);
      return time;
    };
    // By turns, and the least of each, so that a machine slow for a second counts for neither. What is guarded against
    // is reading to the end once per open quote: 64 times as long.
    const times = Array.from({ length: 3 }, () => [timeOf(least), timeOf(8 * least)] as const);
    const [few, many] = [
      Math.min(...times.map(([time]) => time)),
      Math.min(...times.map(([, time]) => time)),
    ];
    expect(many / few).toBeLessThan(30);
  });

  test('progress rises to 1', () => {
    const seen: number[] = [];
    readCsv(`${head}\n${'97110,Aetna,1\n'.repeat(50_000)}`, 'a.csv', (fraction) => seen.push(fraction));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });
});
