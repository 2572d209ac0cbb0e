import { describe, expect, test } from 'vitest';
import { areEnough, chargeChoice } from '../../../src/data/chargeChoice.ts';
import { offeredCharges } from '../../../src/data/formats/offeredCharges.ts';
import { readCharges } from '../../../src/data/formats/readCharges.ts';
import { payerReader } from '../../../src/domain/payerReader.ts';
import { shippedAliases } from '../../support/releaseData.ts';

const names = payerReader(shippedAliases());

const offered = (text: string) => offeredCharges(new TextEncoder().encode(text), names);

describe('a table nothing shows to be a hospital’s', () => {
  test('is offered with what headings and cells say, titles above it or none, where a column holds money', () => {
    const table = 'Svc,What,Aetna,Quillfern Trust\n97110,exercise,$41.50,39.00\n97140-GP,manual,$38.00,\n';
    const expected = {
      header: ['Svc', 'What', 'Aetna', 'Quillfern Trust'],
      firstRows: [
        ['97110', 'exercise', '$41.50', '39.00'],
        ['97140-GP', 'manual', '$38.00', ''],
      ],
      fields: { code: 'Svc' },
      payers: ['Aetna', 'Quillfern Trust'],
      payerNames: ['Aetna', ''],
      source: 'headings',
    };
    expect(offered(table)).toEqual(expected);
    expect(offered(`Prices of Zyxo Falls\nas of,2021\n\n${table}`)).toEqual(expected);
    expect(offered(table.replaceAll(',', ';'))).toEqual(expected);
  });

  test.each([
    ['without money', 'a,b,c\n1,2,3\n'],
    ['of two columns', 'code,rate\n97110,$3.00\n'],
    ['of texts with an amount here and there', 'a,b,c\nx,y,1.50\nx,y,z\nx,y,w\n'],
    ['without headings', '97110,Aetna,41.50\n97140,Aetna,38.00\n'],
    ['of nothing', ''],
  ])('is not offered %s', (_, text) => {
    expect(offered(text)).toBeUndefined();
  });
});

describe('a column', () => {
  /** Whether a table is offered whose third column holds these cells. */
  const holdsMoney = (...cells: readonly string[]) =>
    offered(`a,b,c\n${cells.map((cell) => `x,y,"${cell}"\n`).join('')}`) !== undefined;

  test.each([
    '$1',
    '$ 1,234.50',
    '-$3',
    '($3.00)',
    '($3',
    '1.50',
    '1,234,567.89',
    '1234567890123.45',
    ' 1.50 ',
  ])('of amounts such as %s holds money', (cell) => {
    expect(holdsMoney(cell)).toBe(true);
  });

  test.each([
    '1',
    '1.5',
    '1.505',
    '.50',
    '-1.50',
    '12345678901234.56',
    'x1.50',
    '1.50x',
    '$',
    '$x',
    'x$1',
    '$1 x',
    '1.x0',
  ])('of cells such as %s does not', (cell) => {
    expect(holdsMoney(cell)).toBe(false);
  });

  test('holds money where half its cells do, blank ones left out', () => {
    expect(holdsMoney('1.50', 'x')).toBe(true);
    expect(holdsMoney('1.50', 'x', '', ' ')).toBe(true);
    expect(holdsMoney('1.50', 'x', 'y')).toBe(false);
    expect(holdsMoney('', '')).toBe(false);
    // A cell is looked at as far as 40 signs.
    expect(holdsMoney(`$${'1'.repeat(39)}x`)).toBe(true);
    expect(holdsMoney(`$${'1'.repeat(38)}x`)).toBe(false);
  });

  /** The heading taken for the code's, of a column that holds these cells. */
  const codeOf = (...cells: readonly string[]) =>
    offered(`Svc,b,c\n${cells.map((cell) => `"${cell}",y,$1.50\n`).join('')}`)?.fields.code;

  test.each(['97110', '0042T', 'G0283', 'g0283', '97110-GP', '97110GP', '97110 26', '9711f'])(
    'of codes such as %s holds the code',
    (cell) => {
      expect(codeOf(cell)).toBe('Svc');
    },
  );

  test.each([
    '9711',
    '971100',
    'GG283',
    '9711-',
    '97110-G',
    '97110--GP',
    '97110-GPX',
    'x97110',
    '97110 and more',
  ])('of cells such as %s does not', (cell) => {
    expect(codeOf(cell)).toBeUndefined();
  });

  test('holds the code where three of five cells do', () => {
    expect(codeOf('97110', '97112', '97140', 'x', 'y')).toBe('Svc');
    expect(codeOf('97110', '97112', 'x', 'y')).toBeUndefined();
    expect(codeOf('97110', '97112', '97140', 'x', 'y', 'z')).toBeUndefined();
  });

  test('whose heading says so holds the code before one whose cells do, and one without a heading never', () => {
    const two = offered('Svc,Code,Aetna\n97110,97112,$1.50\n');
    expect(two?.fields).toEqual({ code: 'Code' });
    const blank = offered(',Svc,Aetna,b\n97110,97112,$1.50,x\n');
    expect(blank?.fields).toEqual({ code: 'Svc' });
  });
});

describe('the headings', () => {
  const table = 'Svc,What,Aetna\n97110,x,$1.50\n';

  test.each(['1,2,3\n', 'a,1.5,b\n', 'a,$12,b\n', 'a,"1,2",b\n', 'a,b\n', 'a,b,\n'])(
    'are not a row such as %j',
    (line) => {
      expect(offered(`${line}${table}`)?.header).toEqual(['Svc', 'What', 'Aetna']);
    },
  );

  test.each(['a,b,c1\n', 'a,b,1 of 2\n', 'x 1,b,c,\n'])('may be a row such as %j', (line) => {
    expect(offered(`${line}97110,x,$1.50\n`)?.header).toEqual(
      line
        .trim()
        .split(',')
        .filter((cell) => cell !== ''),
    );
  });

  test('may be the last of the first 260 rows', () => {
    expect(offered(`${'x\n'.repeat(258)}${table}`)).toBeDefined();
    expect(offered(`${'x\n'.repeat(259)}${table}`)).toBeUndefined();
  });

  test('and rows are of the first 64 KB, whose last row may be cut', () => {
    // The amount of the second row ends at, or one behind, the byte that is looked at last.
    const first = 'Svc,What,Aetna\n97110,x,call\n';
    const row = '97110,,$1.50\n';
    for (const [length, isOffered] of [
      [65_536, true],
      [65_537, false],
    ] as const) {
      const text = first + row.replace(',,', `,${'x'.repeat(length - first.length - row.length)},`);
      expect(text.length).toBe(length);
      expect(offered(text) !== undefined).toBe(isOffered);
    }
  });
});

test('what is shown of a table are its first four rows, each cell trimmed and cut to 80 signs', () => {
  const rows = Array.from({ length: 5 }, (_, at) => [` ${'x'.repeat(81)} `, `${at}`]);
  const names2 = { read: () => ({ brandAlias: undefined, parent: 'P' }) } as unknown as typeof names;
  expect(
    readCharges(['a', 'b', 'c'], rows, { fields: { code: 'a' }, payers: ['b'] }, 'chosen', names2),
  ).toEqual({
    header: ['a', 'b', 'c'],
    firstRows: [0, 1, 2, 3].map((at) => ['x'.repeat(80), `${at}`, '']),
    fields: { code: 'a' },
    payers: ['b'],
    payerNames: [''],
    source: 'chosen',
  });
});

test('columns set for a file come before those remembered, and each only for the headings it was set for', () => {
  const headings = ['Svc', 'Aetna'];
  const columns = { headings, fields: { code: 'Svc' }, payers: ['Aetna'] };
  const choice = chargeChoice([{ ...columns, file: 'a.csv', payers: [] }], [columns]);
  expect(choice('a.csv', headings)).toEqual({ fields: { code: 'Svc' }, payers: [], source: 'chosen' });
  expect(choice('b.csv', headings)).toEqual({
    fields: { code: 'Svc' },
    payers: ['Aetna'],
    source: 'remembered',
  });
  expect(choice('a.csv', ['Svc', 'Cigna'])).toBeUndefined();
});

test('a code, and payers in headings or a payer and a rate in each row, are enough', () => {
  expect(areEnough({ fields: { code: 'a' }, payers: ['b'] })).toBe(true);
  expect(areEnough({ fields: { code: 'a', payer: 'b', rate: 'c' }, payers: [] })).toBe(true);
  expect(areEnough({ fields: { code: 'a', payer: 'b' }, payers: [] })).toBe(false);
  expect(areEnough({ fields: {}, payers: ['b'] })).toBe(false);
});
