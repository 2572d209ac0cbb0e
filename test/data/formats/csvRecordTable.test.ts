import { describe, expect, test } from 'vitest';
import { CsvRecords } from '../../../src/data/formats/csvRecords.ts';
import { piecesOf } from '../../support/pieces.ts';

interface Splitting {
  readonly delimiter?: string | ((firstLine: string) => string);
  readonly width?: number;
}

/** Each record as its line, its fault or whether it is cut, and its cells; of one without cells what a problem quotes. */
function inPieces(bytes: Uint8Array, { delimiter = ',', width }: Splitting, cuts: readonly number[]) {
  const found: (readonly (string | number)[])[] = [];
  const csv = new CsvRecords(delimiter, (record) => {
    const cells = Array.from({ length: record.length }, (_, at) => record.text(at));
    const fault = record.fault === '' && record.isCut ? 'cut' : record.fault;
    found.push([record.line, fault, ...(cells.length > 0 ? cells : [`“${record.excerpt()}”`])]);
  });
  csv.width = width;
  for (const piece of piecesOf(bytes, cuts)) csv.write(piece);
  csv.end();
  return found;
}

/** The same whole, byte by byte and cut in each place. */
function records(text: string, how: Splitting = {}) {
  const bytes = new TextEncoder().encode(text);
  const found = inPieces(bytes, how, []);
  const places = Array.from(bytes, (_, at) => at);
  for (const cuts of [places, ...places.map((at) => [at])]) expect(inPieces(bytes, how, cuts)).toEqual(found);
  return found;
}

test.each<[string, readonly unknown[]]>([
  ['', []],
  ['a', [[1, 'cut', 'a']]],
  ['a,b', [[1, 'cut', 'a', 'b']]],
  ['a,b\n', [[1, '', 'a', 'b']]],
  ['a,\n', [[1, '', 'a', '']]],
  [',', [[1, 'cut', '', '']]],
  ['\n', [[1, '', '']]],
  ['\r', [[1, '', '']]],
  [
    '\n\r\n\r\ra',
    [
      [1, '', ''],
      [2, '', ''],
      [3, '', ''],
      [4, '', ''],
      [5, 'cut', 'a'],
    ],
  ],
  [
    'a\rb\nc\r\nd',
    [
      [1, '', 'a'],
      [2, '', 'b'],
      [3, '', 'c'],
      [4, 'cut', 'd'],
    ],
  ],
  ['"a"', [[1, 'cut', 'a']]],
  ['"a",b\n', [[1, '', 'a', 'b']]],
  [
    '"a"\r\nb\r\n',
    [
      [1, '', 'a'],
      [2, '', 'b'],
    ],
  ],
  [
    '"a"\rb\r',
    [
      [1, '', 'a'],
      [2, '', 'b'],
    ],
  ],
  ['"",""\n', [[1, '', '', '']]],
  ['"a,b"," c "\n', [[1, '', 'a,b', ' c ']]],
  ['"a""b","""","c"""\n', [[1, '', 'a"b', '"', 'c"']]],
  ['a"b,c""d\n', [[1, '', 'a"b', 'c""d']]],
  [' "a",b\n', [[1, '', ' "a"', 'b']]],
  // Blanks may stand between the closing quote and the separator or the end of the line.
  [
    '"a" ,"b"\t\u000B\u000C\n"c" \r\n"d" \t',
    [
      [1, '', 'a', 'b'],
      [2, '', 'c'],
      [3, 'open', '“"d" \t”'],
    ],
  ],
  [
    '"a" \rb',
    [
      [1, '', 'a'],
      [2, 'cut', 'b'],
    ],
  ],
  [
    '"a\nb",c\nd,e\n',
    [
      [1, '', 'a\nb', 'c'],
      [3, '', 'd', 'e'],
    ],
  ],
  [
    '"a\r\nb\rc","d\r"\r\ne,f\n',
    [
      [1, '', 'a\nb\nc', 'd\n'],
      [5, '', 'e', 'f'],
    ],
  ],
  // A quote that is neither doubled nor an end: the cells are there, the row is suspect.
  ['"a"b",c\n', [[1, 'invalid', 'a"b', 'c']]],
  [
    '"a"b,c\nd\n',
    [
      [1, 'open', '“"a"b,c”'],
      [2, '', 'd'],
    ],
  ],
  ['"a', [[1, 'open', '“"a”']]],
  ['"', [[1, 'open', '“"”']]],
  [
    'x\n"a\nb\n',
    [
      [1, '', 'x'],
      [2, 'open', '“"a”'],
      [3, '', 'b'],
    ],
  ],
  [
    '"a\r\nb\rc',
    [
      [1, 'open', '“"a”'],
      [2, '', 'b'],
      [3, 'cut', 'c'],
    ],
  ],
])('%j', (text, expected) => {
  expect(records(text)).toEqual(expected);
});

describe('the separator', () => {
  test('is another sign, a blank one too', () => {
    expect(records('"a";b,c\n', { delimiter: ';' })).toEqual([[1, '', 'a', 'b,c']]);
    expect(records('"a"\t"b" \t\n', { delimiter: '\t' })).toEqual([[1, '', 'a', 'b', '']]);
  });

  test('is told by the first line that is not blank, once', () => {
    const asked: string[] = [];
    const delimiter = (line: string) => {
      asked.push(line);
      return ';';
    };
    const bytes = new TextEncoder().encode(',\n \r\na;b\nc;d');
    for (const cuts of [[], [1, 2, 3, 4, 5, 6, 7, 8, 9]]) {
      asked.length = 0;
      // A line of commas alone is not blank.
      expect(inPieces(bytes.subarray(2), { delimiter }, cuts)).toEqual([
        [1, '', ' '],
        [2, '', 'a', 'b'],
        [3, 'cut', 'c', 'd'],
      ]);
      expect(asked).toEqual(['a;b']);
    }
    asked.length = 0;
    expect(inPieces(bytes, { delimiter }, [])[0]).toEqual([1, '', ',']);
    expect(asked).toEqual([',']);
    expect(inPieces(new TextEncoder().encode('a;b'), { delimiter }, [])).toEqual([[1, 'cut', 'a', 'b']]);
  });
});

describe('a quoted cell over several lines', () => {
  test('is one where the row has as many cells as there are columns, blank ones more', () => {
    expect(records('"a\nb",c\n', { width: 2 })).toEqual([[1, '', 'a\nb', 'c']]);
    expect(records('"a\nb",c, \n', { width: 2 })).toEqual([[1, '', 'a\nb', 'c', ' ']]);
  });

  test('costs its first line where the row has fewer or more, or is suspect', () => {
    expect(records('"a\nb",c\n', { width: 3 })).toEqual([
      [1, 'open', '“"a”'],
      [2, '', 'b"', 'c'],
    ]);
    expect(records('"a\nb",c,d\n', { width: 2 })).toEqual([
      [1, 'open', '“"a”'],
      [2, '', 'b"', 'c', 'd'],
    ]);
    expect(records('"a"x\nb",c\n', { width: 2 })).toEqual([
      [1, 'open', '“"a"x”'],
      [2, '', 'b"', 'c'],
    ]);
    // On one line neither matters.
    expect(records('"a","b"\n"a"x",c\n', { width: 3 })).toEqual([
      [1, '', 'a', 'b'],
      [2, 'invalid', 'a"x', 'c'],
    ]);
  });

  test('ends within 128 lines, counted the same by any line break', () => {
    for (const line of ['\n', '\r', '\r\n'])
      for (const breaks of [127, 128]) {
        const bytes = new TextEncoder().encode(`"${line.repeat(breaks)}x",b${line}c`);
        for (const cuts of [[], [1, 2, 3, bytes.length - 3], Array.from(bytes, (_, at) => at)]) {
          const found = inPieces(bytes, {}, cuts);
          if (breaks === 127)
            expect(found).toEqual([
              [1, '', `${'\n'.repeat(127)}x`, 'b'],
              [129, 'cut', 'c'],
            ]);
          else {
            expect(found.slice(0, 2)).toEqual([
              [1, 'open', '“"”'],
              [2, '', ''],
            ]);
            expect(found.slice(-2)).toEqual([
              [129, '', 'x"', 'b'],
              [130, 'cut', 'c'],
            ]);
          }
        }
      }
  });
});
