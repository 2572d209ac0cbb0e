import { describe, expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { medicareComparison } from '../../src/domain/medicareComparison.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

const schedule = plainSchedule({
  dollars: { TX: [20.01, 20.02], AK: [50] },
  years: [2026, 2024],
  codes: [
    { code: '97140' },
    { code: '97110' },
    // The technical part of a service is another price.
    { code: '97110', modifier: 'TC', workRvu: 1 },
    { code: '99213', multipleProcedure: '0' },
  ],
  factors: [
    { year: 2024, to: '2024-03-08', factor: 20_000 },
    { year: 2024, from: '2024-03-09' },
    { year: 2026, appliesTo: 'nonQP' },
    { year: 2026, appliesTo: 'QP', factor: 30_000 },
  ],
});

test('years and codes in order, each once', () => {
  expect(schedule.years).toEqual([2024, 2026]);
  expect(schedule.codes).toEqual(['97110', '97140', '99213']);
});

test('a year is one that has values, indices and a factor', () => {
  const without = plainSchedule({ dollars: { TX: [20] }, years: [2025, 2026], factors: [{ year: 2026 }] });
  expect(without.years).toEqual([2026]);
  expect(without.amounts('97110', 2025, 'TX')).toEqual(
    absent('not-priced', 'no conversion factor for 2025 in this release'),
  );
  expect(plainSchedule({ dollars: {} }).years).toEqual([]);
});

test('says which place has no locality in a year', () => {
  const nowhere = plainSchedule({ dollars: {}, years: [2026] });
  expect([null, 'TX'].map((place) => nowhere.amounts('97110', 2026, place))).toEqual([
    absent('not-priced', 'no Medicare locality for any place in 2026'),
    absent('not-priced', 'no Medicare locality for TX in 2026'),
  ]);
  expect(nowhere.localities(2026, null)).toEqual([]);
});

describe('the factor', () => {
  test('of a day, both ends included, else of the year’s end', () => {
    const on = (onDate: string) => schedule.factor(2024, { onDate })?.factor;
    expect([on('2024-01-01'), on('2024-03-08'), on('2024-03-09'), on('2024-12-31')]).toEqual([
      20_000, 20_000, 10_000, 10_000,
    ]);
    expect(on('2023-12-31')).toBeUndefined();
    expect(schedule.factor(2024)?.factor).toBe(10_000);
    expect(schedule.amounts('97110', 2024, 'AK', { onDate: '2025-01-01' })).toEqual(
      absent('not-priced', 'no conversion factor for 2025-01-01 in this release'),
    );
  });

  test('of qualifying participants where they have one, else everyone’s', () => {
    expect(schedule.factors(2026).map(({ factor }) => factor)).toEqual([10_000]);
    expect(schedule.factors(2026, 'QP').map(({ factor }) => factor)).toEqual([30_000]);
    expect(schedule.factors(2024, 'QP')).toHaveLength(2);
    expect(schedule.factors(2025)).toEqual([]);
  });
});

describe('the mean over a place', () => {
  test('of amounts rounded to the cent first: (20.01 + 20.02) ÷ 2', () => {
    expect(schedule.placeMean('97110', 2026, 'TX')).toEqual(present(2001.5));
  });

  test('is remembered by code, year, place, day and participation', () => {
    const asked = () => [
      schedule.placeMean('97110', 2026, 'AK'),
      schedule.placeMean('97110', 2026, 'AK', { participation: 'QP' }),
      schedule.placeMean('97110', 2026, 'AK', { participation: 'nonQP' }),
      schedule.placeMean('97110', 2024, 'AK', { onDate: '2024-02-01' }),
      schedule.placeMean('97110', 2024, 'AK'),
      schedule.placeMean('97110', 2024, 'TX'),
    ];
    const amounts = [5000, 15_000, 5000, 10_000, 5000, 2001.5].map(present);
    expect(asked()).toEqual(amounts);
    expect(asked()).toEqual(amounts);
    expect(schedule.placeMean('97110', 2026, 'AK')).toBe(schedule.placeMean('97110', 2026, 'AK'));
  });

  test('has the reason there is no amount', () => {
    expect(schedule.placeMean('97110', 2026, 'WY')).toEqual(
      absent('not-priced', 'no Medicare locality for WY in 2026'),
    );
  });
});

test.each([
  ['A', 100, undefined],
  ['R', 100, undefined],
  ['T', 100, undefined],
  ['A', 0, 'Medicare gives it no relative values; its contractor prices it'],
  ['B', 100, 'Medicare bundles it into other services and pays nothing apart'],
  ['C', 100, 'priced by the Medicare contractor, not by the fee schedule'],
  ['I', 100, 'not valid for Medicare, which uses another code'],
  ['N', 100, 'not covered by Medicare'],
  ['X', 100, 'Medicare status X: not paid from relative values'],
])('a code of status %s with %i hundredths of work: %s', (status, workRvu, reason) => {
  const codes = [{ code: '97110', status, workRvu }];
  const found = plainSchedule({ dollars: { TX: [20] }, codes }).relativeValues('97110', 2026);
  if (reason === undefined) expect(found).toMatchObject({ kind: 'value', value: { status } });
  else expect(found).toEqual(absent('not-priced', reason));
});

test('practice expense or malpractice alone is a price', () => {
  for (const values of [{ nonFacilityPeRvu: 1 }, { malpracticeRvu: 1 }]) {
    const codes = [{ code: '97110', workRvu: 0, ...values }];
    expect(plainSchedule({ dollars: { TX: [20] }, codes }).relativeValues('97110', 2026).kind).toBe('value');
  }
});

describe('what a rate is compared with', () => {
  const beside = (
    rate: { place?: string; year?: number; date?: string },
    site: 'office' | 'all' = 'office',
  ) => medicareComparison('99213', { place: 'AK', year: 2024, date: '', ...rate }, site, schedule);

  test('the factor of its day where it states one, else of the year’s end', () => {
    expect(beside({ date: '2024-02-01' })).toEqual(present(10_000));
    for (const date of ['2024-02', '2024', '2024-02-01T00']) expect(beside({ date })).toEqual(present(5000));
  });

  test('nothing where its year or state is not stated, or the site is another system’s', () => {
    expect(beside({ year: 0 })).toEqual(absent('not-comparable', 'the rate’s year is not stated'));
    expect(beside({ place: '' })).toEqual(absent('not-comparable', 'the rate’s state is not stated'));
    expect(beside({}, 'all')).toEqual(
      absent(
        'not-comparable',
        'hospital and office rates are mixed, and Medicare pays hospitals for this service by another system (OPPS)',
      ),
    );
  });
});
