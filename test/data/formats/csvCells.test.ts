import { describe, expect, test } from 'vitest';
import { type CsvRecord, CsvRecords } from '../../../src/data/formats/csvRecords.ts';
import { recordFault } from '../../../src/data/formats/recordFault.ts';

/** The first record of some bytes, asked while it is good. */
function ofFirst<Answer>(bytes: Uint8Array | string, ask: (record: CsvRecord) => Answer): Answer | undefined {
  const answers: Answer[] = [];
  const csv = new CsvRecords(',', (record) => answers.push(ask(record)));
  csv.write(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  csv.end();
  return answers[0];
}

describe('a record', () => {
  test('has nothing before its first cell and behind its last', () => {
    expect(
      ofFirst('a,b\nc\n', (record) => [-1, 0, 1, 2, 64].map((at) => [record.text(at), record.isBlank(at)])),
    ).toEqual([
      ['', true],
      ['a', false],
      ['b', false],
      ['', true],
      ['', true],
    ]);
  });

  test.each([
    [' ', true],
    ['\t\u000B\u000C', true],
    ['\u00A0', true],
    ['\u3000 ', true],
    ['"\n"', true],
    ['"\r"', true],
    ['\u007F', false],
    ['""', true],
    ['!', false],
    [' a', false],
    ['a ', false],
    ['\u0000', false],
    ['\u0008', false],
    ['\u000E', false],
    ['\u001F', false],
    ['é', false],
  ])('with %j is blank: %s', (cell, isBlank) => {
    expect(ofFirst(`${cell},x\n`, (record) => record.isBlank(0))).toBe(isBlank);
  });

  test('may have any number of cells, of any length', () => {
    const cells = Array.from({ length: 300 }, (_, at) => (at % 3 === 0 ? 'x'.repeat(at) : `"${at}"","`));
    const texts = cells.map((cell, at) => (at % 3 === 0 ? cell : `${at}",`));
    expect(ofFirst(cells.join(','), (record) => texts.map((_, at) => record.text(at)))).toEqual(texts);
    for (const length of [31, 32, 33])
      for (const text of ['a'.repeat(length), `${'a'.repeat(length - 1)}é`, `${'a'.repeat(length)}é`])
        expect(ofFirst(`${text},b\n`, (record) => record.text(0))).toBe(text);
  });

  test('is UTF-8 where all of it is, else Windows-1252, each by itself', () => {
    const bytes = Uint8Array.from('\u00c3\u00a9,\u00e9\n\u00c3\u00a9,a\n', (sign) => sign.charCodeAt(0));
    const found: string[] = [];
    const told: boolean[] = [];
    const csv = new CsvRecords(',', (record) => {
      found.push(record.text(0), record.text(1));
      told.push(csv.isWindows1252);
    });
    expect(csv.isWindows1252).toBe(false);
    csv.write(bytes);
    expect(found).toEqual(['\u00c3\u00a9', '\u00e9', 'é', 'a']);
    expect(told).toEqual([true, true]);
    // Behind the record's end nothing counts.
    const first = Uint8Array.from('\u00c3\u00a9\n\u00e9\n', (sign) => sign.charCodeAt(0));
    expect(ofFirst(first, (record) => record.text(0))).toBe('é');
    expect(ofFirst('é\n', (record) => record.text(0))).toBe('é');
  });

  test('is quoted by its first line, 400 bytes of it at most', () => {
    expect(ofFirst('a,"b\nc"\n', (record) => record.excerpt())).toBe('a,"b');
    expect(ofFirst('a\rb', (record) => record.excerpt())).toBe('a');
    expect(ofFirst('\n', (record) => record.excerpt())).toBe('');
    for (const length of [399, 400, 401])
      expect(ofFirst(`${'x'.repeat(length)}\n`, (record) => record.excerpt().length)).toBe(
        Math.min(400, length),
      );
  });

  test('holds a NUL where a byte of it is one', () => {
    expect(ofFirst('a,\u0000\nb\n', (record) => record.holdsNul())).toBe(true);
    expect(ofFirst('a\nb\u0000\n', (record) => record.holdsNul())).toBe(false);
  });
});

describe('which cell of a row is which', () => {
  /** Told of a row under so many headings, of which the header or the first row has so many cells. */
  const fault = (row: string, width: number, usual = width) =>
    ofFirst(row, (record) => recordFault(record, width, usual)) ?? '';
  const more = 'The line has more cells than the 2 headings. Quote cells that hold the separator.';

  test.each([
    ['a,b\n', ''],
    ['a\n', ''],
    ['a,b,c\n', more],
    ['a,b,\n', more],
    ['"a"x",b\n', ''],
    ['"a"x"\n', 'A quoted cell holds a quote that is not doubled.'],
    ['"a"x",b,c\n', more],
    ['a', 'The file ends in the middle of this line.'],
    ['a,b', ''],
    ['a,\u0000\n', 'The line holds a NUL character; it may be damaged.'],
    ['"a,b\n', 'A quote opened here is never closed. Close it or remove it.'],
  ])('%j', (row, message) => {
    expect(fault(row, 2)).toBe(message);
  });

  test('blank cells more are fine up to as many as are usual', () => {
    expect(fault('a,b,\n', 2, 3)).toBe('');
    expect(fault('a,b, ,\n', 2, 3)).toBe(more);
    expect(fault('a,b,c\n', 2, 3)).toBe(more);
    expect(fault('a,b,,c\n', 2, 9)).toBe(more);
    expect(fault('a,b,,,,\n', 2, 9)).toBe('');
  });

  test('cannot be told of a line too long to be one of a table', () => {
    const line = new Uint8Array((1 << 24) + 2).fill(0x61);
    const faults: (string | undefined)[] = [];
    const csv = new CsvRecords(',', (record) => faults.push(recordFault(record, 2, 2)));
    csv.write(line);
    csv.end();
    expect(faults).toEqual(['The line is too long to be one of a table.']);
  });
});
