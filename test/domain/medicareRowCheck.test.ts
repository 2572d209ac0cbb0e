import { describe, expect, test } from 'vitest';
import { absent } from '../../src/domain/cell.ts';
import { medicareRowCheck } from '../../src/domain/medicareRowCheck.ts';
import { plainSchedule } from '../support/plainSchedule.ts';
import { type PrintedSpec, printedFigure } from '../support/printedFigure.ts';

/** Texas: 20 and 30 in each year, but 40 and 60 until March 8 of 2024; Alaska 50; facility $10 more. */
const schedule = plainSchedule({
  dollars: { TX: [20, 30], AK: [50], CA: [10, 20, 30, 40, 100] },
  years: [2024, 2025, 2026],
  codes: [{ code: '97110', facilityPeRvu: 1000 }],
  factors: [
    { year: 2024, to: '2024-03-08', factor: 20_000 },
    { year: 2024, from: '2024-03-09' },
    { year: 2025 },
    { year: 2026 },
  ],
});

function check(spec: PrintedSpec) {
  const row = printedFigure({ payerClass: 'medicare', payerId: 'medicare', ...spec });
  return medicareRowCheck('97110', row, schedule);
}
const told = (spec: PrintedSpec) => {
  const found = check(spec);
  return found && [found.severity, found.years];
};

describe('in a state', () => {
  test('passes by any locality, in either setting, or the mean over them', () => {
    for (const mean of [20, 30, 25, 40, '25.', '~30'] as const)
      expect(told({ mean, date: '2025' })).toEqual(['pass', [2025]]);
  });

  test('is a note between the lowest and the highest, both included, and fails beyond', () => {
    expect(told({ mean: 20.01, date: '2025' })).toEqual(['note', []]);
    expect(told({ mean: 29.99, date: '2025' })).toEqual(['note', []]);
    expect(told({ mean: 19.99, date: '2025' })).toEqual(['fail', []]);
    expect(told({ mean: 30.01, date: '2025' })).toEqual(['fail', []]);
    // One locality has nothing between.
    expect(told({ mean: 50, place: 'AK', date: '2025' })).toEqual(['pass', [2025]]);
    expect(told({ mean: 50.01, place: 'AK', date: '2025' })).toEqual(['fail', []]);
  });

  test('an undated row is held against every year, and both factors of one', () => {
    expect(told({ mean: 30 })).toEqual(['pass', [2024, 2025, 2026]]);
    expect(told({ mean: 60 })).toEqual(['pass', [2024]]);
  });

  test('a dated one against its own year, and a day against its factor', () => {
    expect(told({ mean: 60, date: '2024' })).toEqual(['pass', [2024]]);
    expect(told({ mean: 60, date: '2024-02-01' })).toEqual(['pass', [2024]]);
    expect(told({ mean: 60, date: '2024-05-01' })).toEqual(['fail', []]);
    expect(told({ mean: 60, date: '2025-02-01' })).toEqual(['fail', []]);
  });

  test('what stands beside it: the least, the most and the mean over the localities', () => {
    expect(check({ mean: 20, date: '2025' })).toMatchObject({
      official: [
        {
          year: 2025,
          localities: 2,
          least: 2000,
          most: 3000,
          mean: 2500,
          nationalPayment: null,
          p25: null,
          p75: null,
        },
      ],
      ratios: [0.8],
      quartilesAgree: [null],
      missing: null,
    });
  });
});

describe('the years beside a row that is none’s', () => {
  test('are those stated, else the document’s, else the newest', () => {
    const beside = (spec: PrintedSpec) => check({ mean: 1, ...spec })?.official.map(({ year }) => year);
    expect(beside({ date: '2024', years: [2025] })).toEqual([2024]);
    expect(beside({ years: [2024, 2025] })).toEqual([2024, 2025]);
    expect(beside({})).toEqual([2026]);
    // Those that agree come before all of them.
    expect(beside({ mean: 60, years: [2025] })).toEqual([2024]);
  });
});

describe('in the nation', () => {
  // Eight localities at 20 30 50 10 20 30 40 100: mean 37.50; the payment amount is 1.00, with all indices 1.
  test('passes by the mean or the payment amount, no single locality', () => {
    for (const place of ['US', null] as const) {
      expect(told({ place, mean: 37.5, date: '2025' })).toEqual(['pass', [2025]]);
      expect(told({ place, mean: 1, date: '2025' })).toEqual(['pass', [2025]]);
      expect(told({ place, mean: 100, date: '2025' })).toEqual(['fail', []]);
    }
  });

  test('is a note within 5% of either, both ends included', () => {
    const severity = (mean: number) => told({ place: 'US', mean, date: '2025' })?.[0];
    // 37.50 × 0.95 = 35.625 and × 1.05 = 39.375.
    expect([35.62, 35.63, 39.37, 39.38].map(severity)).toEqual(['fail', 'note', 'note', 'fail']);
    expect([0.94, 0.96, 1.04, 1.06].map(severity)).toEqual(['fail', 'note', 'note', 'fail']);
  });

  test('its ratio is to the payment amount', () => {
    expect(check({ place: 'US', mean: 2, date: '2025' })).toMatchObject({
      official: [{ nationalPayment: 100, mean: 3750, localities: 8 }],
      ratios: [2],
    });
  });
});

describe('printed quartiles', () => {
  // California: 10 20 30 40 100, so P25 20 and P75 40.
  const agree = (spec: PrintedSpec) =>
    check({ place: 'CA', mean: 40, date: '2025', ...spec })?.quartilesAgree[0];

  test('agree where both do', () => {
    expect(agree({ p25: 20, p75: 40 })).toBe(true);
    expect(agree({ p25: '20.', p75: '~40' })).toBe(true);
    expect(agree({ p25: 20.01, p75: 40 })).toBe(false);
    expect(agree({ p25: 20, p75: 39 })).toBe(false);
  });

  test('are not judged where one is missing, or there are fewer than five localities', () => {
    expect(agree({ p25: 20 })).toBeNull();
    expect(agree({ p75: 40 })).toBeNull();
    expect(agree({ place: 'TX', p25: 20, p75: 30 })).toBeNull();
  });
});

test('a place the schedule does not price is a note with its reason', () => {
  expect(check({ place: 'WY', mean: 20, date: '2025' })).toMatchObject({
    severity: 'note',
    years: [],
    official: [],
    ratios: [],
    quartilesAgree: [],
    missing: absent('not-priced', 'no Medicare locality for WY in 2025'),
  });
  expect(check({ mean: 1, years: [2019] })?.missing).toEqual(
    absent('not-priced', 'no Medicare tables for 2019 in this release'),
  );
});

test('a row of a year before the tables is held against no other year', () => {
  expect(check({ mean: 20, date: '1999-05' })).toMatchObject({
    severity: 'note',
    years: [],
    official: [],
    missing: absent('not-priced', 'no Medicare tables for 1999 in this release'),
  });
});

test('several years beside it of which one has tables', () => {
  expect(check({ mean: 1, years: [2019, 2024] })).toMatchObject({
    severity: 'fail',
    official: [{ year: 2024 }],
    missing: null,
    ratios: [0.04],
    quartilesAgree: [null],
  });
});

test('only traditional Medicare with an amount is checked', () => {
  expect(check({ mean: 20, payerClass: 'medicare-advantage' })).toBeUndefined();
  expect(check({ median: 20 })).toBeUndefined();
  expect(check({ mean: '>20' })).toBeUndefined();
});
