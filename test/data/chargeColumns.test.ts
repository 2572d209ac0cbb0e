import { describe, expect, test } from 'vitest';
import { type ChargeField, chargeColumns, isChargeHeader } from '../../src/data/chargeColumns.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import { shippedAliases } from '../support/releaseData.ts';

const names = payerReader(shippedAliases());
const columns = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  chargeColumns(header, rows, names);

describe('a field by its heading', () => {
  test.each<[ChargeField, readonly string[]]>([
    [
      'code',
      [
        'CPT',
        'HCPCS Codes',
        'CPT/HCPCS',
        'HCPCS CPT DRG Code',
        'Primary CPT',
        'Associated Codes',
        'Billing Code 1',
        'Proc Code',
        'Service Code',
        'Codes',
      ],
    ],
    ['code type', ['Code Type', 'Billing Code System', 'Procedure Code Set', 'code type 1']],
    ['modifier', ['Modifier', 'Mod', 'Modifiers 1', 'CPT Modifier', 'mods']],
    [
      'setting',
      [
        'Setting',
        'Patient Setting',
        'IP OP',
        'Inpatient/Outpatient',
        'Patient Class',
        'Service Type',
        'Price Tier',
      ],
    ],
    ['billing class', ['Billing Class', 'Bill Class']],
    [
      'gross charge',
      [
        'Gross',
        'Gross Charges',
        'Gross Price',
        'Standard Charge',
        'List Price',
        'Charge',
        'Unit Price',
        'Chargemaster Charge',
        'CDM Price',
        'Hospital Charges',
        'The gross amount',
      ],
    ],
    ['methodology', ['Methodology', 'Rate Method', 'Contracting Method', 'Payment Methodology']],
    ['payer', ['Payer', 'Payor Name', 'Insurance', 'Insurer', 'Carrier', 'Third-party payer']],
    ['plan', ['Plan', 'Product Name', 'Network']],
    [
      'rate',
      [
        'Negotiated Charge',
        'Payer-specific negotiated rates',
        'Payor Specific Charge',
        'Payer Rate',
        'Contracted Rate',
        'Contract rate',
        'Rate',
        'Allowed Amount',
        'Expected Payment',
      ],
    ],
    ['provider', ['Hospital', 'Facility Name', 'Provider', 'Location']],
    ['state', ['State', 'Hospital State', 'Provider State']],
  ])('%s', (field, headings) => {
    for (const heading of headings) expect(columns([heading]).fields, heading).toEqual({ [field]: heading });
  });

  test('words that only contain one are none', () => {
    for (const heading of [
      'CPT Description',
      'HCPCS Type',
      'CPT Mod Text',
      'Setting notes',
      'My Plan',
      'Statement',
      'Rates',
      'Modifier list',
    ])
      expect(columns([heading]).fields, heading).toEqual({});
  });

  test('the best heading wherever it stands; each column is one field', () => {
    expect(columns(['Code', 'Primary CPT', 'CPT', 'Gross Charge', 'Charge']).fields).toEqual({
      code: 'CPT',
      'gross charge': 'Gross Charge',
    });
  });
});

describe('payers of the headings', () => {
  const money = ['97110', '$36.50', '40', 'N/A', 'x'];

  test('those the alias table knows, where amounts stand below; others with a doubt', () => {
    expect(
      columns(['CPT', 'Aetna PPO', 'Quillfern', 'Cigna', 'Remarks'], money, [
        '97140',
        '',
        '41.5',
        '65%',
        'y',
      ]),
    ).toEqual({
      fields: { code: 'CPT' },
      payers: ['Aetna PPO', 'Quillfern', 'Cigna'],
      unsure: ['Quillfern'],
    });
  });

  test('half of the cells for a payer that is known, six of ten for one that is not', () => {
    const shares = (heading: string, amounts: number, of: number) =>
      columns(
        ['CPT', heading],
        ...Array.from({ length: of }, (_, at) => ['97110', at < amounts ? '36.50' : 'text']),
      ).payers.length;
    expect([shares('Aetna', 5, 10), shares('Aetna', 4, 10)]).toEqual([1, 0]);
    expect([shares('Quillfern', 6, 10), shares('Quillfern', 5, 10)]).toEqual([1, 0]);
    // Blank cells do not count, and nothing but blanks is taken for amounts.
    expect(columns(['CPT', 'Quillfern'], ['97110', ''], ['97140', ' ']).payers).toEqual(['Quillfern']);
  });

  test('every way an amount is written', () => {
    for (const cell of [
      '36',
      '$36.50',
      '( $36.50 )',
      '-36',
      '.5',
      '1,234.50',
      '65 %',
      'n/a',
      'N.A.',
      'null',
      '--',
      '80% of charges',
      '500 per day',
      '200 per diem',
      'about $ 5',
    ])
      expect(columns(['CPT', 'Quillfern'], ['97110', cell]).payers, cell).toEqual(['Quillfern']);
    for (const cell of ['none', '36 units', 'x36', '12-34'])
      expect(columns(['CPT', 'Quillfern'], ['97110', cell]).payers, cell).toEqual([]);
  });

  test('words of a table that are nobody’s name', () => {
    for (const heading of [
      'Description',
      'Max',
      'Cash Price',
      'De-identified minimum',
      'Rev',
      'NDC',
      'Units',
      'Qty',
      'Note',
      'Per Unit',
      'NPI',
      'Item Number',
      'Department',
      'Self Pay',
      '',
    ])
      expect(columns(['CPT', heading], ['97110', '36.50']).payers, heading).toEqual([]);
  });

  test('none where each row has its payer', () => {
    expect(columns(['CPT', 'Payer', 'Negotiated Rate', 'Aetna'], ['97110', 'Cigna', '36.50', '40'])).toEqual({
      fields: { code: 'CPT', payer: 'Payer', rate: 'Negotiated Rate' },
      payers: [],
      unsure: [],
    });
    // A payer's column without a rate's is not enough for that.
    expect(columns(['CPT', 'Payer', 'Aetna'], ['97110', 'x', '40']).payers).toEqual(['Aetna']);
  });
});

test('a header of a hospital’s own table: a code, and prices only a hospital lists', () => {
  const isOne = (...prices: readonly string[]) => isChargeHeader(['CPT', 'Description', 'Aetna', ...prices]);
  for (const price of [
    'Gross',
    'Our gross charges',
    'Cash Price',
    'Self Pay Discount',
    'Discounted Cash',
    'Deidentified Min',
    'Min Negotiated',
    'Maximum Negotiated',
  ])
    expect(isOne(price), price).toBe(true);
  expect(isOne('Rate')).toBe(false);
  expect(isOne('Cash')).toBe(false);
  expect(isChargeHeader(['Description', 'Aetna', 'Cigna', 'Gross'])).toBe(false);
  expect(isChargeHeader(['CPT', 'Aetna', 'Gross'])).toBe(false);
  // A line of a long table of charges, where a cell says which kind of price it is.
  expect(isChargeHeader(['AK', 'Bartlett', 'CPT', '97012', 'gross', '186.75'])).toBe(false);
  expect(isChargeHeader(['CPT', 'Description', 'Gross', '$1,186.75'])).toBe(false);
  expect(isChargeHeader(['CPT', 'Description', 'Gross', 'G0283'])).toBe(false);
});
