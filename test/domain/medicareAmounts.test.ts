import { describe, expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { countedFiles } from '../../src/domain/countedFiles.ts';
import { medicareAmounts } from '../../src/domain/medicareAmounts.ts';
import { areaLocalities } from '../../src/domain/medicareArea.ts';
import { selectRates } from '../../src/domain/rateSelection.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

const schedule = plainSchedule({
  dollars: { TX: [20], AK: [10], CA: [30] },
  years: [2025, 2026],
  codes: [{ code: '99213', multipleProcedure: '0' }],
});
const rates: readonly RateSpec[] = [
  { rate: 1, place: 'TX' },
  { rate: 1, place: 'AK', date: '2025' },
  { rate: 1, place: 'CA' },
  { rate: 1, place: 'WY' },
];

describe('what votes are compared with, by place and date', () => {
  // Places AK CA TX WY × dates 2025 and 2026-01-01: files 0 to 7.
  const table = () => rateTable('99213', rates);

  test('an amount, or the reason there is none', () => {
    const amounts = medicareAmounts(table(), 'office', schedule);
    expect([0, 3, 5].map((file) => amounts.cellOf(file))).toEqual([1000, 3000, 2000].map(present));
    expect([0, 3, 5].map((file) => amounts.amountOf(file))).toEqual([1000, 3000, 2000]);
    expect(amounts.cellOf(7)).toEqual(absent('not-priced', 'no Medicare locality for WY in 2026'));
    expect(amounts.amountOf(7)).toBeNaN();
    expect(amounts.cellOf(5)).toBe(amounts.cellOf(5));
  });

  test('those asked for that have one, lowest first', () => {
    const amounts = medicareAmounts(table(), 'office', schedule);
    expect([...amounts.ascending()]).toEqual([]);
    for (const file of [3, 7, 5]) amounts.amountOf(file);
    expect([...amounts.ascending()]).toEqual([5, 3]);
    amounts.amountOf(0);
    expect([...amounts.ascending()]).toEqual([0, 5, 3]);
  });

  test('are kept with the table, by site and schedule', () => {
    const one = table();
    const office = medicareAmounts(one, 'office', schedule);
    const hospital = medicareAmounts(one, 'hospital', schedule);
    expect(hospital.cellOf(5)).toMatchObject({ reason: 'not-comparable' });
    expect(office.cellOf(5)).toEqual(present(2000));
    expect(medicareAmounts(one, 'office', schedule)).toBe(office);
    expect(medicareAmounts(one, 'hospital', schedule)).toBe(hospital);
    const other = plainSchedule({ dollars: { TX: [99] }, codes: [{ code: '99213' }] });
    expect(medicareAmounts(one, 'office', other).cellOf(5)).toEqual(present(9900));
    expect(medicareAmounts(table(), 'office', schedule)).not.toBe(office);
  });
});

describe('files with counted rates', () => {
  const files = (scope: Partial<Scope>, place: string | null = null) => {
    const table = rateTable('97110', [
      { rate: 1, provider: 'A', date: '2023' },
      { rate: 2, provider: 'A', date: '2026' },
      { rate: 3, provider: 'B', date: '2024', flags: ['per_diem'] },
      { rate: 4, provider: 'B', date: '2025' },
      { rate: 5, provider: 'C', place: 'AK', date: '2021' },
    ]);
    return countedFiles(table, selectRates(table, { ...defaultScope, ...scope }, place).test);
  };

  test('of every provider, or of those asked for', () => {
    expect(files({})).toEqual({ count: 4, firstYear: 2021, lastYear: 2026 });
    expect(files({ leftOutRows: 'in' })).toEqual({ count: 5, firstYear: 2021, lastYear: 2026 });
    expect(files({}, 'TX')).toEqual({ count: 3, firstYear: 2023, lastYear: 2026 });
    expect(files({ provider: 'tx-b' })).toEqual({ count: 1, firstYear: 2025, lastYear: 2025 });
    expect(files({ provider: 'tx-b', leftOutRows: 'in' })).toEqual({
      count: 2,
      firstYear: 2024,
      lastYear: 2025,
    });
  });

  test('none where nothing counts', () => {
    expect(files({ line: 'Behavioral' })).toBeNull();
    expect(files({ provider: 'tx-nobody' })).toBeNull();
  });

  test('more than 32 of them', () => {
    const table = rateTable(
      '97110',
      Array.from({ length: 40 }, (_, at) => ({ rate: 1, provider: `P${at}`, date: String(1980 + at) })),
    );
    const counted = (from: number) =>
      countedFiles(table, selectRates(table, { ...defaultScope, vintage: { from, to: null } }, null).test);
    expect(counted(1980)).toEqual({ count: 40, firstYear: 1980, lastYear: 2019 });
    expect(counted(2013)).toEqual({ count: 7, firstYear: 2013, lastYear: 2019 });
  });
});

test('a locality that a year’s table does not have is none', () => {
  const locality = { mac: '00001', locality: '07' };
  expect(areaLocalities(schedule, 2026, { place: 'TX', locality })).toEqual([]);
  expect(areaLocalities(schedule, 2026, { place: null, locality })).toHaveLength(3);
});
