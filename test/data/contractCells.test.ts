import { describe, expect, test } from 'vitest';
import {
  pricingModifiers,
  readAllowed,
  readCareSite,
  readCharge,
  readClaimUnits,
  readMedicareShare,
  readVolume,
} from '../../src/data/contractValues.ts';
import { readAmount } from '../../src/data/ownRatesAmount.ts';
import { readCode, readModifiers, readPlace, spreadsheetFault } from '../../src/data/ownRatesValues.ts';

/** The value, or undefined where there is none. */
const valueOf = <Value>(reading: { readonly value: Value } | { readonly fault: string }) =>
  'value' in reading ? reading.value : undefined;

describe('whole numbers', () => {
  test.each([
    ['1,2', undefined],
    ['1,23', undefined],
    ['1,234', 1234],
    ['12,345', 12_345],
    ['123,456', 123_456],
    ['1234,567', undefined],
    ['1,234,56', undefined],
    ['1,234,567', 1_234_567],
    ['1234', 1234],
    ['100,000,000', 100_000_000],
    ['100,000,001', undefined],
    ['123456789', undefined],
    ['12.', 12],
    ['12.0', 12],
    ['12.000', 12],
    ['12.01', undefined],
    ['12.0x', undefined],
    ['a12', undefined],
    ['12 ', undefined],
    ['.0', undefined],
  ])('%j of volume', (text, units) => {
    expect(valueOf(readVolume(text, 'point'))).toBe(units);
  });

  test('of claims may be taken back', () => {
    expect(
      ['-1', '\u22121', '1', '-100,000,000', '-100,000,001'].map((text) =>
        valueOf(readClaimUnits(text, 'point')),
      ),
    ).toEqual([-1, -1, 1, -100_000_000, undefined]);
    expect(valueOf(readVolume('-0', 'point'))).toBe(0);
    expect(Object.is(valueOf(readVolume('-0', 'point')), 0)).toBe(true);
  });
});

describe('nothing was allowed', () => {
  const denied = 'Nothing was allowed: a denied line says nothing of the rate.';
  test.each([
    '0',
    '00',
    '$0',
    '0.',
    '0.0',
    '.0',
    '.00',
    ',00',
    '0,0',
    '-0',
    '($0)',
    '(0.00)',
    '-$0.00',
    '(0',
    '0)',
  ])('where %j stands', (text) => {
    expect(readAllowed(text, 'point')).toEqual({ fault: denied });
  });
  test.each(['0.01', '10', '$10.00', '01', '0x', 'x0', '--0', '0.0.0', '$$0', '0-', '(($0))'])(
    'but not where %j does',
    (text) => {
      expect(readAllowed(text, 'point')).not.toEqual({ fault: denied });
    },
  );
  test.each(['', '$', '.', '-', '()', '($.)'])('nor where %j does: there is no nought', (text) => {
    expect(readAllowed(text, 'point')).not.toEqual({ fault: denied });
  });
});

describe('what was taken back', () => {
  test.each([
    ['-1', -100],
    ['- 1', -100],
    ['\u2212 1', -100],
    ['$-1', -100],
    ['$\u22121', -100],
    ['-$1', -100],
    ['(1)', -100],
    ['($1)', -100],
    ['1', 100],
    ['$1', 100],
    ['x-1', undefined],
    ['1-', undefined],
    ['(1', undefined],
    ['1)', undefined],
    ['x(1)', undefined],
    ['(1)x', undefined],
    ['-', undefined],
    ['$-', undefined],
    ['()', undefined],
  ])('%j', (text, cents) => {
    expect(valueOf(readAllowed(text, 'point'))).toBe(cents);
  });
});

test('no charge is one of nothing', () => {
  for (const text of ['', '$', '0', '$0', '00', '0.', '0.00', '.00', '0,00', ','])
    expect(readCharge(text, 'point', true)).toEqual({ value: null });
  for (const text of ['10', '0.01', '$1', '01'])
    expect(valueOf(readCharge(text, 'point', true))).toBeGreaterThan(0);
  for (const text of ['x0', '0x', '$$', '-0'])
    expect(readCharge(text, 'point', true)).toEqual({
      value: null,
      warning: 'This charge could not be read and is left out; nothing else of the line hangs on it.',
    });
  expect(readCharge('60,00', 'comma', true)).toEqual({ value: 6000 });
});

test.each([
  ['0.049', undefined],
  ['0.05', 0.05],
  ['1', 1],
  ['1,125', 1.125],
  ['1.1255', 1.1255],
  ['4.99', 4.99],
  ['5', 5],
  ['5.1', 0.051],
  ['100', 1],
  ['110', 1.1],
  ['1000', 10],
  ['1000.1', undefined],
  ['1 %', undefined],
  ['5 %', 0.05],
  ['5%', 0.05],
  ['1000 %', 10],
  ['110%%', undefined],
  ['%110', undefined],
  ['a110', undefined],
  ['110.', undefined],
  ['.5', undefined],
  ['1.23456', undefined],
  ['12345', undefined],
  ['110 percent', undefined],
])('%j of Medicare is %s', (text, share) => {
  const found = valueOf(readMedicareShare(text));
  if (share === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(share, 12);
});

test.each([
  ['2', 'non-facility'],
  ['21', 'facility'],
  ['21x', 'facility'],
  ['21 - Inpatient', 'facility'],
  ['211', ''],
  ['1211', ''],
  ['x21', ''],
  ['Office', 'non-facility'],
  ['a clinic', 'non-facility'],
  ['Home health', 'non-facility'],
  ['HOSPITAL', 'facility'],
  ['skilled nursing', 'facility'],
  ['a facility', 'facility'],
  ['SNF', 'facility'],
  ['school', ''],
])('the place of service %j is %j', (text, site) => {
  expect(valueOf(readCareSite(text))).toBe(site);
});

test('modifiers that change what is paid stand once each, by the alphabet', () => {
  expect(['', '|', 'CQ', 'TC|26', '26|TC|26', 'GP|CQ|59', 'GPX'].map(pricingModifiers)).toEqual([
    '',
    '',
    'CQ',
    '26|TC',
    '26|TC',
    'CQ',
    'GPX',
  ]);
});

describe('cells that say there is no rate', () => {
  test.each([
    'n/a',
    'na',
    'N.A.',
    'n.a',
    'none',
    'null',
    'nil',
    'nan',
    'tbd',
    'unknown',
    'not available',
    '-',
    '--',
    '–',
    '—',
    '.',
    '?',
    '???',
  ])('%s', (text) => {
    expect(readAmount(text, 'point')).toEqual({
      fault: 'This says there is no rate. Give an amount, or leave the line out.',
    });
  });
  test.each([
    'n//a',
    'n/ab',
    'xn/a',
    'nonex',
    'xnone',
    'nulls',
    'tbds',
    'unknowns',
    'not  available',
    '-x',
    'x-',
    '% x',
  ])('and %s says nothing', (text) => {
    expect(readAmount(text, 'point')).toEqual({ fault: 'This is not a dollar amount such as 36.50.' });
  });
});

test('an amount is up to 9,999,999.99, in the forms that are in use', () => {
  const point = (text: string) => valueOf(readAmount(text, 'point'));
  for (const text of [
    'USD36.50',
    'usd 36.50',
    '36.50usd',
    '36.50 USD',
    'US$36.50',
    'us $ 36.50',
    '$36.50',
    '$ 36.50',
  ])
    expect(point(text), text).toBe(3650);
  for (const text of ['us36.50', 'usdx36.50', '36.50 us', '36$50', '36.50 $'])
    expect(point(text), text).toBeUndefined();
  for (const text of ['1 234.50', '1\u00a0234.50', '1\u202f234.50']) expect(point(text)).toBe(123_450);
  for (const text of ['1 23', '1 2345', '1  234', 'a 234']) expect(point(text), text).toBeUndefined();
  expect(point('1 234 567')).toBe(123_456_700);
  expect([point('9999999.99'), point('9999999.994'), point('9999999.995')]).toEqual([
    999_999_999,
    999_999_999,
    undefined,
  ]);
});

test('a decimal comma among points is told as one', () => {
  const comma =
    'This has a decimal comma, other amounts of the file a decimal point. Write it with a point, such as 36.50.';
  for (const text of ['36,5', '36,50', '$36,50', '-36,50', '-$36,50', '1234,5'])
    expect(readAmount(text, 'point')).toEqual({ fault: comma });
  for (const text of ['36,505x', '36,', 'x36,50', '36,50x', '3,6,5', '--36,50', '36.5,0'])
    expect(readAmount(text, 'point')).toEqual({ fault: 'This is not a dollar amount such as 36.50.' });
});

test('a code that lost a nought is told so', () => {
  const lost = 'This number lost its leading zero or is not a CPT or HCPCS code, which has 5 characters.';
  const none = 'This is not a CPT or HCPCS code of 5 characters such as 97110 or G0283.';
  for (const text of ['1', '97', '420', '9711']) expect(readCode(text)).toEqual({ fault: lost });
  for (const text of ['971100', 'x', '97-11', '1x']) expect(readCode(text)).toEqual({ fault: none });
});

test('cells that a spreadsheet could not fill', () => {
  const error = 'This is a spreadsheet error.';
  for (const text of ['#REF!', '#value!', '#NAME?', '#N/A', '#NULL!', '#NUM!', '#DIV/0!', '#SPILL!'])
    expect(spreadsheetFault(text), text).toBe(error);
  for (const text of ['#REF!!', '#NAME', 'a#N/A', '#N/Ab', '#', '#OTHER!', '#NAMES?'])
    expect(spreadsheetFault(text)).toBeUndefined();
});

test('words of a place are compared without their case and spacing', () => {
  expect(
    ['new   york', 'NEW\tYORK', 'PR', 'puerto rico', 'vi', 'D.C.'].map((text) => valueOf(readPlace(text))),
  ).toEqual(['NY', 'NY', 'PR', 'PR', 'VI', 'DC']);
  expect(['newyork', 'xTX', 'TXx', 'Guam', 'US'].map((text) => valueOf(readPlace(text)))).toEqual(
    Array(5).fill(undefined),
  );
});

test('modifiers of a cell are told apart by what stands between them', () => {
  expect(readModifiers('gp cq,59;kx|25/26')).toEqual({ value: 'GP|CQ|59|KX|25|26' });
  const warning = 'A modifier has 2 characters, such as GP; kept as written.';
  for (const text of ['G', 'GPX', 'G-', 'ÄB'])
    expect(readModifiers(`59,${text}`)).toEqual({ value: `59|${text}`, warning });
});
