import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeShares } from '../../src/stats/wholeShares.ts';

test('the largest remainders are rounded up, whatever their sign', () => {
  expect(wholeShares([6.25, 3.75], 10)).toEqual([6, 4]);
  expect(wholeShares([0.4, 0.4, -1.8], -1)).toEqual([1, 0, -2]);
  expect(wholeShares([], 0)).toEqual([]);
});

test('equal remainders are served in their order', () => {
  expect(wholeShares([2.5, 1.5], 4)).toEqual([3, 1]);
});

test('shares of any weights add up to the total and are within 1 of what is exact', () => {
  const weights = fc
    .array(fc.nat(10_000), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some(Boolean));
  fc.assert(
    fc.property(weights, fc.nat(100_000), (list, total) => {
      const sum = list.reduce((all, each) => all + each, 0);
      const exact = list.map((each) => (total * each) / sum);
      const shares = wholeShares(exact, total);
      expect(shares.reduce((all, each) => all + each, 0)).toBe(total);
      for (const [index, share] of shares.entries()) {
        expect(Number.isInteger(share)).toBe(true);
        expect(Math.abs(share - (exact[index] as number))).toBeLessThan(1 + 1e-9);
      }
    }),
  );
});
