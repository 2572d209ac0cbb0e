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
import { type DecimalMark, decimalMarks, readAmount } from '../../src/data/ownRatesAmount.ts';
import {
  plainCell,
  type Reading,
  readBillingClass,
  readCode,
  readDate,
  readModifiers,
  readPlace,
  readSetting,
  spreadsheetFault,
} from '../../src/data/ownRatesValues.ts';

/** The value, or why there is none. */
function told<Value>(reading: Reading<Value>): Value | string {
  return 'fault' in reading ? reading.fault : reading.value;
}

describe('a volume', () => {
  const fault = 'This is not a whole number of units such as 1200.';
  test.each<[string, number | null | string]>([
    ['', null],
    ['0', 0],
    ['1200', 1200],
    ['1,200', 1200],
    ['1,234,567', 1_234_567],
    ['1200.', 1200],
    ['1200.00', 1200],
    ['100000000', 100_000_000],
    ['100000001', fault],
    ['1234567890', fault],
    ['12,00', fault],
    ['1,2000', fault],
    ['1200.5', fault],
    ['-1', fault],
    ['x12', fault],
    ['12x', fault],
  ])('%j', (text, value) => {
    expect(told(readVolume(text, 'point'))).toBe(value);
  });
});

describe('units of a claim line', () => {
  const fault = 'This is not a whole number of units such as 2.';
  const none = 'No units: nothing was billed on this line.';
  test.each<[string, number | string]>([
    ['2', 2],
    ['-2', -2],
    ['\u22122', -2],
    ['-1,200.0', -1200],
    ['0', none],
    ['-0', none],
    ['0.00', none],
    ['', fault],
    ['--2', fault],
    ['2.5', fault],
  ])('%j', (text, value) => {
    expect(told(readClaimUnits(text, 'point'))).toBe(value);
  });
});

describe('what was allowed', () => {
  const denied = 'Nothing was allowed: a denied line says nothing of the rate.';
  test.each<[string, number | string]>([
    ['60.00', 6000],
    ['-60.00', -6000],
    ['- 60.00', -6000],
    ['\u221260.00', -6000],
    ['$-60.00', -6000],
    ['$\u221260.00', -6000],
    ['($60.00)', -6000],
    ['(60)', -6000],
    ['0', denied],
    ['0.00', denied],
    ['$0', denied],
    ['-$0.00', denied],
    ['($0.00)', denied],
    ['0,00', denied],
    ['.0', denied],
    ['', 'The rate is blank. Give an amount, or leave the line out.'],
    ['-', 'This says there is no rate. Give an amount, or leave the line out.'],
    ['(x)', 'This is not a dollar amount such as 36.50.'],
    ['--60', 'The rate is negative.'],
  ])('%j', (text, value) => {
    expect(told(readAllowed(text, 'point'))).toBe(value);
  });

  test('by the file’s mark', () => {
    expect(told(readAllowed('-60,00', 'comma'))).toBe(-6000);
  });
});

describe('a charge', () => {
  test.each<[string, number | null]>([
    ['', null],
    ['0', null],
    ['$0.00', null],
    ['0,00', null],
    ['60', 6000],
    ['($60.00)', -6000],
  ])('%j', (text, value) => {
    expect(readCharge(text, 'point', true)).toEqual({ value });
  });

  test('that cannot be read warns, and the line counts', () => {
    for (const text of ['x', '-0.00', '12%'])
      expect(readCharge(text, 'point', true)).toEqual({
        value: null,
        warning: 'This charge could not be read and is left out; nothing else of the line hangs on it.',
      });
  });
});

describe('a share of Medicare', () => {
  const fault = 'This is not a share of Medicare such as 110% (from 5% to 1000%).';
  test.each<[string, number | null | string]>([
    ['', null],
    ['110%', 1.1],
    ['110 %', 1.1],
    ['110', 1.1],
    ['1.1', 1.1],
    ['1,1', 1.1],
    ['112.5', 1.125],
    ['5', 5],
    ['5.01', 0.0501],
    ['5%', 0.05],
    ['4.9%', fault],
    ['0.05', 0.05],
    ['0.04', fault],
    ['1000', 10],
    ['1000%', 10],
    ['1001', fault],
    ['10000', fault],
    ['1.23456', fault],
    ['x110', fault],
    ['110x', fault],
    ['%', fault],
  ])('%j', (text, value) => {
    expect(told(readMedicareShare(text))).toBe(value);
  });
});

describe('a place of service', () => {
  test('by CMS’s number: facilities, with a name behind it or without', () => {
    const facilities = [
      '19',
      '21',
      '22',
      '23',
      '24',
      '26',
      '31',
      '34',
      '41',
      '42',
      '51',
      '52',
      '53',
      '56',
      '61',
    ];
    const all = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'));
    expect(all.filter((code) => told(readCareSite(code)) === 'facility')).toEqual(facilities);
    expect(told(readCareSite('22 - On campus'))).toBe('facility');
    expect(told(readCareSite('11-Office'))).toBe('non-facility');
    expect(told(readCareSite('2'))).toBe('non-facility');
  });

  test('by words', () => {
    for (const text of ['Office', 'my clinic', 'HOME']) expect(told(readCareSite(text))).toBe('non-facility');
    for (const text of ['Hospital', 'a facility', 'SNF', 'nursing'])
      expect(told(readCareSite(text))).toBe('facility');
    expect(readCareSite('')).toEqual({ value: '' });
    for (const text of ['moon', '221', 'x22'])
      expect(readCareSite(text)).toEqual({
        value: '',
        warning: 'Not a place of service such as 11; read as not stated.',
      });
  });
});

test('modifiers that inform change no price; the others do, each once in the order of the alphabet', () => {
  for (const word of [
    'GP',
    'GO',
    'GN',
    'KX',
    '59',
    'XE',
    'XS',
    'XP',
    'XU',
    '25',
    '76',
    '77',
    'GA',
    'GX',
    'GY',
    '95',
  ])
    expect(pricingModifiers(word)).toBe('');
  expect(pricingModifiers('GP|TC|CQ||TC|59')).toBe('CQ|TC');
  expect(pricingModifiers('')).toBe('');
});

describe('how a file writes its cents', () => {
  const markOf = (...texts: readonly string[]): DecimalMark => {
    const marks = decimalMarks();
    texts.every((text) => marks.see(text));
    return marks.mark();
  };
  test.each<[readonly string[], DecimalMark]>([
    [[], 'point'],
    [['1234'], 'point'],
    [['1,234'], 'point'],
    [['1.234'], 'point'],
    [['36,5'], 'comma'],
    [['36,50'], 'comma'],
    [['1.234,5'], 'comma'],
    [['1.234.567'], 'comma'],
    [['36.5'], 'point'],
    [['$ 1,234.50'], 'point'],
    [['1,234,567'], 'point'],
    [['36,50', '36.50'], 'point'],
    [['36.50', '36,50'], 'point'],
    [['1,234', '36,50', '1.234'], 'comma'],
    [['36,500'], 'point'],
    [['12,34,56'], 'point'],
  ])('%j: %s', (texts, mark) => {
    expect(markOf(...texts)).toBe(mark);
  });

  /** What one amount tells: it can only be read with the one, only with the other, or with either. */
  const tells = (text: string) => {
    const marks = decimalMarks();
    return marks.see(text) ? (marks.mark() === 'comma' ? 'comma' : 'either') : 'point';
  };
  test.each([
    [
      'point',
      ['.5', '36.5', '$36.50', '1,234.5', '1,234.', '1,234.567', '12,345,678.9', '1,234,567', '123,456,789'],
    ],
    [
      'comma',
      ['0,5', '36,5', '$36,50', '1.234,5', '1.234,', '1.234,567', '12.345.678,9', '1.234.567', '123.456.789'],
    ],
    [
      'either',
      [
        '',
        '36',
        '36.505',
        '36,505',
        '12,345',
        '123.456',
        ',5',
        '1.2.34',
        '1,2,34',
        '1234,567.8',
        '1234.567,8',
      ],
    ],
    ['either', ['1,23.456', '1.23,456', '1234,567,890', '1234.567.890', '1,234,567,8', '1.234.567.8']],
    [
      'either',
      ['1,234.5.6', '1.234,5,6', '1,2,345,678', '1.2.345.678', '1,2,345.678', '1.2.345,678', '1,2,3'],
    ],
  ])('%s: %j', (mark, texts) => {
    expect(texts.map(tells)).toEqual(texts.map(() => mark));
  });

  test('where no amount tells, what was said before holds; one that tells is heard', () => {
    const marks = decimalMarks();
    expect([marks.mark('either'), marks.see('1,234'), marks.mark('either'), marks.mark()]).toEqual([
      'either',
      true,
      'either',
      'point',
    ]);
    marks.see('36,5');
    expect(marks.mark('either')).toBe('comma');
  });

  test('once a point is seen, nothing that follows changes it', () => {
    const marks = decimalMarks();
    expect([marks.see('36,50'), marks.see('36.50')]).toEqual([true, false]);
  });
});

describe('an amount', () => {
  const noAmount = 'This is not a dollar amount such as 36.50.';
  const noRate = 'This says there is no rate. Give an amount, or leave the line out.';
  test.each<[string, number | string]>([
    ['36.50', 3650],
    ['USD 36.50', 3650],
    ['us $36.50', 3650],
    ['36.50 usd', 3650],
    ['$ 36.50', 3650],
    ['$  36.50', 3650],
    ['usd 36.50', 3650],
    ['36usd.50', noAmount],
    ['usd36.50x', noAmount],
    ['(36.50', noAmount],
    ['36.50)', noAmount],
    ['36,50.00', noAmount],
    ['1 234.50', 123_450],
    ['1\u00a0234', 123_400],
    ['1 2345', noAmount],
    ['9999999.99', 999_999_999],
    ['10000000.00', 'The rate is over $9,999,999.99, more than one service is paid.'],
    ['0.00', 'The rate is 0. Give an amount, or leave the line out.'],
    ['(0)', 'The rate is 0. Give an amount, or leave the line out.'],
    ['-36.50', 'The rate is negative.'],
    ['\u221236.50', 'The rate is negative.'],
    ['\u201336.50', 'The rate is negative.'],
    ['(36.50)', 'The rate is negative.'],
    ['36%', 'This is a percentage. Give the rate in dollars, such as 36.50.'],
    ['', 'The rate is blank. Give an amount, or leave the line out.'],
    ['n/a', noRate],
    ['N.A.', noRate],
    ['none', noRate],
    ['NULL', noRate],
    ['nil', noRate],
    ['NaN', noRate],
    ['tbd', noRate],
    ['unknown', noRate],
    ['not available', noRate],
    ['—', noRate],
    ['...', noRate],
    ['none at all', noAmount],
    ['see none', noAmount],
    [
      '36,50',
      'This has a decimal comma, other amounts of the file a decimal point. Write it with a point, such as 36.50.',
    ],
    ['36,5x', noAmount],
    ['abc', noAmount],
  ])('%j with a point', (text, value) => {
    expect(told(readAmount(text, 'point'))).toBe(value);
  });

  const either =
    'This may be thousands or three decimals, as the file writes decimal commas. Write it out, such as 1234,00.';
  test.each<[string, number | string]>([
    ['36,50', 3650],
    ['1.234,5', 123_450],
    ['1.234.567', 123_456_700],
    ['1.234', either],
    ['1,234', either],
    ['$1.234', either],
    ['-1.234', either],
    ['1234.567', 123_456_700],
    ['1,234.50', noAmount],
    ['1,2,3', noAmount],
    ['12.345', either],
    ['123,456', either],
    ['USD 1.234', either],
    ['1234,567', 123_457],
    ['1,234,56', noAmount],
  ])('%j with a comma', (text, value) => {
    expect(told(readAmount(text, 'comma'))).toBe(value);
  });
});

describe('a cell', () => {
  test('is trimmed, and text that Excel was forced to keep unwrapped', () => {
    expect([' 97110 ', '="97110"', ' =" 97110 " ', 'x="1"', '="a"b"', '=1+1'].map(plainCell)).toEqual([
      '97110',
      '97110',
      '97110',
      'x="1"',
      '="a"b"',
      '=1+1',
    ]);
  });

  test('may hold no value of its own', () => {
    expect(spreadsheetFault('=A1')).toBe('This is a formula. Paste its value instead.');
    for (const text of ['#REF!', '#value!', '#NAME?', '#N/A', '#NULL!', '#NUM!', '#DIV/0!', '#SPILL!'])
      expect(spreadsheetFault(text)).toBe('This is a spreadsheet error.');
    expect(spreadsheetFault('a\nb')).toBe(
      'This cell runs over several lines. A quote may have been left open.',
    );
    for (const text of ['', 'a=1', '#REF', 'x#REF!', '#REF!x'])
      expect(spreadsheetFault(text)).toBeUndefined();
  });
});

describe('a code', () => {
  test('and its modifier and type', () => {
    expect(told(readCode('97110'))).toEqual({ code: '97110', codeType: 'CPT', modifier: '' });
    expect(told(readCode('g0283'))).toEqual({ code: 'G0283', codeType: 'HCPCS', modifier: '' });
    expect(told(readCode('97110-GP'))).toEqual({ code: '97110', codeType: 'CPT', modifier: 'GP' });
  });

  test('or why it is none', () => {
    expect(told(readCode(''))).toBe('The code is blank.');
    const lost = 'This number lost its leading zero or is not a CPT or HCPCS code, which has 5 characters.';
    for (const text of ['1', '1234']) expect(told(readCode(text))).toBe(lost);
    const other = 'This is not a CPT or HCPCS code of 5 characters such as 97110 or G0283.';
    for (const text of ['123456', 'x1', '1x', 'therapy']) expect(told(readCode(text))).toBe(other);
  });
});

describe('a place', () => {
  test.each<[string, string]>([
    ['', ''],
    ['tx', 'TX'],
    ['Texas', 'TX'],
    ['NEW   YORK', 'NY'],
    ['D.C.', 'DC'],
    ['Washington DC', 'DC'],
    ['Washington, DC', 'DC'],
    ['Washington D.C.', 'DC'],
    ['US Virgin Islands', 'VI'],
    ['U.S. Virgin Islands', 'VI'],
    ['Guam', 'This is not a US state, DC, Puerto Rico or the Virgin Islands. Write it as TX or Texas.'],
  ])('%j', (text, value) => {
    expect(told(readPlace(text))).toBe(value);
  });
});

test('a date, blank or not, and one that is none', () => {
  expect(told(readDate(''))).toEqual({ date: '', year: 0 });
  expect(told(readDate('2026-01'))).toEqual({ date: '2026-01', year: 2026 });
  expect(told(readDate('1989'))).toBe('This is not a year from 1990 to 2100 or a date such as 2026-01-31.');
});

test('words of setting and billing class, or a warning', () => {
  expect(readSetting('Outpatient')).toEqual({ value: 'outpatient' });
  expect(readSetting('moon')).toEqual({
    value: '',
    warning: 'Not outpatient, inpatient, both or emergency; read as not stated.',
  });
  expect(readBillingClass('Facility')).toEqual({ value: 'facility' });
  expect(readBillingClass('moon')).toEqual({
    value: '',
    warning: 'Not facility, professional or institutional; read as not stated.',
  });
});

test('modifiers of a cell, in capitals and joined; one that is odd is kept and told', () => {
  expect(readModifiers('gp, cq;59/25|KX')).toEqual({ value: 'GP|CQ|59|25|KX' });
  expect(readModifiers(' ')).toEqual({ value: '' });
  for (const text of ['GPX', 'G', 'GP-'])
    expect(readModifiers(text)).toEqual({
      value: text,
      warning: 'A modifier has 2 characters, such as GP; kept as written.',
    });
});
