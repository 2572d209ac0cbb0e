import fc from 'fast-check';
import { expect, test } from 'vitest';
import { castVotes } from '../../src/domain/castVotes.ts';
import { rateIndex } from '../../src/domain/rateIndex.ts';
import { selectRates } from '../../src/domain/rateSelection.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { quantileSorted } from '../../src/stats/quantile.ts';
import { rateTable } from '../support/builders.ts';

/** Whole dollars of one provider's rates with one payer, in the order published. */
function voteOf(rates: readonly number[]): number | undefined {
  const table = rateTable(
    '97110',
    rates.map((rate) => ({ rate, provider: 'One Hospital' })),
  );
  const { test: counts } = selectRates(table, defaultScope, null);
  return (castVotes(rateIndex(table), counts, 'providers').halves[0] as number) / 2;
}

test.each([
  ['one rate', [40], 4000],
  ['two: half way between', [40, 31], 3550],
  ['a rate printed five times counts once', [20, 50, 50, 50, 50, 50, 30], 3000],
  ['half a cent stays half a cent', [10.01, 10], 1000.5],
])('%s', (_, rates, cents) => {
  expect(voteOf(rates)).toBe(cents);
});

test('a vote is the median of the distinct rates, however many and in whatever order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 100_000 })), {
        minLength: 1,
        maxLength: 90,
      }),
      (rates) => {
        const distinct = [...new Set(rates)].sort((a, b) => a - b).map((rate) => rate * 100);
        expect(voteOf(rates)).toBe(quantileSorted(distinct, 0.5));
      },
    ),
  );
});
