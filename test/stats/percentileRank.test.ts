import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileRank } from '../../src/stats/percentileRank.ts';
import { quantileSorted } from '../../src/stats/quantile.ts';

describe('percentile rank', () => {
  // The list and results Microsoft prints for PERCENTRANK.INC, which cuts after three digits.
  it.each([
    [2, 0.333],
    [4, 0.555],
    [8, 0.666],
    [5, 0.583],
  ])('of %d as Excel documents it', (value, printed) => {
    const sorted = [1, 1, 1, 2, 3, 4, 8, 11, 12, 13];
    expect(Math.floor(percentileRank(sorted, value) * 1000) / 1000).toBe(printed);
  });

  it('is 0 below the list and 1 above it', () => {
    expect([percentileRank([5, 9], 4), percentileRank([5, 9], 10)]).toEqual([0, 1]);
    expect([percentileRank([5, 9], 5), percentileRank([5, 9], 9)]).toEqual([0, 1]);
    expect(percentileRank([7, 7, 7], 7)).toBe(0);
    expect(() => percentileRank([7], 7)).toThrow('at least two values');
  });

  it('is the p whose type 7 quantile is the value', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (values, place) => {
        const sorted = values.toSorted((a, b) => a - b);
        const low = sorted[0] as number;
        const value = low + place * ((sorted.at(-1) as number) - low);
        expect(quantileSorted(sorted, percentileRank(sorted, value))).toBeCloseTo(value, 6);
      }),
    );
  });
});
