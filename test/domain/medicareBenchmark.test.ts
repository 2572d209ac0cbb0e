import { expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { medicareBenchmark } from '../../src/domain/medicareBenchmark.ts';
import { plainSchedule } from '../support/plainSchedule.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const therapy = { code: '97110' };
const visit = { code: '99213', multipleProcedure: '0' };
const schedule = plainSchedule({
  dollars: { TX: [10, 20, 30, 40, 90], AK: [70], CA: [10, 20, 30, 60] },
  years: [2025, 2026],
  codes: [therapy, visit],
  factors: [
    { year: 2025 },
    { year: 2026, appliesTo: 'nonQP' },
    { year: 2026, appliesTo: 'QP', factor: 20_000 },
  ],
});

test('five localities, one vote each: mean 190 ÷ 5 = 38, P25 20, median 30, P75 40', () => {
  expect(medicareBenchmark(schedule, '97110', 'TX', 2026, 'hospital')).toEqual({
    year: 2026,
    place: 'TX',
    localities: 5,
    mean: present(3800),
    p25: present(2000),
    median: present(3000),
    p75: present(4000),
    spread: present(2000),
    percentOfMedicare: present(1),
  });
});

test('four have a mean, 120 ÷ 4 = 30, and no percentiles', () => {
  const few = absent('too-few', 'fewer than 5 localities (4)');
  expect(medicareBenchmark(schedule, '97110', 'CA', 2025, 'all')).toEqual({
    year: 2025,
    place: 'CA',
    localities: 4,
    mean: present(3000),
    p25: few,
    median: few,
    p75: few,
    spread: few,
    percentOfMedicare: present(1),
  });
});

test('the nation is every locality: (190 + 70 + 120) ÷ 10 = 38', () => {
  const nation = medicareBenchmark(schedule, '97110', null, 2026, 'all');
  expect(nation).toMatchObject({ place: null, localities: 10, mean: present(3800) });
  // The fifth and sixth of 10 10 20 20 30 30 40 60 70 90 are alike.
  expect(nation.median).toEqual(present(3000));
});

test.each([
  // numpy.percentile([10, 10, 20, 20, 30, 30, 40, 60, 70, 90], [25, 75], method=…): linear, weibull, inverted_cdf.
  ['type7', 2000, 5500],
  ['type6', 1750, 6250],
  ['nearestRank', 2000, 6000],
] as const)('its percentiles are by %s where the table beside it is', (definition, p25, p75) => {
  const nation = medicareBenchmark(schedule, '97110', null, 2026, 'all', { definition });
  expect(nation).toMatchObject({ p25: present(p25), p75: present(p75), spread: present(p75 - p25) });
});

test('a factor of another choice', () => {
  expect(medicareBenchmark(schedule, '97110', 'AK', 2026, 'all').mean).toEqual(present(7000));
  expect(medicareBenchmark(schedule, '97110', 'AK', 2026, 'all', { participation: 'QP' }).mean).toEqual(
    present(14_000),
  );
});

test('what Medicare does not pay by this schedule at the site has one reason in every cell', () => {
  expect(medicareBenchmark(schedule, '99213', 'TX', 2026, 'office').mean).toEqual(present(3800));
  const reason = absent(
    'not-comparable',
    'Medicare pays hospitals for this service by another system (OPPS), not by this fee schedule',
  );
  expect(medicareBenchmark(schedule, '99213', 'TX', 2026, 'hospital')).toEqual({
    year: 2026,
    place: 'TX',
    localities: 0,
    mean: reason,
    p25: reason,
    median: reason,
    p75: reason,
    spread: reason,
    percentOfMedicare: reason,
  });
});

test('nor is there an amount for a code, year or place the tables do not have', () => {
  const mean = (code: string, place: 'TX' | 'WY', year: number) =>
    medicareBenchmark(schedule, code, place, year, 'all').mean;
  expect(mean('97010', 'TX', 2026)).toEqual(
    absent('not-priced', '97010 is not in the 2026 Medicare tables of this release'),
  );
  expect(mean('97110', 'TX', 2024)).toEqual(
    absent('not-priced', 'no Medicare tables for 2024 in this release'),
  );
  expect(mean('97110', 'WY', 2026)).toEqual(absent('not-priced', 'no Medicare locality for WY in 2026'));
});

test('97755 over the 109 localities of 2024: mean 39.34, P25 37.28, P75 40.22 (field guide 5.1)', () => {
  const nation = medicareBenchmark(shippedSchedule(), '97755', null, 2024, 'hospital');
  expect(nation.localities).toBe(109);
  expect(
    [nation.mean, nation.p25, nation.p75].map((cell) => cell.kind === 'value' && Math.round(cell.value)),
  ).toEqual([3934, 3728, 4022]);
});
