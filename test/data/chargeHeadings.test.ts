import { describe, expect, test } from 'vitest';
import { areEnough, chargeChoice, havePayers } from '../../src/data/chargeChoice.ts';
import { type ChargeField, chargeColumns, isChargeHeader } from '../../src/data/chargeColumns.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import { shippedAliases } from '../support/releaseData.ts';

const names = payerReader(shippedAliases());
const fieldOf = (heading: string) => Object.keys(chargeColumns([heading], [], names).fields).join();

/** Each of the first before each of the second and so on: `product(['a', ''], ['b'])` is `a b` and `b`. */
const product = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts
    .reduce<readonly string[]>(
      (all, part) => all.flatMap((one) => part.map((other) => `${one} ${other}`)),
      [''],
    )
    .map((each) => each.replace(/ +/g, ' ').trim());

describe('each way to head a field', () => {
  const fields: readonly (readonly [ChargeField, readonly string[]])[] = [
    ['code', product(['cpt', 'hcpcs', 'cpt hcpcs', 'hcpcs cpt'], ['', 'drg', 'apc'], ['', 'code', 'codes'])],
    [
      'code',
      product(['associated', 'billing', 'procedure', 'proc', 'service'], ['code', 'codes'], ['', '1']),
    ],
    ['code', ['code', 'codes', 'code 1', 'codes 1']],
    ['code type', product(['', 'billing', 'procedure'], ['code'], ['type', 'system', 'set'], ['', '1'])],
    ['modifier', product(['', 'cpt', 'hcpcs'], ['mod', 'mods', 'modifier', 'modifiers'], ['', '1'])],
    ['modifier', ['modifier1', 'mod1']],
    ['setting', product(['', 'patient', 'care'], ['setting'])],
    ['setting', ['ip op', 'inpatient outpatient', 'price tier']],
    ['setting', product(['patient', 'service'], ['class', 'type'])],
    ['billing class', ['billing class', 'bill class']],
    ['gross charge', ['gross', 'gross charge', 'gross charges', 'gross price', 'gross charge amount']],
    [
      'gross charge',
      product(
        ['', 'standard', 'list', 'unit', 'total gross', 'chargemaster', 'cdm', 'hospital'],
        ['charge', 'charges', 'price'],
        ['', 'amount'],
      ),
    ],
    ['methodology', product(['', 'rate', 'contracting', 'payment'], ['method', 'methodology'])],
    [
      'payer',
      product(['payer', 'payor', 'insurance', 'insurer', 'carrier', 'third party payer'], ['', 'name']),
    ],
    ['plan', product(['plan', 'product', 'network'], ['', 'name'])],
    [
      'rate',
      product(
        ['', 'payer', 'payor'],
        ['', 'specific'],
        ['negotiated'],
        ['charge', 'rates', 'price', 'dollars'],
      ),
    ],
    ['rate', product(['payer', 'payor'], ['', 'specific'], ['charge', 'rate', 'price'])],
    [
      'rate',
      ['negotiated rate', 'contract rate', 'contracted rate', 'rate', 'allowed amount', 'expected payment'],
    ],
    ['provider', product(['hospital', 'facility', 'provider', 'location'], ['', 'name'])],
    ['state', product(['', 'hospital', 'facility', 'provider'], ['state'])],
  ];

  test.each(fields)('%s: %j', (field, headings) => {
    for (const heading of headings) {
      expect(fieldOf(heading), heading).toBe(field);
      // A word more before or behind, and it is another thing, unless it says CPT or gross anywhere.
      for (const other of [`zz ${heading}`, `${heading} zz`])
        if (!/\b(cpt|hcpcs|gross)\b/.test(other)) expect(fieldOf(other), other).toBe('');
    }
  });

  test('a code or a gross charge by a word anywhere, but no description, type or modifier of a code', () => {
    for (const heading of ['zz cpt', 'cpt zz', 'hcpcs zz', 'a hcpcs b'])
      expect(fieldOf(heading)).toBe('code');
    for (const heading of ['zz gross', 'gross zz']) expect(fieldOf(heading)).toBe('gross charge');
    for (const word of [
      'desc',
      'description',
      'descriptions',
      'type',
      'modifier',
      'modifiers',
      'mod',
      'mods',
    ])
      expect(fieldOf(`cpt long ${word}`), word).toBe('');
    for (const word of ['descriptor', 'typed', 'modern']) expect(fieldOf(`cpt long ${word}`)).toBe('code');
    for (const heading of ['cptx', 'xhcpcs', 'engrossed', 'grossly']) expect(fieldOf(heading)).toBe('');
    expect(fieldOf('description cpt')).toBe('code');
  });

  test('of a code the plain heading comes before one that has the word, and that before the others', () => {
    const codeOf = (...header: readonly string[]) => chargeColumns(header, [], names).fields.code;
    expect(codeOf('Code', 'Old CPT', 'HCPCS')).toBe('HCPCS');
    expect(codeOf('Code', 'Old CPT')).toBe('Old CPT');
    expect(codeOf('Codes', 'Code')).toBe('Codes');
  });
});

describe('headings that are neither a field nor a payer', () => {
  const money = ['97110', '36.50'];
  const payersOf = (heading: string) => chargeColumns(['CPT', heading], [money], names).payers;
  const words = [
    'desc description min minimum max maximum cash deidentified rev revenue ndc drg cdm charge code id',
    'unit units qty quantity date note notes comment comments drug per address zip city npi ein tax version multiplier',
    'category department dept name type item gl uom number',
  ]
    .join(' ')
    .split(' ');

  test.each([...words, 'de identified'])('%s', (word) => {
    expect(payersOf(`Quillfern ${word}`)).toEqual([]);
    expect(payersOf(`${word} Quillfern`)).toEqual([]);
    expect(payersOf(`Quillfern${word}z`)).toEqual([`Quillfern${word}z`]);
  });
});

describe('what stands below a heading', () => {
  const sharesOf = (...cells: readonly string[]) =>
    chargeColumns(
      ['CPT', 'Aetna', 'Quillfern'],
      cells.map((cell) => ['97110', cell, cell]),
      names,
    ).payers.length;

  test.each([
    '36.50',
    '$36.50',
    '$ 36',
    '(36.50)',
    '-36',
    '($36.50)',
    '1,234.5',
    '.5',
    '65%',
    '65 %',
    '(65%)',
  ])('%s is an amount', (cell) => {
    expect(sharesOf(cell)).toBe(2);
  });
  test.each([
    'n/a',
    'N.A.',
    'na',
    'NULL',
    '-',
    '---',
    '65% of billed',
    '1200 per day',
    '90 per diem',
    'is $5',
  ])('%s is as good as one', (cell) => {
    expect(sharesOf(cell)).toBe(2);
  });
  test.each([
    'x',
    '36x',
    'x36',
    '1.2.3x',
    'na x',
    'xnull',
    'nullx',
    'n/ax',
    '-x',
    'per day',
    '5 per month',
    '$x',
    '5.',
  ])('%s is none', (cell) => {
    expect(sharesOf(cell)).toBe(0);
  });

  test('only its first 200 characters are looked at', () => {
    expect(sharesOf(`${'1'.repeat(200)}x`)).toBe(2);
    expect(sharesOf(`${'1'.repeat(199)}x`)).toBe(0);
  });

  test('counts without blanks: half for a company that is known, six of ten for one that is not', () => {
    const mixed = (amounts: number, words: number) => [
      ...Array<string>(amounts).fill('1'),
      ...Array<string>(words).fill('x'),
      ' ',
      '',
    ];
    expect(sharesOf(...mixed(5, 5))).toBe(1);
    expect(sharesOf(...mixed(49, 51))).toBe(0);
    expect(sharesOf(...mixed(6, 4))).toBe(2);
    expect(sharesOf(...mixed(59, 41))).toBe(1);
    // Nothing at all says nothing against it.
    expect(sharesOf('', ' ')).toBe(2);
    expect(sharesOf()).toBe(2);
  });
});

describe('the header of a hospital’s own table', () => {
  const isOne = (...prices: readonly string[]) => isChargeHeader(['CPT', 'a', 'b', ...prices]);
  test.each([
    'gross',
    'gross price',
    'our gross charge',
    'a gross charges b',
    'a cash price',
    'self pay price',
    'cash discount',
    'self pay discounted',
    'discounted cash',
    'discounted cash price',
    'deidentified min',
    'a de identified b',
    'min negotiated',
    'minimum negotiated rate',
    'a max negotiated',
    'maximum negotiated',
  ])('has %j', (price) => {
    expect(isOne(price)).toBe(true);
  });
  test.each([
    'a gross',
    'grossly',
    'cash',
    'our discounted cashier',
    'a discounted cash',
    'negotiated',
    'mini negotiated',
    'rate',
  ])('is not told by %j', (price) => {
    expect(isOne(price)).toBe(false);
  });

  test('has a code and four columns', () => {
    expect(isChargeHeader(['CPT', 'a', 'b', 'gross'])).toBe(true);
    expect(isChargeHeader(['CPT', 'a', 'gross'])).toBe(false);
    expect(isChargeHeader(['a', 'b', 'c', 'gross'])).toBe(false);
  });
});

test('what was said of a file comes before what is remembered of its headings', () => {
  const headings = ['Svc', 'Aetna'];
  const own = { file: 'a.csv', headings, fields: { code: 'Svc' }, payers: ['Aetna'] } as const;
  const known = { headings, fields: { code: 'Aetna' }, payers: [] } as const;
  const choose = chargeChoice([own], [known]);
  expect(choose('a.csv', headings)).toEqual({ fields: own.fields, payers: ['Aetna'], source: 'chosen' });
  expect(choose('b.csv', headings)).toEqual({ fields: known.fields, payers: [], source: 'remembered' });
  expect(choose('a.csv', ['Svc'])).toBeUndefined();
  expect(chargeChoice([], [])('a.csv', headings)).toBeUndefined();
});

test('columns are enough with a code and what payers pay, in a column for each or in each row', () => {
  const tall = { fields: { code: 'c', payer: 'p', rate: 'r' }, payers: [] } as const;
  expect([havePayers(tall), areEnough(tall)]).toEqual([true, true]);
  for (const fields of [{ payer: 'p' }, { rate: 'r' }, {}])
    expect(havePayers({ fields, payers: [] })).toBe(false);
  expect(areEnough({ fields: { code: 'c' }, payers: ['Aetna'] })).toBe(true);
  expect(areEnough({ fields: {}, payers: ['Aetna'] })).toBe(false);
  expect(areEnough({ fields: { code: 'c' }, payers: [] })).toBe(false);
});
