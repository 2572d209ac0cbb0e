import { expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { places } from '../../src/domain/place.ts';
import { digestFigures, digestKey, digestMedicare } from '../../src/domain/releaseDigest.ts';
import { rateTable } from '../support/builders.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

const schedule = plainSchedule({
  dollars: { TX: [20.01, 20.02], AK: [50] },
  years: [2025, 2026],
  codes: [{ code: '97110' }, { code: '97140', status: 'B' }],
});

test('a key is the code and the place, US for the nation', () => {
  expect([digestKey('97110', 'TX'), digestKey('97110', null)]).toEqual(['97110 TX', '97110 US']);
});

test('the rows with votes in whole cents, half a cent away from 0; those without are not there', () => {
  // Aetna: 30 31 33 35 40.01, mean 33.802, P25 31, median 33, P75 35. Cigna has one vote of (20 + 20.01) ÷ 2.
  const table = rateTable('97110', [
    ...[30, 31, 33, 35, 40.01].map((rate, index) => ({ rate, provider: `H${index}` })),
    { rate: 20, payer: 'cigna' },
    { rate: 20.01, payer: 'cigna' },
  ]);
  const few = absent('too-few', 'fewer than 5 providers (1)');
  const figures = digestFigures(table, 'TX', schedule);
  expect([...figures.keys()]).toEqual(['buca', 'aetna', 'cigna']);
  expect(figures.get('aetna')).toEqual({
    n: 5,
    mean: present(3380),
    p25: present(3100),
    median: present(3300),
    p75: present(3500),
  });
  expect(figures.get('cigna')).toEqual({ n: 1, mean: present(2001), p25: few, median: few, p75: few });
  // Six votes: 20.005 30 31 33 35 40.01, so the median is 32 and the mean 189.015 ÷ 6 = 31.5025.
  expect(figures.get('buca')).toMatchObject({ n: 6, mean: present(3150), median: present(3200) });
});

test('Medicare of every code in the nation and in every place, absences with their reason', () => {
  const medicare = digestMedicare(schedule, 2026);
  expect(medicare.size).toBe(2 * (1 + places.length));
  // (20.01 + 20.02) ÷ 2 = 20.015; with Alaska 90.03 ÷ 3 = 30.01.
  expect(medicare.get('97110 TX')).toEqual(present(2002));
  expect(medicare.get('97110 US')).toEqual(present(3001));
  expect(medicare.get('97110 WY')).toEqual(absent('not-priced', 'no Medicare locality for WY in 2026'));
  expect(medicare.get('97140 TX')).toEqual(
    absent('not-priced', 'Medicare bundles it into other services and pays nothing apart'),
  );
});
