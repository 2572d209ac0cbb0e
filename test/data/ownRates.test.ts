import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { decimalMarks, readAmount } from '../../src/data/ownRatesAmount.ts';
import { matchColumns } from '../../src/data/ownRatesColumns.ts';
import { readCode, readDate, readPlace } from '../../src/data/ownRatesValues.ts';
import { shippedAliases } from '../support/releaseData.ts';

const none = new Map<string, readonly string[]>();

describe('headings', () => {
  test.each([
    ['CPT/HCPCS Code,Payor,Allowed Amount ($)', ['code', 'payer', 'rate']],
    ['cpt,insurance,contract_rate', ['code', 'payer', 'rate']],
    ['billingCode,payerName,negotiatedRate', ['code', 'payer', 'rate']],
    ['code|1,payer_name,plan_name,standard_charge|negotiated_dollar', ['code', 'payer', 'rate', 'plan']],
    ['Procedure;Plan Name;Rate (USD)', ['code', 'rate', 'payer']],
    [
      'code,payer,rate,LOB,Mod,Facility,St,Year',
      ['code', 'payer', 'rate', 'state', 'provider', 'line', 'modifier', 'date'],
    ],
  ])('%s', (header, fields) => {
    expect(matchColumns(header.split(/[,;]/)).map((match) => match.field)).toEqual(fields);
  });

  test('titles above the header are passed over, and lines keep their numbers', () => {
    const read = readOwnRates(
      'Fee schedule of Zyxo\n"as of 2026, all products"\n\ncode;payer;rate\n97110;Aetna;36,50\n97110;;1,00\n',
      'mine.csv',
      none,
      shippedAliases(),
    );
    expect(read.tables.get('97110')?.cents).toEqual(Uint32Array.of(3650));
    expect(read.notes[0]).toBe('The header is line 4; 2 lines above it are not read.');
    expect(read.problems.map(({ line, column }) => [line, column])).toEqual([[6, 'payer']]);
    expect([read.rowsPresent, read.rowsRead]).toEqual([2, 1]);
  });

  test('the better heading wins, and the other is named as not used', () => {
    const read = readOwnRates(
      'code,payer,amount,rate\n97110,Aetna,1,36.50',
      'mine.csv',
      none,
      shippedAliases(),
    );
    expect(read.tables.get('97110')?.cents).toEqual(Uint32Array.of(3650));
    expect(read.columns).toContainEqual({ field: 'rate', header: 'rate' });
    expect(read.notes).toContain('Columns not used: amount.');
  });
});

describe('tables', () => {
  const text = [
    'code,payer,plan,line,rate,state,provider,modifier,setting,billing_class,methodology,date',
    '97110,Aetna,PPO,Commercial,36.50,TX,Clinic A,GP,OP,prof,Fee Schedule,2026-01-31',
    '97110,Aetna,PPO,Commercial,36.50,TX,Clinic A,GP,OP,prof,Fee Schedule,2026-01-31',
    '97110,Aetna,HMO,Medicare Advantage,30.00,Alaska,Clinic A,,,,,2025',
    'G0283,BCBS of Texas,,,12.00,TX,Clinic A,,,,,',
  ].join('\n');
  const read = readOwnRates(text, 'mine.csv', none, shippedAliases());

  test('one per code, columns by row, dictionaries shared', () => {
    const table = read.tables.get('97110');
    if (!table) throw new Error('no table');
    expect([...table.cents]).toEqual([3650, 3000]);
    expect([...table.sourceRows]).toEqual([2, 1]);
    expect([...table.line]).toEqual([2, 4]);
    expect(table.providers.map(({ name, place }) => `${name}, ${place}`)).toEqual([
      'Clinic A, TX',
      'Clinic A, AK',
    ]);
    expect(table.plans.map(({ payer, line, parent }) => [payer, line, parent])).toEqual([
      ['aetna', 'Commercial', ''],
      ['medicare-advantage', 'Medicare Advantage', 'Aetna'],
      ['bcbs', 'Commercial', ''],
    ]);
    expect(table.sources.map(({ kind, name, date, year }) => [kind, name, date, year])).toEqual([
      ['own', 'mine.csv', '2026-01-31', 2026],
      ['own', 'mine.csv', '2025', 2025],
      ['own', 'mine.csv', '', 0],
    ]);
    expect(table.modifiers).toEqual(['', 'GP']);
    expect(table.methodologies).toEqual(['', 'fee schedule']);
    expect([...table.setting]).toEqual([1, 0]);
    expect([...table.billingClass]).toEqual([2, 0]);
    const other = read.tables.get('G0283');
    expect(other?.providers).toBe(table.providers);
    expect([...(other?.codeType ?? [])]).toEqual([1]);
  });

  test('a repeated line is read, counted, and no second row', () => {
    expect([read.rowsPresent, read.rowsRead, read.rowsLeftOut]).toEqual([4, 4, 0]);
    expect(read.notes).toContain('1 line has the same rate as another: code by code it counts once.');
  });

  test('without a provider column the file is one provider in each state', () => {
    const plain = readOwnRates(
      'code,payer,rate,state\n97110,A,1,TX\n97110,B,2,TX\n97110,B,2,AK',
      'mine.csv',
      none,
      shippedAliases(),
    );
    const providers = plain.tables.get('97110')?.providers;
    expect(providers?.map(({ name, place }) => [name, place])).toEqual([
      ['Your file', 'TX'],
      ['Your file', 'AK'],
    ]);
  });

  test('every problem of a line is named, and the line is left out once', () => {
    const bad = readOwnRates('code,payer,rate,state\n1,,0,XX', 'mine.csv', none, shippedAliases());
    expect(bad.problems.map(({ line, column, leftOut }) => [line, column, leftOut])).toEqual([
      [2, 'code', true],
      [2, 'payer', true],
      [2, 'rate', true],
      [2, 'state', true],
    ]);
    expect([bad.rowsRead, bad.rowsLeftOut]).toEqual([0, 1]);
  });
});

describe('values', () => {
  test.each([
    ['36.50', 'point', 3650],
    ['$1,234.5', 'point', 123450],
    ['1 234,50', 'comma', 123450],
    ['1.234,50', 'comma', 123450],
    ['36', 'comma', 3600],
    ['US$ 36.50', 'point', 3650],
    ['9999999.99', 'point', 999999999],
  ] as const)('%s with a decimal %s', (text, mark, cents) => {
    expect(readAmount(text, mark)).toEqual({ value: cents });
  });

  test.each(['1.234,50,1', '1,234.50', '', '-', '0,00', '(3,50)', 'abc', '10000000'])(
    '%s is no amount',
    (text) => {
      expect(readAmount(text, 'comma')).toHaveProperty('fault');
    },
  );

  test.each([
    [['36,50', '40'], 'comma'],
    [['36,50', '40.25'], 'point'],
    [['1,234', '36'], 'point'],
    [['1.234,00', '1.234'], 'comma'],
    [[], 'point'],
  ] as const)('%j has a decimal %s', (texts, mark) => {
    const marks = decimalMarks();
    texts.every(marks.see);
    expect(marks.mark()).toBe(mark);
  });

  test('codes, places and dates', () => {
    expect(readCode('97110/GP')).toEqual({ value: { code: '97110', codeType: 'CPT', modifier: 'GP' } });
    expect(readCode('0552t')).toEqual({ value: { code: '0552T', codeType: 'CPT', modifier: '' } });
    expect(readPlace('US Virgin Islands')).toEqual({ value: 'VI' });
    expect(readPlace('constructor')).toHaveProperty('fault');
    expect(readDate('2026/1/5')).toEqual({ value: { date: '2026-01-05', year: 2026 } });
    expect(readDate('2026-01-05T00:00:00Z')).toEqual({ value: { date: '2026-01-05', year: 2026 } });
    expect(readDate('12/31/2025')).toEqual({ value: { date: '2025-12-31', year: 2025 } });
  });
});

describe('properties', () => {
  test('no text throws; read + left out = present; every left-out line has a problem', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '97110',
        '97001',
        '420',
        'Aetna',
        '36.50',
        '36,50',
        '$5',
        'TX',
        '',
        '2026',
        '"',
        '=1',
        '0',
      ),
      fc.string({ maxLength: 6 }),
    );
    const lines = fc.array(fc.array(cell, { minLength: 3, maxLength: 6 }).map((cells) => cells.join(',')));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          lines.map((body) => ['code,payer,rate,state,year', ...body].join('\n')),
        ),
        (text) => {
          const read = readOwnRates(text, 'mine.csv', none, shippedAliases());
          expect(read.rowsRead + read.rowsLeftOut).toBe(read.rowsPresent);
          let counted = 0;
          for (const table of read.tables.values()) for (const rows of table.sourceRows) counted += rows;
          expect(counted).toBe(read.rowsRead);
          if (read.columns.length > 0) {
            const leftOut = new Set(
              read.problems.filter((problem) => problem.leftOut).map((problem) => problem.line),
            );
            expect(leftOut.size).toBe(read.rowsLeftOut);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('an amount written in either style reads back to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (cents) => {
        const dollars = Math.floor(cents / 100);
        const rest = String(cents % 100).padStart(2, '0');
        const grouped = dollars.toLocaleString('en-US');
        expect(readAmount(`$${grouped}.${rest}`, 'point')).toEqual({ value: cents });
        expect(readAmount(`${grouped.replaceAll(',', '.')},${rest}`, 'comma')).toEqual({ value: cents });
      }),
    );
  });
});
