import { expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { benchmarkFacts } from '../../src/domain/benchmarkFacts.ts';
import { present } from '../../src/domain/cell.ts';
import { codeHeadline } from '../../src/domain/codeHeadline.ts';
import { fileYears } from '../../src/domain/fileYears.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { rateTable } from '../support/builders.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

const schedule = plainSchedule({ dollars: { TX: [20], AK: [50] }, years: [2025, 2026] });

/** Eight rates of seven providers in two places: C stands for three, and E's rate counts in no commercial figure. */
const table = rateTable('97110', [
  { rate: 30, provider: 'A' },
  { rate: 32, provider: 'A' },
  { rate: 40, provider: 'B', date: '2025-01-01' },
  { rate: 50, provider: 'C', count: 3 },
  { rate: 60, provider: 'D', place: 'AK', payer: 'cigna' },
  { rate: 70, provider: 'E', place: 'AK', line: 'Medicaid / CHIP', payer: 'medicaid', date: '2020' },
]);

test('the catalogue’s line: rates and providers of any scope, BUCA’s figures in the default one', () => {
  expect(codeHeadline(table, schedule)).toEqual({
    code: '97110',
    // 2 + 1 + 3 + 1 + 1 rates of 1 + 1 + 3 + 1 + 1 providers.
    rates: 8,
    providers: 7,
    places: 2,
    // 31 40 50 50 50 60: six votes, the median 50, the mean 281 ÷ 6.
    bucaVotes: 6,
    bucaMedian: present(5000),
    bucaMean: present(expect.closeTo(28_100 / 6, 9)),
    // 281 ÷ (5 × 20 + 50).
    percentOfMedicare: present(expect.closeTo(281 / 150, 12)),
  });
});

test('the facts of a benchmark are all of it but single votes', () => {
  const whole = benchmark(table, { ...defaultScope, outliers: 'out' }, null, schedule);
  const { rows, selection, ...facts } = benchmarkFacts(whole);
  expect(facts).toEqual({
    code: '97110',
    place: null,
    scope: { ...defaultScope, outliers: 'out' },
    providerName: null,
    bucaPresent: ['Aetna', 'Cigna'],
    places: ['AK', 'TX'],
    providers: 6,
    releaseStates: 2,
    files: { count: 2, firstYear: 2025, lastYear: 2026 },
  });
  expect(selection).toEqual({
    counted: whole.selection.counted,
    leftOut: whole.selection.leftOut,
    wouldCount: whole.selection.wouldCount,
  });
  const single: readonly string[] = ['votes', 'flaggedOut', 'flaggedOutAt'];
  expect(rows).toEqual(
    whole.rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !single.includes(key)))),
  );
  // Of 31 40 50 50 50 60 the first is below 42.5 − 1.5 × (50 − 42.5) = 31.25: its two rates are left out.
  expect(rows[0]).toMatchObject({ id: 'buca', n: 5, rates: 5, flaggedOutVotes: 1 });
});

test('the years of the files that hold a rate, oldest first, without those that state none', () => {
  expect(fileYears(table)).toEqual([2020, 2025, 2026]);
  expect(fileYears(rateTable('97110', [{ rate: 1, date: '0' }, { rate: 1 }]))).toEqual([2026]);
  // A file in the dictionary alone holds none.
  expect(fileYears({ ...table, source: Uint32Array.of(0, 0) })).toEqual([2026]);
});
