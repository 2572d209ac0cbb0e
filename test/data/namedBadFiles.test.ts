import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/data/formats/formats.ts';
import { readCsv } from '../../src/data/readCsv.ts';
import { readWorkbook } from '../../src/data/readWorkbook.ts';
import { isAccountedFor } from '../support/readFormat.ts';
import { streamedCsv } from '../support/streamedCsv.ts';

/** The twelve shapes of the csv-spectrum suite, with cells of our own. */
const spectrum: ReadonlyArray<readonly [name: string, text: string, rows: readonly (readonly string[])[]]> = [
  ['comma in quotes', 'payer,rate\n"Aetna, Inc",31.50\n', [['Aetna, Inc', '31.50']]],
  [
    'empty cells',
    'a,b,c\n1,"",""\n2,3,4\n',
    [
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'empty cells, CR LF',
    'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    [
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'escaped quotes',
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    [
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  [
    'JSON in a cell',
    'key,val\n1,"{""type"": ""CPT"", ""code"": [97110, 2]}"\n',
    [['1', '{"type": "CPT", "code": [97110, 2]}']],
  ],
  [
    'coordinates',
    'lat,lon\n"30.2672° N","97.7431° W"\n30.26,-97.74\n',
    [
      ['30.2672° N', '97.7431° W'],
      ['30.26', '-97.74'],
    ],
  ],
  [
    'newlines',
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n',
    [
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
    ],
  ],
  [
    'newlines, CR LF',
    'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n',
    [
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
    ],
  ],
  [
    'quotes and newlines',
    'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    [
      ['1', 'ha \n"ha" \nha'],
      ['3', '4'],
    ],
  ],
  ['simple', 'a,b,c\n1,2,3\n', [['1', '2', '3']]],
  ['simple, CR LF', 'a,b,c\r\n1,2,3\r\n', [['1', '2', '3']]],
  [
    'UTF-8',
    'a,b,c\n1,2,3\n4,5,ʤ\n',
    [
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
    ],
  ],
];

describe.each(spectrum)('csv-spectrum: %s', (_, text, rows) => {
  test('is read by both readers of CSV', () => {
    const streamed = streamedCsv(new TextEncoder().encode(text), 'a.csv', [3]);
    for (const read of [readCsv(text, 'a.csv'), streamed]) {
      expect(read.problems).toEqual([]);
      expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
    }
  });
});

test('lines that end in CR alone are lines', () => {
  const { rows } = readCsv('a,b\r1,2\r3,4\r', 'a.csv');
  expect(rows).toEqual([
    { line: 2, cells: ['1', '2'] },
    { line: 3, cells: ['3', '4'] },
  ]);
});

test('10,000 columns are read, and a row short of one is named', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `column ${index}`);
  const row = names.map((_, index) => String(index));
  const text = `${names.join(',')}\n${row.join(',')}\n${row.slice(1).join(',')}\n`;
  const { rows, problems, rowsPresent } = readCsv(text, 'a.csv');
  expect([rows.length, rows[0]?.cells.length, rowsPresent]).toEqual([1, 10_000, 2]);
  expect(problems.map(({ line }) => line)).toEqual([3]);
});

const megabyte = 1_000_000;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** What is still used: what may be thrown away counts or not by how busy the machine is. */
function bytesHeld(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('100 MB without a line end', () => {
  test.each(formats.map((format) => [format.id, format] as const))(
    '%s: told of, in bounded memory',
    async (id, format) => {
      const open = await format.open();
      const sink = { head: () => undefined, group: () => undefined, rate: () => undefined };
      const reader = open(sink, { file: 'long.txt', wants: () => true });
      const piece = new Uint8Array(megabyte).fill(0x61);
      reader.write(new TextEncoder().encode(/json|tic/.test(id) ? '{"a":"' : 'code,"'));
      const before = bytesHeld();
      let most = 0;
      for (let count = 0; count < 100; count++) {
        reader.write(piece);
        if (count % 5 === 4) most = Math.max(most, bytesHeld() - before);
      }
      const account = reader.end();
      expect(isAccountedFor(account)).toBe(true);
      expect(account.problems.length + account.notes.length).toBeGreaterThan(0);
      expect(most).toBeLessThan(40 * megabyte);
    },
  );
});

test('a workbook that says it unpacks to more than 400 MB is refused before it is', async () => {
  // The sizes of a zip as its directory tells them, which is what is believed.
  const sizes = zipSync({
    'xl/workbook.xml': new Uint8Array(10),
    'xl/worksheets/sheet1.xml': new Uint8Array(10),
  });
  const directory = Buffer.from(sizes).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  new DataView(sizes.buffer).setUint32(directory + 24, 500_000_000, true);
  const { problems } = (await readWorkbook(sizes, 'a.xlsx')).read(() => true);
  expect(problems.map(({ message }) => message)).toEqual([
    'Unpacked, this workbook is over 400 MB. Split it, or save the sheet as CSV.',
  ]);
});
