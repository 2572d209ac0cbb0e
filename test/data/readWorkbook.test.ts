import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readOwnRatesFile } from '../../src/data/ownRatesFile.ts';
import { shippedAliases } from '../support/releaseData.ts';

type Value = string | number | boolean | Date | null;

/** Bytes of a workbook with the given sheets; `edit` changes the XML of the first. */
async function workbook(
  sheets: Readonly<Record<string, readonly (readonly Value[])[]>>,
  edit?: (xml: string) => string,
): Promise<Uint8Array> {
  const given = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) => {
        if (value === null) return null;
        return value instanceof Date ? { value, format: 'mm/dd/yyyy' } : { value };
      }),
    ),
  }));
  const bytes = new Uint8Array(await writeXlsxFile(given as never).toBuffer());
  if (!edit) return bytes;
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  parts[name] = strToU8(edit(strFromU8(parts[name] as Uint8Array)));
  return zipSync(parts);
}

function read(bytes: Uint8Array, name = 'mine.xlsx') {
  return readOwnRatesFile(bytes, name, { deleted: new Map(), aliases: shippedAliases() });
}

const header = ['CPT Code', 'Payor', 'Rate ($)', 'Annual Volume', 'Effective Date'];

describe('a workbook', () => {
  test('is read by content, whatever it is called: cents, volumes and dates as Excel holds them', async () => {
    const bytes = await workbook({
      Rates: [
        header,
        // 29.05 is no binary fraction; 27 × 1.05 is 28.35, which Excel writes as 28.350000000000001.
        [97110, 'Aetna PPO', 29.05, 1200, new Date(Date.UTC(2026, 0, 31))],
        ['97140', 'Cigna', 28.350000000000001, 400, 46053],
        ['97112', 'Cigna', 1.1 * 3, 7, 2026],
      ],
    });
    const rates = await read(bytes, 'mine.csv');
    expect(rates.problems).toEqual([]);
    expect(
      rates.contract?.lines.map(({ line, code, terms, units, date }) => [line, code, terms, units, date]),
    )
      // 46053 is 2026-01-31: 46022 is the last day of 2025 in Excel's count.
      .toEqual([
        [2, '97110', { kind: 'dollars', amount: 2905 }, 1200, '2026-01-31'],
        [3, '97140', { kind: 'dollars', amount: 2835 }, 400, '2026-01-31'],
        [4, '97112', { kind: 'dollars', amount: 330 }, 7, '2026'],
      ]);
    expect(rates.notes[0]).toBe(
      'Read from the sheet “Rates”, whose header is row 1. Lines are the sheet’s rows.',
    );
  });

  test('takes the first sheet that names a contract’s columns, below titles, and counts the others', async () => {
    const bytes = await workbook({
      Cover: [['Contract of a clinic'], ['as of 2026']],
      Fees: [
        ['Fee schedule 2026'],
        [null],
        header,
        ['97110', 'Aetna', 30, 10, 2026],
        [null],
        ['97112', '', 31, 5, 2026],
      ],
      Notes: [
        ['code', 'note'],
        ['97110', 'x'],
      ],
    });
    const rates = await read(bytes);
    expect(rates.notes[0]).toBe(
      'Read from the sheet “Fees”, whose header is row 3; 2 other sheets are not read. Lines are the sheet’s rows.',
    );
    // Row 5 is blank; the payer of row 6 is missing.
    expect([rates.rowsPresent, rates.rowsRead, rates.rowsLeftOut]).toEqual([2, 1, 1]);
    expect(rates.problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [6, 'Payor (B)', 'The payer is blank.'],
    ]);
  });

  test('lists an error cell instead of reading it as blank', async () => {
    const bytes = await workbook({ Rates: [header, ['97110', 'Aetna', 30, 77777, 2026]] }, (xml) =>
      xml.replace(/<c r="D2"[^>]*>.*?<\/c>/, '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    );
    const rates = await read(bytes);
    expect(rates.problems.map(({ line, column, found, message }) => [line, column, found, message])).toEqual([
      [2, 'Annual Volume (D)', '#DIV/0!', 'This is a spreadsheet error.'],
    ]);
  });

  test('a large sheet is read in place: no worker of the library’s own is started', async () => {
    // 12,000 rows are more than 512 kB of XML, from where fflate would start one.
    const rows = Array.from({ length: 12_000 }, (_, i) => [
      '97110',
      `Payer ${i % 40}`,
      20 + (i % 1000) / 100,
      1,
      2026,
    ]);
    const before = globalThis.Worker;
    globalThis.Worker = function noWorker() {
      throw new Error('no worker');
    } as never;
    try {
      const rates = await read(await workbook({ Rates: [header, ...rows] }));
      expect([rates.rowsRead, rates.rowsLeftOut]).toEqual([12_000, 0]);
      expect(rates.contract?.totals).toEqual([{ column: 'units', inFile: 12_000, kept: 12_000, leftOut: 0 }]);
    } finally {
      globalThis.Worker = before;
    }
  });

  test('with no columns it knows says which are missing, and shows its first rows', async () => {
    const rates = await read(
      await workbook({
        Sheet1: [['A title is no header'], ['What', 'Who', 'Pays'], ['97110', 'Aetna', 30]],
      }),
    );
    expect(rates.problems[0]?.message).toBe(
      'No column for code, payer and rate. The header needs code, payer and rate.',
    );
    expect(rates.table).toEqual({
      header: ['What', 'Who', 'Pays'],
      firstRows: [['97110', 'Aetna', '30']],
      matched: [],
      missing: ['code', 'payer', 'rate'],
      lines: 'rates',
      source: 'headings',
    });
  });
});

describe('what is no workbook says so', () => {
  test.each([
    [
      'a zip',
      () => zipSync({ 'rates.csv': strToU8('code,payer,rate\n') }),
      /^This is a ZIP file, not a workbook/,
    ],
    [
      'OpenDocument',
      () => zipSync({ mimetype: strToU8('application/vnd.oasis'), 'content.xml': strToU8('<x/>') }),
      /^This is an OpenDocument file/,
    ],
    ['a binary workbook', () => zipSync({ 'xl/workbook.bin': strToU8('x') }), /^This is a binary workbook/],
    ['a cut zip', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }).slice(0, 40), /damaged/],
    [
      'a workbook without sheets',
      () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }),
      /^The workbook could not be read/,
    ],
    [
      'an old workbook',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      /^This is an older Excel file \(\.xls\)/,
    ],
  ])('%s', async (_name, make, message) => {
    const rates = await read(make(), 'mine.xlsx');
    expect(rates.problems).toHaveLength(1);
    expect(rates.problems[0]).toMatchObject({ file: 'mine.xlsx', line: 0, leftOut: true });
    expect(rates.problems[0]?.message).toMatch(message);
    expect(rates.table).toBeNull();
  });

  test('an empty workbook', async () => {
    const rates = await read(await workbook({ Sheet1: [[null]] }));
    expect(rates.problems[0]?.message).toBe('The workbook holds no text.');
  });
});
