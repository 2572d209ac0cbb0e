import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payers } from '../../src/domain/payer.ts';
import { sortedAmounts } from '../../src/domain/sortedAmounts.ts';

function byComparing(amounts: readonly number[]): number[] {
  return amounts.toSorted((a, b) => a - b);
}

describe('amounts in order', () => {
  test.each([0, 1, 999, 1000, 5000])('%i whole and half cents, as a comparing sort has them', (length) => {
    // A fixed scatter over 1 to 4,000,000 half cents, so that every digit of the layout is used.
    const amounts = Array.from({ length }, (_, index) => ((index * 1_299_709) % 4_000_037) / 2);
    expect([...sortedAmounts(Float64Array.from(amounts))]).toEqual(byComparing(amounts));
  });

  test('any amounts, huge ones and quarter cents too, in lists long enough for the layout', () => {
    const amount = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1000, maxLength: 1200 }), (amounts) => {
        expect([...sortedAmounts(Float64Array.from(amounts))]).toEqual(byComparing(amounts));
      }),
      { numRuns: 20 },
    );
  });

  test('leaves its list as it was', () => {
    const amounts = Float64Array.from([300, 100, 200]);
    expect([...sortedAmounts(amounts)]).toEqual([100, 200, 300]);
    expect([...amounts]).toEqual([300, 100, 200]);
  });
});

test('the payers of BUCA are the first of the table, so their votes lie in one run', () => {
  expect(payers.map((payer) => payer.inBuca).lastIndexOf(true)).toBe(
    payers.filter((payer) => payer.inBuca).length - 1,
  );
});
