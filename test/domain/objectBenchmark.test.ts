import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generatedRates } from '../../bench/generate.ts';
import { benchmark } from '../../src/domain/benchmark.ts';
import { valueOf } from '../../src/domain/cell.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { anyScope } from '../support/arbitraries.ts';
import { rateTable } from '../support/builders.ts';
import { objectBenchmark } from '../support/objectBenchmark.ts';
import { anyRates } from '../support/rateSpecs.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

/** The figures of a benchmark in the shape of the plain ones. */
function fromColumns(table: RateTable, scope: Scope, place: string | null) {
  const made = benchmark(table, scope, place, schedule);
  const { counted, leftOut, wouldCount, facets } = made.selection;
  return {
    counted,
    leftOut,
    wouldCount,
    files: made.files?.count ?? 0,
    places: made.places,
    providers: made.providers,
    bucaPresent: made.bucaPresent,
    rows: made.rows.map((row) => ({
      id: row.id,
      n: row.n,
      flaggedOut: row.flaggedOutVotes,
      providers: row.providers,
      rates: row.rates,
      mean: valueOf(row.mean),
      p25: valueOf(row.p25),
      median: valueOf(row.median),
      p75: valueOf(row.p75),
      comparedVotes: row.comparedVotes,
      percentOfMedicare: valueOf(row.percentOfMedicare),
    })),
    modifiers: Object.fromEntries(
      ['none', 'GP', 'CQ'].map((modifier) => [modifier, facets.modifier.get(modifier) ?? 0]),
    ),
  };
}

/** All to the last bit, as sums of half cents are exact; but Medicare amounts are added up in another order. */
function plainly(table: RateTable, scope: Scope, place: string | null) {
  const plain = objectBenchmark(table, scope, place, schedule);
  return {
    ...plain,
    rows: plain.rows.map(({ every: _every, kept: _kept, percentOfMedicare, ...row }) => ({
      ...row,
      percentOfMedicare: percentOfMedicare === undefined ? undefined : expect.closeTo(percentOfMedicare, 9),
    })),
  };
}

const anyProvider = fc.constantFrom(null, null, null, 'tx-a', 'ca-b', 'system-sutter-health');

it('any table and scope give the figures of the plain way', () => {
  fc.assert(
    fc.property(
      anyRates,
      anyScope,
      anyProvider,
      fc.constantFrom(null, 'TX', 'AK'),
      (rates, drawn, provider, place) => {
        const table = rateTable('97110', rates);
        for (const scope of [
          { ...drawn, provider },
          { ...defaultScope, provider, outliers: drawn.outliers },
        ]) {
          expect(fromColumns(table, scope, place)).toEqual(plainly(table, scope, place));
        }
      },
    ),
    { numRuns: 80 },
  );
});

it.each(['97110', '97140', '99213'])('the shipped rates of %s, in every scope and place', (code) => {
  const table = shippedRates(code);
  fc.assert(
    fc.property(anyScope, fc.constantFrom(null, 'TX', 'CA', 'AK'), (scope, place) => {
      expect(fromColumns(table, scope, place)).toEqual(plainly(table, scope, place));
    }),
    { numRuns: 8 },
  );
});

// More votes than are sorted as a whole, each with several rates.
it.each([1, 7])('6,000 rates of 400 providers, of whom each stands for %i', (count) => {
  const made = generatedRates('97110', 6000, 400);
  const counts = Uint32Array.from(made.providers, (_, index) => (index % 3 === 0 ? count : 1));
  const table = { ...made, counts: count === 1 ? null : counts };
  for (const scope of [
    defaultScope,
    { ...defaultScope, vintage: { from: 2024, to: null }, outliers: 'out' },
    { ...defaultScope, basis: 'rates', definition: 'type6' },
    { ...defaultScope, site: 'all', leftOutRows: 'in', definition: 'nearestRank' },
  ] satisfies Scope[]) {
    expect(fromColumns(table, scope, null)).toEqual(plainly(table, scope, null));
  }
});

it('rates above 21 million dollars, which are no 32-bit number when doubled', () => {
  const rates = [22_000_000, 42_000_000.5, 30, 25_000_000, 41_999_999.99, 12].map((rate, index) => ({
    rate,
    provider: `H${index}`,
  }));
  const table = rateTable('97110', [...rates, { rate: 23_000_000.01, provider: 'H0' }]);
  expect(fromColumns(table, defaultScope, 'TX')).toEqual(plainly(table, defaultScope, 'TX'));
});
