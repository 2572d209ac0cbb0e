import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeColumns } from '../../../src/data/chargeColumns.ts';
import { readAliases } from '../../../src/data/readAliases.ts';
import { readCsv } from '../../../src/data/readCsv.ts';
import { payerReader } from '../../../src/domain/payerReader.ts';
import { flagBit } from '../../../src/domain/rateTable.ts';
import { isAccountedFor, readFormat } from '../../support/readFormat.ts';

const names = payerReader(
  readAliases(readFileSync('sources/payer-aliases.csv', 'utf8'), 'payer-aliases.csv').rows,
);
const utf8 = new TextEncoder();

function csv(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

// Made-up amounts: what is tested is which cell is what.
const table = csv([
  ['Standard charges', '', '', '', '', '', '', '', '', '', ''],
  ['Effective 1/1/2021', '', '', '', '', '', '', '', '', '', ''],
  [
    ['Charge Code', 'Description', 'CPT/HCPCS Code', 'Rev Code', 'Gross Charge', 'Discounted Cash Price'],
    ['De-identified Minimum Negotiated Charge', 'Aetna PPO', 'UHC OP Rate', 'Zebra Trust', 'IP - Humana MCR'],
  ].flat(),
  ['1', 'a', '97110', '0420', '$100.00', '50', '20', '$40.00', '65% of charges', '30', 'N/A'],
  ['2', 'b', '97110-GP', '0420', '$100.00', '50', '20', '120.00', '41.5', '', '30 per day'],
  ['3', 'c', '', '0250', '10', '5', '2', '4', '5', '6', '7'],
  ['4', 'd', 'g0283', '0420', '30', '15', '', '', '', '', ''],
  ['5', 'e', '97112', '0420', '90', '45', '', '999999999', '0', 'call us', '12'],
]);

describe('a hospital’s own table of charges', () => {
  it('is recognised, and its payers are told from its headings', async () => {
    const { rates, account, providers } = await readFormat(utf8.encode(table), { names });
    const rows = rates.map((rate) => [
      rate.at,
      rate.code,
      rate.modifier,
      rate.payerRaw,
      rate.setting,
      rate.cents,
    ]);
    expect(rows).toEqual([
      [4, '97110', '', 'Aetna PPO', '', 4000],
      [4, '97110', '', 'Zebra Trust', '', 3000],
      [5, '97110', 'GP', 'Aetna PPO', '', 12000],
      [5, '97110', 'GP', 'UHC OP Rate', 'outpatient', 4150],
      [5, '97110', 'GP', 'IP - Humana MCR', 'inpatient', 3000],
      [8, '97112', '', 'IP - Humana MCR', 'inpatient', 1200],
    ]);
    expect(rates.map(({ flags }) => flags)).toEqual([
      0,
      0,
      flagBit('above_gross'),
      0,
      flagBit('per_diem'),
      0,
    ]);
    expect(account).toMatchObject({
      format: 'hpt-csv-free',
      // 65%; N/A, nines and zero; a line without a CPT code, with four amounts; one without payers; words.
      leftOut: { 'no-dollars': 1, 'not-an-amount': 3, 'other-code-type': 4, 'no-payer': 1, unreadable: 1 },
      notes: ['Taken for payers because amounts stand below: Zebra Trust.'],
    });
    expect(account.problems.map(({ line, found }) => [line, found])).toEqual([[8, 'call us']]);
    expect(isAccountedFor(account)).toBe(true);
    expect(providers.get(0)?.[0]).toMatchObject({ identifier: '', npis: [], place: '' });
  });

  it('is read by the columns a user chose', async () => {
    const charges = { fields: { code: 'CPT/HCPCS Code' }, payers: ['Zebra Trust'] };
    const { rates } = await readFormat(utf8.encode(table), { names, charges });
    expect(rates.map(({ at, payerRaw, cents, flags }) => [at, payerRaw, cents, flags])).toEqual([
      [4, 'Zebra Trust', 3000, 0],
    ]);
  });

  it('may have a payer in each row, and a hospital', async () => {
    const tall = csv([
      [
        'Hospital Name',
        'State',
        'Code',
        'Code Type',
        'Payer',
        'Plan',
        'Gross Charge',
        'Payer Specific Negotiated Charge',
      ],
      ['North', 'TX', '97110', 'CPT', 'Cigna', 'HMO', '100', '40'],
      ['North', 'TX', '97110', 'CPT', 'Discounted Cash Price', '', '100', '60'],
      ['South', 'OK', 'G0283', 'HCPCS', 'Aetna', 'Aetna', '30', '30'],
      ['South', 'OK', '0420', 'revCode', 'Aetna', '', '30', '30'],
    ]);
    const { rates, providers, account } = await readFormat(utf8.encode(tall), { names });
    expect(rates.map((rate) => [rate.code, rate.codeType, rate.payerRaw, rate.plan, rate.groups[0]])).toEqual(
      [
        ['97110', 'CPT', 'Cigna', 'HMO', 0],
        ['G0283', 'HCPCS', 'Aetna', '', 1],
      ],
    );
    expect([...providers.values()].map(([paid]) => [paid?.name, paid?.place])).toEqual([
      ['North', 'TX'],
      ['South', 'OK'],
    ]);
    expect(account.leftOut).toEqual({ 'no-payer': 1, 'other-code-type': 1 });
  });

  it('is the same however it is cut, and is accounted for wherever it is broken off', async () => {
    const bytes = utf8.encode(table);
    const whole = await readFormat(bytes, { names });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: bytes.length })), async (cuts) => {
        expect(await readFormat(bytes, { names, cuts })).toEqual(whole);
      }),
      { numRuns: 30 },
    );
    const { hptCsvFreeFormat: format } = await import('../../../src/data/formats/hptCsvFreeFormat.ts');
    for (let length = 0; length < bytes.length; length++) {
      const { account } = await readFormat(bytes.subarray(0, length), { names, format });
      expect(isAccountedFor(account)).toBe(true);
    }
  });
});

/**
 * The hospitals of the sample whose files are from before the templates, each written once more as the wide table it
 * came in: its own payers as headings, its own amounts. Every payer must be found, and no other column taken for one.
 */
describe('real payers as headings', () => {
  const sample = readCsv(readFileSync('sources/commercial/rates.csv', 'utf8'), 'rates.csv');
  const columnOf = new Map(sample.header.map((name, index) => [name, index]));
  const cell = (cells: readonly string[], name: string) => cells[columnOf.get(name) ?? -1] ?? '';
  const hospitals = new Map<string, (readonly string[])[]>();
  for (const { cells } of sample.rows) {
    const isOld = cell(cells, 'source_kind') === 'hospital' && cell(cells, 'file_date') < '2024';
    if (!isOld || cell(cells, 'plan') !== '' || cell(cells, 'code_type') === 'APC') continue;
    const file = cell(cells, 'source_file');
    const rows = hospitals.get(file) ?? [];
    hospitals.set(file, rows);
    rows.push(cells);
  }

  it('are all found', async () => {
    let read = 0;
    for (const [file, rows] of hospitals) {
      const payers = [...new Set(rows.map((row) => cell(row, 'payer_raw')))];
      const header = [
        'Description',
        'HCPCS/CPT',
        'Gross Charge',
        'Cash Price',
        ...payers,
        'Min Negotiated',
        'Notes',
      ];
      const lines = rows.map((row) => [
        'text',
        cell(row, 'code'),
        '50',
        '40',
        ...payers.map((payer) => (payer === cell(row, 'payer_raw') ? cell(row, 'rate') : '')),
        '1',
        'text',
      ]);
      const { payers: found } = chargeColumns(header, lines, names);
      expect(found, file).toEqual(payers);
      const { rates } = await readFormat(utf8.encode(csv([header, ...lines])), { names });
      expect(
        rates.map(({ payerRaw, code, cents }) => [payerRaw, code, (cents / 100).toFixed(2)]),
        file,
      ).toEqual(rows.map((row) => [cell(row, 'payer_raw'), cell(row, 'code'), cell(row, 'rate')]));
      read += rates.length;
    }
    expect(hospitals.size).toBeGreaterThan(30);
    expect(read).toBeGreaterThan(10_000);
  });
});
