import fc from 'fast-check';
import { quantileSorted as oracle } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { roundHalfAwayFromZero } from '../../src/domain/money.ts';
import { quantileSorted } from '../../src/stats/quantile.ts';
import type { QuantileDefinition } from '../../src/stats/quantileDefinition.ts';
import { sortedCopy } from '../../src/stats/sortedCopy.ts';
import { all12, commercial6, commercial7 } from './vectors.ts';

const definitions: readonly QuantileDefinition[] = ['type7', 'type6', 'nearestRank'];

describe('quantiles of the 97760 payer table (values printed to the cent by Excel and NumPy)', () => {
  const expected: ReadonlyArray<
    readonly [string, readonly number[], QuantileDefinition, number, number, number]
  > = [
    // set, values, definition, P25, median, P75 in cents
    ['12 rows', all12, 'type7', 2720, 3559, 3933],
    ['12 rows', all12, 'type6', 2669, 3559, 4098],
    ['12 rows', all12, 'nearestRank', 2644, 3520, 3850],
    ['7 commercial rows', commercial7, 'type7', 2644, 2745, 3559],
    ['7 commercial rows', commercial7, 'type6', 2644, 2745, 3597],
    ['7 commercial rows', commercial7, 'nearestRank', 2644, 2745, 3597],
    ['6 commercial rows', commercial6, 'type7', 2644, 2695, 3326],
    ['6 commercial rows', commercial6, 'type6', 2626, 2695, 3539],
    ['6 commercial rows', commercial6, 'nearestRank', 2644, 2644, 3520],
  ];
  it.each(expected)('%s, %#: type %s', (_set, values, definition, p25, median, p75) => {
    const sorted = sortedCopy(values);
    const at = (p: number) => roundHalfAwayFromZero(quantileSorted(sorted, p, definition));
    expect([at(0.25), at(0.5), at(0.75)]).toEqual([p25, median, p75]);
  });
});

describe('quantile definitions', () => {
  it('type 7 interpolates at (n − 1)·p: 1 2 3 4 at 0.25 is 1.75', () => {
    expect(quantileSorted([1, 2, 3, 4], 0.25)).toBe(1.75);
  });
  it('type 6 interpolates at (n + 1)·p: 1 2 3 4 at 0.25 is 1.25', () => {
    expect(quantileSorted([1, 2, 3, 4], 0.25, 'type6')).toBe(1.25);
  });
  it('nearest rank is a member: 1 2 3 4 at 0.5 is the second value', () => {
    expect(quantileSorted([1, 2, 3, 4], 0.5, 'nearestRank')).toBe(2);
  });
  it('is exact at P10 and P90, where 0.1·(n − 1) is not in binary floating point', () => {
    // Position 0.1·7 = 0.7: 5 + 0.7·5 = 8.5 cents exactly, which rounds up to 9.
    expect(quantileSorted([5, 10, 20, 30, 40, 50, 60, 70], 0.1)).toBe(8.5);
    // Position 0.9·3 = 2.7 (2.7000000000000002 in floating point).
    expect(quantileSorted([0, 0, 0, 5], 0.9)).toBe(3.5);
  });
  it('is a member wherever the position is whole, however p is held in binary', () => {
    // 0.5056 × 625 = 316 exactly, and 0.5056 × 1,000,000 is 505600.00000000006 in floating point: not the 317th value.
    const first625 = Array.from({ length: 625 }, (_, index) => index + 1);
    expect(0.5056 * 1_000_000).toBeGreaterThan(505_600);
    expect(quantileSorted(first625, 0.5056, 'nearestRank')).toBe(316);
    // Type 7 of 626 values: position 625 × 0.5056 = 316, counted from 0.
    expect(quantileSorted([...first625, 626], 0.5056)).toBe(317);
  });
  it('refuses an empty list and p outside 0 to 1', () => {
    expect(() => quantileSorted([], 0.5)).toThrow('at least one value');
    expect(() => quantileSorted([1], 1.01)).toThrow('from 0 to 1');
    expect(() => quantileSorted([1], -0.01)).toThrow('from 0 to 1');
    expect(() => quantileSorted([1], Number.NaN)).toThrow('from 0 to 1');
  });
  it('does not change its input', () => {
    const values = Object.freeze([3, 1, 2]);
    expect(Array.from(sortedCopy(values))).toEqual([1, 2, 3]);
    expect(values).toEqual([3, 1, 2]);
  });
});

const amounts = fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 60 });
const percent = fc.integer({ min: 0, max: 100 }).map((whole) => whole / 100);
const definition = fc.constantFrom(...definitions);

describe('quantile properties', () => {
  it('lies between the least and the greatest value and rises with p', () => {
    fc.assert(
      fc.property(amounts, percent, percent, definition, (values, a, b, name) => {
        const sorted = sortedCopy(values);
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((p) => quantileSorted(sorted, p, name));
        expect(low).toBeGreaterThanOrEqual(sorted[0] as number);
        expect(high).toBeLessThanOrEqual(sorted.at(-1) as number);
        expect(low).toBeLessThanOrEqual(high as number);
      }),
    );
  });
  it('moves with a shift and a scale of all values', () => {
    fc.assert(
      fc.property(amounts, percent, definition, fc.integer({ min: 1, max: 9 }), (values, p, name, k) => {
        const base = quantileSorted(sortedCopy(values), p, name);
        const moved = quantileSorted(sortedCopy(values.map((value) => value * k + 700)), p, name);
        expect(moved).toBeCloseTo(base * k + 700, 6);
      }),
    );
  });
  it('agrees with exact rational arithmetic to the last bit of the rounded cent (type 7)', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100 }), (values, whole) => {
        const sorted = sortedCopy(values);
        // Position in hundredths, all in big integers: half away from zero at the end.
        const position = BigInt(values.length - 1) * BigInt(whole);
        const below = Number(position / 100n);
        const weight = position % 100n;
        const low = BigInt(sorted[below] as number);
        const high = BigInt(sorted[Math.min(below + 1, sorted.length - 1)] as number);
        const hundredths = low * (100n - weight) + high * weight;
        const expected = Number((hundredths * 2n + 100n) / 200n);
        expect(roundHalfAwayFromZero(quantileSorted(sorted, whole / 100))).toBe(expected);
      }),
    );
  });
  it('equals simple-statistics where that library interpolates nothing (odd n, median)', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const odd = values.length % 2 === 1 ? values : values.slice(1);
        fc.pre(odd.length > 0);
        const sorted = Array.from(sortedCopy(odd));
        expect(quantileSorted(sorted, 0.5)).toBe(oracle(sorted, 0.5));
      }),
    );
  });
});
