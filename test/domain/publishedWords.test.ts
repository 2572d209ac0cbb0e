import { describe, expect, it } from 'vitest';
import { publishedAmount } from '../../src/domain/publishedAmount.ts';
import { publishedBillingClass } from '../../src/domain/publishedBillingClass.ts';
import { publishedCode, serviceCode, serviceType } from '../../src/domain/publishedCode.ts';
import { publishedDate } from '../../src/domain/publishedDate.ts';
import { publishedFlags } from '../../src/domain/publishedFlags.ts';
import { publishedMethodology } from '../../src/domain/publishedMethodology.ts';
import { publishedModifiers } from '../../src/domain/publishedModifiers.ts';
import { publishedSetting } from '../../src/domain/publishedSetting.ts';

/** What each word of a list is read as, in the list's order. */
const each = <Read>(read: (text: string) => Read, words: readonly string[]) => words.map(read);
const all = <Value>(value: Value, words: readonly string[]) => words.map(() => value);

it.each([
  ['outpatient', ['outpatient', 'op', 'hospital outpatient', 'hopd', ' HOPD ']],
  ['inpatient', ['inpatient', 'ip', 'hospital inpatient', 'Hospital Inpatient']],
  ['both', ['both', 'ip/op', 'inpatient/outpatient', 'inpatient and outpatient']],
  ['emergency', ['emergency', 'emergency department', 'emergency room', 'ed', 'er']],
  ['', ['', '  ']],
  [undefined, ['office', 'out patient', 'outpatients']],
])('the setting %j is written %j', (setting, words) => {
  expect(each(publishedSetting, words)).toEqual(all(setting, words));
});

it.each([
  ['facility', ['facility', 'fac', 'hospital', ' FAC ']],
  ['professional', ['professional', 'prof', 'pro', 'office']],
  ['institutional', ['institutional', 'inst']],
  ['', ['', 'both', ' ']],
  [undefined, ['clinic', 'profs']],
])('the billing class %j is written %j', (billingClass, words) => {
  expect(each(publishedBillingClass, words)).toEqual(all(billingClass, words));
});

it.each([
  [
    'percent of total billed charges',
    [
      'percent of total billed charges',
      'percent of total billed charge',
      'percentage of total billed charges',
      '% of total billed charges',
      'percent of billed charges',
      'percent of charges',
    ],
  ],
  ['fee schedule', ['fee schedules', 'feeschedule', 'fee-schedule', 'fee_schedule', '\tFee   Schedule\n']],
  ['per diem', ['perdiem', 'per-diem', 'per _ diem']],
  ['case rate', ['caserate', 'case-rate']],
  ['fee-schedules', ['fee-schedules']],
  ['a case-rate', ['a case-rate']],
  ['', ['', ' ', '_']],
])('the methodology %j is written %j', (methodology, words) => {
  expect(each(publishedMethodology, words)).toEqual(all(methodology, words));
});

describe('a code', () => {
  it.each([
    ['CPT', ['CPT', 'CPT4', 'cpt-4', 'C P T']],
    ['HCPCS', ['HCPCS', 'HCPC', 'HCPCS II', 'HCPCS Level II']],
    ['CPT', ['CPT/HCPCS', 'CPT/HCPC', 'CPT4/HCPCS', 'HCPCS/CPT', 'HCPCS/CPT4', 'HCPCPT']],
    [undefined, ['', 'CPTS', 'ICD', 'RC', 'HCPCS I']],
  ])('97110 is of the type %s where that is written %j', (type, words) => {
    expect(words.map((word) => publishedCode('97110', word)?.codeType)).toEqual(all(type, words));
  });

  it('that may be CPT or HCPCS is HCPCS by its first letter only', () => {
    expect(each(serviceType, ['G0283', '97110', '0042T'])).toEqual(['HCPCS', 'CPT', 'CPT']);
    expect(
      ['CPT/HCPCS', 'CPT/HCPC', 'CPT4/HCPCS', 'HCPCS/CPT', 'HCPCS/CPT4', 'HCPCPT'].map(
        (type) => publishedCode('G0283', type)?.codeType,
      ),
    ).toEqual(Array.from({ length: 6 }, () => 'HCPCS'));
  });

  it.each([
    ['', ['97110', ' 97110 ', '97110.0', '97110.000', '="97110"', '=" 97110 "', "'97110", "' 97110"]],
    [
      'GP',
      ['97110GP', '97110 GP', '97110  GP', '97110-GP', '97110 - GP', '97110/gp', '97110:GP', '97110|GP'],
    ],
    ['G1', ['97110G1', '97110-G1']],
    ['59', ['97110-59', '97110 59']],
    ['GP|59', ['97110-GP-59', '97110 GP 59', '97110 - GP / 59']],
  ])('with the modifiers %j is written %j', (modifier, texts) => {
    expect(each(serviceCode, texts)).toEqual(all({ code: '97110', modifier }, texts));
  });

  it('is five signs: digits, the last or the first of which may be a letter', () => {
    expect(['0042T', 'G0283', 'g0283-gp'].map((text) => serviceCode(text)?.code)).toEqual([
      '0042T',
      'G0283',
      'G0283',
    ]);
    const none = [
      '9711059',
      '97110-GPX',
      '97110-G',
      '97110G',
      '97110.1',
      '97110.',
      '97110-',
      '97110GP59',
      'X97110',
      '9711',
      'AB123',
      '123AB',
      '97110;GP',
      '="97110',
      '="97110" x',
      '',
    ];
    expect(each(serviceCode, none)).toEqual(all(undefined, none));
  });

  it('of CPT that lost its zeros has three or four digits', () => {
    expect(['100', ' 100 ', '1234'].map((text) => publishedCode(text, 'CPT')?.code)).toEqual([
      '00100',
      '00100',
      '01234',
    ]);
    const none = ['12', '0100', '100x', 'x100', '10 0'];
    expect(none.map((text) => publishedCode(text, 'CPT'))).toEqual(all(undefined, none));
  });

  it('of an APC has four signs, zeros before them or the letters APC', () => {
    const read = (text: string) => publishedCode(text, 'APC')?.code;
    expect(
      each(read, ['5823', '823', 'APC5823', 'APC 5823', 'apc  823', '0005823', 'N801', "'5823"]),
    ).toEqual(['5823', '0823', '5823', '5823', '0823', '5823', 'N801', '5823']);
    const none = ['12', '58234', 'N80', 'AB801', 'N801X', 'XAPC 123', 'APC', ''];
    expect(each(read, none)).toEqual(all(undefined, none));
    expect(publishedCode('823', 'APC')).toEqual({ code: '0823', codeType: 'APC', modifier: '' });
  });
});

describe('a date', () => {
  it.each([
    [
      '2026-01-05',
      ['2026-1-5', '2026/01/05', '2026-01-05 12:00:00.000+01:00', '2026-01-05T10:00Z', ' 1/5/2026 '],
    ],
    [
      '2026-01-05',
      ['1/5/2026 9:05 pm', '01-05-2026', 'Jan 5 2026', 'jan. 5, 2026', 'January 05, 2026', '20260105'],
    ],
    // As Excel's Windows setting reads two digits: 1930 to 2029.
    ['2026-01-05', ['1/5/26', ' 01/05/26 ', '1/5/26 9:05', '5-Jan-26', '5 January 2026']],
    ['2029-12-31', ['12/31/29']],
    ['2000-02-01', ['2/1/00']],
    ['1990-02-01', ['2/1/90']],
    ['2026', ['2026', '2026.0', '2026.00']],
    ['2026-03', ['2026-3', '2026/03']],
    ['1990-01-01', ['32874', '1990-01-01']],
    ['2100-12-31', ['73415', '12/31/2100']],
    [
      undefined,
      [
        // Spreadsheet days before 1990 and after 2100.
        '32873',
        '73416',
        '10000',
        '202601051',
        'x2026',
        '2026x',
        '2026.',
        '2026.1',
        '2026-001',
        '2026-01-005',
        '2026-01-05Q',
        '1/5/30',
        '1/5/89',
        '13/5/26',
        '26/1/5',
        '1-5-26',
        'x1/5/26',
        '001/5/2026',
        '1/005/2026',
        '1/5/2026 noon',
        'Ja 5, 2026',
        'Janjanjanj 5, 2026',
        'Jan  5, 2026',
        'Jan 5,, 2026',
        'Jan 005, 2026',
        '1Jan 5, 2026',
        'Mai 5, 2026',
      ],
    ],
  ])('%j is written %j', (date, texts) => {
    expect(each(publishedDate, texts)).toEqual(all(date, texts));
  });
});

describe('no amount', () => {
  it('is written in many ways', () => {
    const none = [
      ' ',
      '\t',
      ...'n/a N/A na n.a. n.a n/a. none null nil NaN tbd unknown - -- – — . * ***'.split(' '),
      'not available',
      'not applicable',
    ];
    expect(each(publishedAmount, none)).toEqual(all('none', none));
    const unreadable = ['nonesuch', 'x none', 'naan', 'not', 'available', '-x', 'x-', 'n', 'not  available'];
    expect(each(publishedAmount, unreadable)).toEqual(all('unreadable', unreadable));
  });

  it('is a cent or less, and nines from five of them on', () => {
    expect(
      each(publishedAmount, ['0.01', '0.02', '00', '9999', '99999', '99999.99', '9999.99', '99999.98']),
    ).toEqual(['none', 2, 'none', 999_900, 'none', 'none', 999_999, 9_999_998]);
    expect(each(publishedAmount, ['199999', '999991', '99998', '100000'])).toEqual([
      19_999_900, 99_999_100, 9_999_800, 10_000_000,
    ]);
  });

  it('is not what a spreadsheet wrote with a power of ten, or a currency about it', () => {
    expect(
      each(publishedAmount, [
        '1e2',
        '1.5E+1',
        '125e-1',
        '5e0',
        '1E-1',
        '12.34e1',
        '0.5e2',
        'usd12',
        'USD  12',
        '12 USD',
        '12usd',
        '$ 12',
        '$12',
      ]),
    ).toEqual([10_000, 1500, 1250, 500, 10, 12_340, 5000, 1200, 1200, 1200, 1200, 1200, 1200]);
    const unreadable = ['1e', 'e2', '1e2e2', 'x1e2', '1e+-2', 'usdusd12', '$ $12', '1e100'];
    expect(each(publishedAmount, unreadable)).toEqual(all('unreadable', unreadable));
  });
});

it('modifiers are none where a cell says so, and are read from any other', () => {
  const none = ['', ' ', 'n/a', 'NA', ' None ', 'null', '-', '---', ' - '];
  expect(none.map((text) => publishedModifiers(text))).toEqual(all('', none));
  expect(none.map((text) => publishedModifiers(text, 'gp'))).toEqual(all('GP', none));
  expect(publishedModifiers('NA GP')).toBe('GP|NA');
  expect(publishedModifiers('XN/A')).toBe('A|XN');
  expect(publishedModifiers('nulls', 'CQ')).toBe('CQ|NULLS');
});

it('five dollars and less are very low for what takes a clinician’s time, and for nothing else', () => {
  const flagged = (code: string) =>
    publishedFlags({ code, codeType: 'CPT', cents: 499, grossCents: undefined, methodology: '' }) !== 0;
  for (const code of ['97110', '97999', '97012', '99202', '99299', 'G0283'])
    expect(flagged(code), code).toBe(true);
  const few = ['97010', '97014', '97018', '97024', '97026', '97028', '99211'];
  for (const code of [...few, '98110', '99300', '9711A', 'G0284', '971100'])
    expect(flagged(code), code).toBe(false);
});

it('flags follow from type and methodology alone where there is no gross charge', () => {
  const flags = (methodology: string, codeType: 'CPT' | 'APC' = 'CPT') =>
    publishedFlags({ code: '97110', codeType, cents: 9000, grossCents: undefined, methodology });
  const [estimate, derived, other] = ['expected payment', 'derived contracted rate', 'negotiated'].map(
    (words) => flags(words),
  );
  expect([estimate === derived, estimate === 0, other]).toEqual([true, false, 0]);
  expect(flags('tic per diem')).toBe(flags('per diem'));
  expect(flags('per diem')).toBeGreaterThan(0);
  expect(flags('', 'APC')).toBeGreaterThan(0);
});
