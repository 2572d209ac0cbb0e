import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { CsvRow } from '../../src/data/readCsv.ts';
import { readWorkbook } from '../../src/data/readWorkbook.ts';
import { workbookSheets } from '../../src/data/workbookSheets.ts';

type Rows = readonly (readonly (string | number | boolean | null)[])[];

async function workbook(sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  const given = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
  }));
  return new Uint8Array(await writeXlsxFile(given as never).toBuffer());
}

async function read(sheets: Readonly<Record<string, Rows>>, most = Number.POSITIVE_INFINITY) {
  const table = await readWorkbook(await workbook(sheets), 'a.xlsx');
  const rows: CsvRow[] = [];
  const account = table.read((row) => rows.push(row) < most);
  return { ...table, rows, account };
}

describe('the table of a workbook', () => {
  test('has the sheet’s rows, as many cells as headings, and its columns’ letters', async () => {
    const { header, headerLine, rows, account, columnName, notes } = await read({
      Rates: [
        ['CPT', ' Payer  name ', 'Rate', null],
        [97110, 'Aetna', 36.5, 'more'],
        [null, null, null, null],
        ['97112', ' ', true, null],
      ],
    });
    expect([header, headerLine]).toEqual([['CPT', 'Payer name', 'Rate'], 1]);
    expect(rows).toEqual([
      { line: 2, cells: ['97110', 'Aetna', '36.5'] },
      { line: 4, cells: ['97112', '', 'TRUE'] },
    ]);
    expect(account).toEqual({ problems: [], rowsPresent: 2 });
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(columnName)).toEqual([
      'CPT (A)',
      'Payer name (B)',
      ' (Z)',
      ' (AA)',
      ' (AB)',
      ' (AZ)',
      ' (BA)',
      ' (ZZ)',
      ' (AAA)',
    ]);
    expect(notes).toEqual([
      'Read from the sheet “Rates”, whose header is row 1. Lines are the sheet’s rows.',
    ]);
  });

  test('tells headings that stand twice, once each, and rows that repeat the header', async () => {
    const heading = ['CPT', 'Payer', 'Rate', 'Payer', 'Payer', 'CPT'];
    const { account, rows } = await read({
      A: [
        ['Rates'],
        heading,
        ['97110', 'Aetna', '1', '', '', ''],
        [' CPT', 'Payer', 'Rate', 'Payer', 'Payer', 'CPT'],
      ],
    });
    const twice = 'Several columns have this heading; the first of them is used.';
    expect(account).toEqual({
      problems: [
        { file: 'a.xlsx', line: 2, column: 'Payer (B)', found: 'Payer', message: twice, leftOut: false },
        { file: 'a.xlsx', line: 2, column: 'CPT (A)', found: 'CPT', message: twice, leftOut: false },
        {
          file: 'a.xlsx',
          line: 4,
          column: '',
          found: 'CPT, Payer, Rate, Payer, Payer, CPT',
          message: 'The line repeats the header.',
          leftOut: true,
        },
      ],
      rowsPresent: 2,
    });
    expect(rows.map(({ line }) => line)).toEqual([3]);
  });

  test('is read until there is enough', async () => {
    const { rows, account } = await read(
      {
        A: [
          ['CPT', 'Payer'],
          ['1', 'a'],
          ['2', 'b'],
          ['3', 'c'],
        ],
      },
      2,
    );
    expect([rows.map(({ line }) => line), account.rowsPresent]).toEqual([[2, 3], 2]);
  });

  test('is the first sheet whose header is known by its words, else the first with text', async () => {
    const plain: Rows = [
      ['x', 'y'],
      ['1', '2'],
    ];
    const known: Rows = [
      ['CPT', 'Payer'],
      ['97110', 'Aetna'],
    ];
    expect((await read({ Empty: [[null]], One: plain, Two: plain })).notes).toEqual([
      'Read from the sheet “One”, whose header is row 1; 1 other sheet is not read. Lines are the sheet’s rows.',
    ]);
    expect((await read({ One: plain, Two: known, Three: known })).notes).toEqual([
      'Read from the sheet “Two”, whose header is row 1; 2 other sheets are not read. Lines are the sheet’s rows.',
    ]);
  });

  test('whose header says nothing begins with the first row of half as many cells as the fullest', async () => {
    const header = async (...rows: Rows) => (await read({ A: rows })).headerLine;
    expect(await header(['title', null, null, null], ['a', 'b', null, null], ['1', '2', '3', '4'])).toBe(2);
    expect(await header(['title', null, null], ['a', 'b', null], ['1', '2', '3'])).toBe(2);
    expect(await header(['title', null], ['a', 'b'])).toBe(1);
    expect(await header([' ', ' '], ['a', 'b'])).toBe(2);
  });

  test('has its header among the first thirty rows', async () => {
    const titled = async (count: number) => {
      const titles = Array.from({ length: count }, (_, at) => [`title ${at}`, null, null, null]);
      return (
        await read({ A: [...titles, ['CPT', 'Payer', 'Rate', 'Plan'], ['97110', 'Aetna', '1', 'PPO']] })
      ).headerLine;
    };
    expect([await titled(29), await titled(30)]).toEqual([30, 1]);
  });

  test('tells how far it is every 4,096 rows', async () => {
    const rows = Array.from({ length: 8192 }, (_, at) => [String(at), 'Aetna']);
    const table = await readWorkbook(await workbook({ A: [['CPT', 'Payer'], ...rows] }), 'a.xlsx');
    const seen: number[] = [];
    table.read(
      () => true,
      (fraction) => seen.push(fraction),
    );
    expect(seen).toEqual([4096 / 8193, 8192 / 8193]);
  });
});

describe('what is no workbook', () => {
  const told = async (parts: Readonly<Record<string, string>>) => {
    const zip = zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    );
    const found = await workbookSheets(zip);
    return 'fault' in found ? found.fault : '';
  };

  test.each([
    [{ 'rates.csv': 'x' }, 'This is a ZIP file, not a workbook. Unpack it and open the file inside.'],
    [
      { mimetype: 'application/vnd.oasis' },
      'This is an OpenDocument file. Save it as an Excel workbook (.xlsx) or as CSV.',
    ],
    [
      { 'content.xml': '<x/>' },
      'This is an OpenDocument file. Save it as an Excel workbook (.xlsx) or as CSV.',
    ],
    [
      { 'xl/workbook.bin': 'x' },
      'This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) or as CSV.',
    ],
    [
      { 'xl/workbook.xml': '<x/>', 'xl/worksheets/sheet1.xml': '<c r="XFE1"/>' },
      'A cell of this workbook stands outside of what Excel can hold. Save it again, or save it as CSV.',
    ],
  ])('%o is told', async (parts, fault) => {
    expect(await told(parts)).toBe(fault);
  });

  test('that says where cells stand in a part that is no sheet is not held to it', async () => {
    expect(await told({ 'xl/workbook.xml': '<x/>', 'xl/other.xml': '<c r="XFE1"/>' })).toMatch(
      /^The workbook could not be read.*\. Save it again, or save it as CSV\.$/,
    );
  });

  test('that is cut short is damaged', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('<x/>') }).slice(0, 40);
    expect(await workbookSheets(bytes)).toEqual({
      fault: 'This ZIP file or workbook is damaged. Save it again, or save it as CSV.',
    });
  });

  test('that says it unpacks to more than 400 MB is not unpacked', async () => {
    // The size that the directory of the zip states, not what is there.
    const sized = (size: number) => {
      const bytes = zipSync({ 'xl/workbook.xml': strToU8('<x/>') });
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const at = Buffer.from(bytes).indexOf('PK\u0001\u0002');
      view.setUint32(at + 24, size, true);
      return workbookSheets(bytes);
    };
    const tooLarge = {
      fault: 'Unpacked, this workbook is over 400 MB. Split it, or save the sheet as CSV.',
    };
    expect(await sized(400_000_001)).toEqual(tooLarge);
    expect(await sized(400_000_000)).not.toEqual(tooLarge);
  });
});

test('cells of a workbook are text: numbers of fifteen digits, days, true and false, nothing', async () => {
  const bytes = new Uint8Array(
    await writeXlsxFile([
      {
        sheet: 'A',
        data: [
          [
            { value: 28.350000000000001 },
            { value: 1.1 * 3 },
            { value: 97110 },
            { value: new Date(Date.UTC(2026, 0, 31)), format: 'mm/dd/yyyy' },
            { value: false },
            null,
            { value: 'text' },
          ],
        ],
      },
    ] as never).toBuffer(),
  );
  expect(await workbookSheets(bytes)).toEqual({
    sheets: [{ sheet: 'A', rows: [['28.35', '3.3', '97110', '2026-01-31', 'FALSE', '', 'text']] }],
  });
});
