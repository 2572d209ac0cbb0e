import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfAwayFromZero } from '../../src/domain/money.ts';
import { fencesOfSorted, tukeyFences } from '../../src/stats/fences.ts';
import { mean, sum, weightedMean } from '../../src/stats/mean.ts';
import { ratioOfSums } from '../../src/stats/ratio.ts';
import { summarize, summarizeSorted } from '../../src/stats/summary.ts';
import { all12, commercial6, commercial7, medicare3 } from './vectors.ts';

const toCents = roundHalfAwayFromZero;

describe('means of the 97760 payer table', () => {
  it('is 43.73 over 12 rows, 47.54 over the commercial 7, 29.54 without the outlier', () => {
    expect(toCents(mean(all12))).toBe(4373); // 524.77 ÷ 12 = 43.7308…
    expect(toCents(mean(commercial7))).toBe(4754); // 332.77 ÷ 7 = 47.5385…
    expect(toCents(mean(commercial6))).toBe(2954); // 177.22 ÷ 6 = 29.5366…
    expect(toCents(mean(medicare3))).toBe(4165); // 124.94 ÷ 3 = 41.6466…
  });
  it('puts commercial at 114.1% of Medicare with the outlier and 70.9% without', () => {
    expect(mean(commercial7) / mean(medicare3)).toBeCloseTo(1.1415, 4);
    expect(mean(commercial6) / mean(medicare3)).toBeCloseTo(0.7092, 4);
  });
  it('refuses an empty list', () => {
    expect(() => mean([])).toThrow('at least one value');
    expect(sum([])).toBe(0);
  });
});

describe('weighted mean', () => {
  it('is Σ(value·weight) ÷ Σweight', () => {
    expect(weightedMean([10, 20], [3, 1])).toBe(12.5);
  });
  it('with equal weights is the mean', () => {
    expect(
      weightedMean(
        all12,
        all12.map(() => 7),
      ),
    ).toBeCloseTo(mean(all12), 10);
  });
  it('ignores a value of weight 0', () => {
    expect(weightedMean([10, 999], [2, 0])).toBe(10);
  });
  it('refuses what has no meaning', () => {
    expect(() => weightedMean([], [])).toThrow('at least one value');
    expect(() => weightedMean([1], [1, 2])).toThrow('1 values, 2 weights');
    expect(() => weightedMean([1, 2], [0, 0])).toThrow('above 0');
    expect(() => weightedMean([1], [-1])).toThrow('0 or more');
    expect(() => weightedMean([1], [Number.NaN])).toThrow('0 or more');
  });
});

describe('ratio of sums', () => {
  it('is not the mean of ratios: (30 + 90) ÷ (40 + 60) = 1.2', () => {
    expect(ratioOfSums([30, 90], [40, 60])).toBe(1.2);
  });
  it('refuses empty, unequal and zero', () => {
    expect(() => ratioOfSums([], [])).toThrow('at least one pair');
    expect(() => ratioOfSums([1], [1, 2])).toThrow('requires pairs');
    expect(() => ratioOfSums([1], [0])).toThrow('more than 0');
  });
});

describe('Tukey fences', () => {
  it('puts the upper fence of the 97760 table at 57.52, of its commercial rows at 49.30', () => {
    expect(toCents(tukeyFences(all12).upper)).toBe(5752);
    expect(toCents(tukeyFences(commercial7).upper)).toBe(4930); // 35.585 + 1.5 × 9.145 = 49.3025
  });
  it('reaches 1.5 spreads below P25', () => {
    expect(tukeyFences([1, 2, 3, 4])).toEqual({ lower: 1.75 - 2.25, upper: 3.25 + 2.25 });
  });
  it('are of type 7 unless another definition is asked for, sorted beforehand or not', () => {
    expect(fencesOfSorted([1, 2, 3, 4])).toEqual(tukeyFences([4, 3, 2, 1]));
    // Type 6: P25 1.25, P75 3.75.
    expect(fencesOfSorted([1, 2, 3, 4], 'type6')).toEqual({ lower: 1.25 - 3.75, upper: 3.75 + 3.75 });
  });
});

describe('summary', () => {
  it('gives the whole of a small list', () => {
    // 1 2 3 4 5: type 7 P10 = 1.4, P25 = 2, P75 = 4, P90 = 4.6
    expect(summarize([5, 3, 1, 4, 2])).toEqual({
      n: 5,
      mean: 3,
      minimum: 1,
      p10: 1.4,
      p25: 2,
      median: 3,
      p75: 4,
      p90: 4.6,
      maximum: 5,
      spread: 2,
      relativeSpread: 2 / 3,
    });
  });
  it('is of type 7 unless another definition is asked for, sorted beforehand or not', () => {
    expect(summarizeSorted([1, 2, 3, 4])).toEqual(summarize([4, 3, 2, 1], 'type7'));
    expect(summarizeSorted([1, 2, 3, 4], 'type6').p25).toBe(1.25);
  });
  it('has no relative spread where the median is 0', () => {
    expect(summarize([0, 0, 0]).relativeSpread).toBeUndefined();
  });
  it('is unmoved by order and does not change its input', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 }), (values) => {
        const before = Object.freeze([...values]);
        expect(summarize([...values].reverse())).toEqual(summarize(before));
      }),
    );
  });
  it('of a union lies between the parts: means', () => {
    const list = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const union = mean([...a, ...b]);
        expect(union).toBeGreaterThanOrEqual(Math.min(mean(a), mean(b)) - 1e-6);
        expect(union).toBeLessThanOrEqual(Math.max(mean(a), mean(b)) + 1e-6);
      }),
    );
  });
});
