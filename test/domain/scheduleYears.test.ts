import { expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { scheduleYears } from '../../src/domain/scheduleYears.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

test('the national payment amount year by year, with the factor at the year’s end', () => {
  const schedule = plainSchedule({
    dollars: { TX: [20] },
    years: [2024, 2025, 2026],
    factors: [
      { year: 2024, to: '2024-03-08', factor: 327_442 },
      { year: 2024, from: '2024-03-09', factor: 332_875 },
      { year: 2025, appliesTo: 'QP' },
      { year: 2026, factor: 334_009 },
    ],
  });
  // One unit of work, all indices 1: the factor itself, to the cent.
  expect(scheduleYears(schedule, '97110')).toEqual([
    { year: 2024, amount: present(3329) },
    { year: 2025, amount: absent('not-priced') },
    { year: 2026, amount: present(3340) },
  ]);
  expect(scheduleYears(schedule, '97010')[0]).toEqual({
    year: 2024,
    amount: absent('not-priced', '97010 is not in the 2024 Medicare tables of this release'),
  });
});
