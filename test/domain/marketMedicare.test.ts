import { expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { marketMedicare } from '../../src/domain/marketMedicare.ts';
import { plainSchedule } from '../support/plainSchedule.ts';
import type { PrintedSpec } from '../support/printedFigure.ts';
import { printedFigure } from '../support/printedFigure.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = plainSchedule({
  dollars: {
    TX: { AUSTIN: 20, 'FORT WORTH': 30, 'DALLAS (CITY), TARRANT': 40, '*': 70 },
    AK: { ALASKA: 50 },
  },
  years: [2024, 2026],
});

const beside = (spec: PrintedSpec) =>
  marketMedicare(
    '97110',
    printedFigure({ market: 'Austin metro', date: '2024-05', median: 30, ...spec }),
    schedule,
  );

test('a market is laid beside the locality it is named after: 30 ÷ 20 = 150%', () => {
  expect(beside({})).toEqual({
    year: 2024,
    localities: ['AUSTIN'],
    amount: present(2000),
    ofMedicare: present(1.5),
  });
});

test('the name of a locality ends at its first comma or bracket, and may be two words', () => {
  expect(beside({ market: 'Greater Dallas' })?.localities).toEqual(['DALLAS (CITY), TARRANT']);
  expect(beside({ market: 'Fort-Worth area' })?.localities).toEqual(['FORT WORTH']);
});

test('else beside the mean over the state: 160 ÷ 4 = 40', () => {
  const all = ['AUSTIN', 'FORT WORTH', 'DALLAS (CITY), TARRANT', '*'];
  // Austintown is not Austin, and a market named after two localities is named after neither.
  for (const market of ['Waco', 'Austintown', 'North Austinville', 'Dallas-Fort Worth']) {
    expect(beside({ market })).toEqual({
      year: 2024,
      localities: all,
      amount: present(4000),
      ofMedicare: present(0.75),
    });
  }
  expect(beside({ market: 'Anchorage', place: 'AK' })?.localities).toEqual(['ALASKA']);
});

test('by its median, else by its mean, else by nothing', () => {
  const { median: _, ...none } = { median: 1 };
  const without = (spec: PrintedSpec) =>
    marketMedicare('97110', printedFigure({ ...none, market: 'Austin', date: '2024', ...spec }), schedule);
  expect(beside({ mean: 90 })?.ofMedicare).toEqual(present(1.5));
  expect(without({ mean: 10 })?.ofMedicare).toEqual(present(0.5));
  expect(without({ mean: 10, median: '>99' })?.ofMedicare).toEqual(present(0.5));
  expect(without({})?.ofMedicare).toEqual(absent('not-in-input'));
});

test('of the year of its date, else of the newest', () => {
  expect([
    beside({ date: '2024-12-31' })?.year,
    beside({ date: '' })?.year,
    beside({ date: '1999' })?.year,
  ]).toEqual([2024, 2026, 1999]);
  expect(beside({ date: '2025' })?.amount).toEqual(
    absent('not-priced', 'no Medicare tables for 2025 in this release'),
  );
  expect(beside({ date: '2025' })).toMatchObject({
    year: 2025,
    localities: [],
    ofMedicare: { kind: 'absent' },
  });
});

test('a row of no market and one of Medicare are not', () => {
  expect(beside({ market: '' })).toBeUndefined();
  expect(beside({ payerClass: 'medicare' })).toBeUndefined();
});

test('without a state there is no amount', () => {
  const gap = absent('not-comparable', 'its state is not stated');
  for (const place of [null, 'US'] as const)
    expect(beside({ place })).toEqual({ year: 2024, localities: [], amount: gap, ofMedicare: gap });
});

test('Austin metro, 97110, 2024: Cigna’s median 32.07 ÷ 29.91 = 107.2%', () => {
  const found = marketMedicare(
    '97110',
    printedFigure({ market: 'Austin metro', date: '2024', median: 32.07 }),
    shippedSchedule(),
  );
  expect(found).toMatchObject({ localities: ['AUSTIN'], amount: present(2991) });
  expect(found?.ofMedicare).toEqual(present(expect.closeTo(1.0722, 4)));
});

test('by whole words, whatever stands between them', () => {
  const localities = (name: string, market: string) =>
    marketMedicare(
      '97110',
      printedFigure({ place: 'MO', market, date: '2024', mean: 30 }),
      plainSchedule({ dollars: { MO: { [name]: 20, 'REST OF STATE': 40 } }, years: [2024] }),
    )?.localities;
  for (const name of ['ST. LOUIS', 'ST. LOUIS (CITY)', 'ST  LOUIS, MO', 'ST.LOUIS'])
    expect(localities(name, 'Greater St.-Louis area'), name).toEqual([name]);
  for (const market of ['St. Louisville', 'Best Louis', 'Louis St.'])
    expect(localities('ST. LOUIS', market), market).toEqual(['ST. LOUIS', 'REST OF STATE']);
});
