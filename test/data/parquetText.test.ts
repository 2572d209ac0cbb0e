import type { SchemaElement } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import {
  dateParsers,
  decimalScale,
  isDecimal,
  type ParquetValue,
  parquetText,
} from '../../src/data/parquetText.ts';

const element = (more: Partial<SchemaElement> = {}): SchemaElement => ({ name: 'a', ...more });
const decimal = (scale: number) => element({ converted_type: 'DECIMAL', scale });
const bytes = (...values: readonly number[]) => Uint8Array.from(values);

test.each<[string, ParquetValue, string]>([
  ['none', null, ''],
  ['none either', undefined, ''],
  ['text', ' Aetna ', ' Aetna '],
  ['a whole number', 97110, '97110'],
  ['a large one', 97110n, '97110'],
  ['a fraction', 36.35, '36.35'],
  ['a fraction of more digits than a single has', 1234.5678901234, '1234.5678901234'],
  ['no number', Number.NaN, ''],
  ['a number without end', Number.NEGATIVE_INFINITY, ''],
  ['true', true, 'TRUE'],
  ['false', false, 'FALSE'],
  ['bytes', bytes(0x41, 0xc3, 0xa9), 'Aé'],
])('%s is text', (_, value, text) => {
  expect(parquetText(value, element({ type: 'DOUBLE' }))).toBe(text);
});

describe('a number of single precision', () => {
  // Each is the shortest text of six digits or more that is read as the same single.
  test.each([
    [36.35, '36.35'],
    [0.1, '0.1'],
    [97110, '97110'],
    [16_777_216, '16777216'],
    [1 + 2 ** -23, '1.0000001'],
    [2 ** -149, '1.40130e-45'],
    [1234.567, '1234.567'],
    [0, '0'],
  ])('%d is by the digits it holds', (value, text) => {
    expect(parquetText(Math.fround(value), element({ type: 'FLOAT' }))).toBe(String(Number(text)));
  });

  test('that takes nine digits has nine, not the seventeen of its double', () => {
    // 1000.7184 and 1000.7185 are the singles below and above it.
    const value = Math.fround(1000.71844);
    expect(value).toBe(1000.7184448242188);
    expect(Math.fround(Number(value.toPrecision(8)))).not.toBe(value);
    expect(parquetText(value, element({ type: 'FLOAT' }))).toBe('1000.71844');
  });
});

describe('a decimal', () => {
  test.each<[ParquetValue, number, string]>([
    [12_345, 2, '123.45'],
    [-5, 2, '-0.05'],
    [5, 1, '0.5'],
    [-12_345n, 3, '-12.345'],
    [0n, 2, '0.00'],
    [7, 0, '7'],
    [-7, 0, '-7'],
    [bytes(0x7f), 0, '127'],
    [bytes(0x80), 0, '-128'],
    [bytes(0xff, 0x00), 2, '-2.56'],
    [bytes(0x01, 0x00), 2, '2.56'],
    [bytes(), 1, '0.0'],
    // Not a whole number of its last digit: it is taken as it is.
    [1.5, 2, '1.5'],
    [Number.NaN, 2, ''],
    ['12', 2, '12'],
    [true, 2, 'TRUE'],
  ])('%s with %i digits behind the point is %s', (value, scale, text) => {
    expect(parquetText(value, decimal(scale))).toBe(text);
  });

  test('is one by either of the two ways to say so', () => {
    const logical = element({ logical_type: { type: 'DECIMAL', scale: 3, precision: 9 } });
    expect([isDecimal(logical), decimalScale(logical), parquetText(5, logical)]).toEqual([true, 3, '0.005']);
    expect(decimalScale({ ...logical, scale: 1 })).toBe(1);
    const bare = element({ converted_type: 'DECIMAL' });
    expect([isDecimal(bare), decimalScale(bare), parquetText(5, bare)]).toEqual([true, 0, '5']);
    const both = element({ converted_type: 'DECIMAL', logical_type: { type: 'STRING' } });
    expect(decimalScale(both)).toBe(0);
    for (const other of [
      element({ scale: 2 }),
      element({ converted_type: 'DATE', scale: 2 }),
      element({ logical_type: { type: 'STRING' }, scale: 2 }),
    ])
      expect([isDecimal(other), decimalScale(other), parquetText(5, other)]).toEqual([false, undefined, '5']);
  });
});

test('days and times are text, without a time where it is midnight', () => {
  expect(dateParsers.dateFromDays(0)).toBe('1970-01-01');
  // 56 years of 365 days, 14 leap days, and 30 days of January.
  expect(dateParsers.dateFromDays(56 * 365 + 14 + 30)).toBe('2026-01-31');
  const morning = Date.UTC(2026, 0, 31, 8, 30, 5);
  expect(dateParsers.timestampFromMilliseconds(BigInt(morning))).toBe('2026-01-31T08:30:05');
  expect(dateParsers.timestampFromMicroseconds(BigInt(morning) * 1000n)).toBe('2026-01-31T08:30:05');
  expect(dateParsers.timestampFromNanoseconds(BigInt(morning) * 1_000_000n)).toBe('2026-01-31T08:30:05');
  expect(dateParsers.timestampFromMilliseconds(500n)).toBe('1970-01-01T00:00:00');
  expect(dateParsers.timestampFromMilliseconds(BigInt(8.64e15) + 1n)).toBe('');
  expect(dateParsers.jsonFromBytes(bytes(0x7b, 0x7d))).toBe('{}');
});
