import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvStream } from '../../src/data/csvStream.ts';
import { isHeader, mostLinesAbove } from '../../src/data/ownRatesColumns.ts';
import { type CsvFile, type HeaderWords, openCsv, readCsv } from '../../src/data/readCsv.ts';
import { streamedCsv } from '../support/streamedCsv.ts';

const words: HeaderWords = { isHeader, mostLinesAbove };

/** As `readCsv`, with the header found by its words. */
function readWithWords(text: string, file: string): CsvFile {
  const { delimiter, header, headerLine, read } = openCsv(text, file, words);
  const rows: CsvFile['rows'][number][] = [];
  const rest = read((row) => rows.push(row) > 0);
  return { delimiter, header, headerLine, rows, ...rest };
}

/** What the two readers make of a file, with the header taken as it comes and found by its words. */
function bothReadings(bytes: Uint8Array, pieceSizes: readonly number[], file = 'a.csv') {
  const text = new TextDecoder().decode(bytes);
  const { plainRows, ...streamed } = streamedCsv(bytes, file, pieceSizes);
  const { plainRows: _, ...byWords } = streamedCsv(bytes, file, pieceSizes, words);
  return {
    plainRows,
    streamed: [streamed, byWords],
    parsed: [readCsv(text, file), readWithWords(text, file)],
  };
}

const encode = (text: string) => new TextEncoder().encode(text);

describe('the same rows and problems as PapaParse', () => {
  const roots = [new URL('../../public/data/', import.meta.url), new URL('../fixtures/', import.meta.url)];
  const files = roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(csv|txt)$/i.test(name))
      .map((name) => new URL(name.replaceAll('\\', '/'), root)),
  );

  test('of every CSV of the release and of the fixtures, whole and in pieces', () => {
    expect(files.length).toBeGreaterThan(700);
    let plainRows = 0;
    let rows = 0;
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(file));
      const name = file.pathname.split('/').at(-1) ?? '';
      const whole = bothReadings(bytes, [], name);
      // As text: comparing a hundred thousand rows one by one takes minutes.
      const expected = JSON.stringify(whole.parsed);
      expect(JSON.stringify(whole.streamed)).toBe(expected);
      expect(JSON.stringify(streamedCsv(bytes, name, [4099], words).rows)).toBe(
        JSON.stringify(whole.parsed[1]?.rows),
      );
      plainRows += whole.plainRows;
      rows += whole.parsed[0]?.rows.length ?? 0;
    }
    // What is proved here must not be that PapaParse equals itself.
    expect(plainRows / rows).toBeGreaterThan(0.99);
  });

  // The cases of csv-spectrum, https://github.com/max-mapper/csv-spectrum, in our own words.
  test.each([
    ['a comma in quotes', 'first,last,address\nJohn,Doe,"120 any st., Anytown, WW"\n'],
    ['empty cells', 'a,b,c\n1,"",""\n2,3,4\n'],
    ['empty cells and CRLF', 'a,b,c\r\n1,"",""\r\n2,3,4\r\n'],
    ['doubled quotes', 'a,b\n1,"ha ""ha"" ha"\n3,4\n'],
    ['JSON in a cell', 'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n'],
    ['line breaks in cells', 'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n'],
    ['line breaks in cells and CRLF', 'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n'],
    ['quotes and line breaks', 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n'],
    ['plain', 'a,b,c\n1,2,3\n'],
    ['plain and CRLF', 'a,b,c\r\n1,2,3\r\n'],
    ['letters beyond ASCII', 'a,b,c\n1,2,3\n4,5,ʤ\n🦷,é,ü\n'],
    ['lone CRs', 'a,b,c\r1,2,3\r\r4,5,6'],
    ['LF CR', 'a,b\n\r1,2\n\r3,4\n\r'],
    ['byte order mark', '\uFEFFa,b\n1,2\n\uFEFF3,4\n'],
    ['blank lines and blank cells', 'a,b,c\n\n,,\n  ,\t,\n"","",""\n1,,\n,,3\n\u00a0,,\n'],
    ['extra cells', 'a,b,c,,\n1,2,3,,\n1,2,3,4,\n1,2,3, , \n1,2,3,"",\n1,2\n'],
    [
      'headings again',
      'code,"a b",c\n1,2,3\ncode,a b,c\n code , a  b , c \n"code","a\u00a0b","c"\ncode,a b,d\n',
    ],
    ['a blank heading first', ',b\n1,2\n,b\n ,b\n"",b\n,c\n'],
    ['quotes inside cells', 'a,b\n5" pipe,1\n"5"" pipe",2\n"5" pipe",3\n"x" ,4\n"x"y"z",5\n"x"  \n6,7\n'],
    ['spaces behind a closing quote at the end', 'a,b\n1,"x" '],
    ['an open quote', 'a,b\n1,"x\n2,y\n3,z\n'],
    ['an open quote at the end', 'a,b\n1,2\n1,"'],
    ['a NUL', 'a,b\n1,2\n1,\0\n"1\0",3\n"\n\0",4\n'],
    ['semicolons', 'a;b\n1,5;2\n"x;y";3\n'],
    ['tabs', 'a\tb\n1\t2\n\t\n \t3\n'],
    ['bars', 'a|b\n1|2\n'],
    ['one column', 'a\n1\n\n"2"\n'],
    ['titles above', 'Rates of 2026,,\n\ncode,payer,rate\n97110,Aetna,1\n'],
    ['no row', 'a,b'],
    ['nothing', ''],
    ['nothing but separators', ',,\n;;\n'],
    ['a web page', '<!doctype html>\n<p>no'],
  ])('of a file with %s', (_name, text) => {
    for (const sizes of [[], [1], [2, 3], [7]]) {
      const { streamed, parsed } = bothReadings(encode(text), sizes);
      expect(streamed).toEqual(parsed);
    }
  });

  test('of records over more lines than a record may have, at any place of the file', () => {
    for (const above of [0, 1, 127, 128, 129, 300]) {
      for (const breaks of [126, 127, 128, 200]) {
        for (const end of ['"\n', '" \n', '" ,x\n', '"']) {
          const text = `a,b\n${'1,2\n'.repeat(above)}1,"x${'\n'.repeat(breaks)}${end}3,4\n5,6`;
          const whole = bothReadings(encode(text), []);
          expect(whole.streamed).toEqual(whole.parsed);
          const pieces = bothReadings(encode(text.replaceAll('\n', '\r\n')), [50]);
          expect(pieces.streamed).toEqual(pieces.parsed);
        }
      }
    }
  });

  const odd = fc.constantFrom(
    ',',
    ',',
    ',',
    '"',
    '"',
    '""',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\0',
    ' ',
    '\t',
    ';',
    '|',
    'a',
    'b',
    'a,b\n',
    '1',
    '36.50',
    'é',
    '\u00a0',
    '\uFEFF',
    '\u2028',
    '$',
    '!',
  );
  const sizes = fc.oneof(
    fc.constant([]),
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
  );

  test('of any text of odd quotes, NULs, lone CRs, ragged rows and blank lines', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a,b\n', 'a,b\r\n', '"a",b\n', 'a;b\n', '\uFEFFa,b\n', 'code,payer,rate\n', ''),
        fc.array(odd, { maxLength: 80 }),
        sizes,
        (head, parts, pieceSizes) => {
          const { streamed, parsed } = bothReadings(encode(head + parts.join('')), pieceSizes);
          expect(streamed).toEqual(parsed);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('of any bytes, UTF-8 or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), sizes, (bytes, pieceSizes) => {
        const start = encode('a,b\nx,y\n');
        const whole = new Uint8Array(start.length + bytes.length);
        whole.set(start);
        whole.set(bytes, start.length);
        const { streamed, parsed } = bothReadings(whole, pieceSizes);
        expect(streamed).toEqual(parsed);
      }),
      { numRuns: 500 },
    );
  });

  test('of rows of many lines, plain and odd by turns', () => {
    const line = fc.constantFrom(
      '1,2\n',
      '1,2\n',
      '"1","2"\n',
      '"1\n",2\n',
      '"1\n2\n',
      '1,"2""3"\n',
      ',\n',
      '\n',
      '1,2,\n',
      '1\n',
      'a,b\n',
      '1,"2" \n',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 600, size: 'max' }), sizes, (lines, pieceSizes) => {
        const { streamed, parsed } = bothReadings(encode(`a,b\n${lines.join('')}`), pieceSizes);
        expect(streamed).toEqual(parsed);
      }),
      { numRuns: 200 },
    );
  });
});

test('a sink that has had enough is handed nothing more', () => {
  let blocks = 0;
  const stream = new CsvStream('a.csv', () => ({
    block() {
      blocks += 1;
      return false;
    },
    row: () => true,
  }));
  stream.end(encode(`a,b\n${'1,2\n'.repeat(100_000)}`));
  expect([blocks, stream.isOver]).toEqual([1, true]);
});

test('a line without an end does not fill the memory', () => {
  const stream = new CsvStream('a.csv', () => ({ block: () => true, row: () => true }));
  stream.write(encode(`a,b\n${'1,2\n'.repeat(5000)}`));
  const piece = new Uint8Array(8_000_000).fill(0x61);
  for (let count = 0; count < 9; count++) stream.write(piece);
  expect(stream.isOver).toBe(true);
  expect(stream.end()).toMatchObject({ rowsPresent: 5001, problems: [{ line: 5002, leftOut: true }] });
});
