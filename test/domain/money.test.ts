import { describe, expect, it } from 'vitest';
import { cents, maxCents, parseDollars, roundHalfAwayFromZero } from '../../src/domain/money.ts';

describe('dollars as text', () => {
  it.each([
    ['36.5', 3650],
    ['$1,234.50', 123450],
    ['-3.00', -300],
    ['$-3.00', -300],
    ['-$3', -300],
    ['.5', 50],
    ['5.', 500],
    ['1.005', 101],
    ['1.0049', 100],
    ['-1.005', -101],
    ['0.004', 0],
    [' 7 ', 700],
    ['12,345,678', 1234567800],
    ['10000000000', 1_000_000_000_000],
    ['10000000000.01', undefined],
    ['100000000000', undefined],
    ['-$-3', undefined],
    ['', undefined],
    ['.', undefined],
    ['$', undefined],
    ['1,23', undefined],
    ['1234,567', undefined],
    ['1,234,56', undefined],
    ['12.3.4', undefined],
    ['12%', undefined],
    ['x12', undefined],
  ])('%j is %j', (text, amount) => {
    expect(parseDollars(text)).toBe(amount);
  });

  it('is never the other zero', () => {
    expect(Object.is(parseDollars('-0.00'), 0)).toBe(true);
    expect(Object.is(roundHalfAwayFromZero(-0.4), 0)).toBe(true);
  });
});

it('cents are whole and at most ten billion dollars, either way', () => {
  expect([cents(maxCents), cents(-maxCents), cents(0)]).toEqual([maxCents, -maxCents, 0]);
  for (const wrong of [0.5, Number.NaN, Infinity, maxCents + 1, -maxCents - 1]) {
    expect(() => cents(wrong)).toThrow(`a whole number up to 1000000000000, not ${wrong}`);
  }
});

it('rounds half away from zero', () => {
  expect([0.5, -0.5, 1.5, -1.5, 2.4, -2.4].map(roundHalfAwayFromZero)).toEqual([1, -1, 2, -2, 2, -2]);
});

it('takes what binary fractions make of a half for a half, and nothing else', () => {
  // $32.30 of $8.00 is 403.75%: 3230 ÷ 800 = 4.0375 exactly.
  expect((3230 / 800) * 1000).toBeLessThan(4037.5);
  expect(roundHalfAwayFromZero((3230 / 800) * 1000)).toBe(4038);
  expect(roundHalfAwayFromZero((-3230 / 800) * 1000)).toBe(-4038);
  // (81,925 ÷ 6 + 82,123 ÷ 6 + 28,199 ÷ 2 + 85,591 ÷ 6) ÷ 4 = (334,236 ÷ 6) ÷ 4 = 13,926.5 cents.
  expect(roundHalfAwayFromZero((81_925 / 6 + 82_123 / 6 + 28_199 / 2 + 85_591 / 6) / 4)).toBe(13_927);
  // A mean of 100,000 half cents is at least a 200,000th away from a half it does not hit.
  expect(roundHalfAwayFromZero(0.5 - 1 / 200_000)).toBe(0);
  expect(roundHalfAwayFromZero(1_000_000.5 - 1 / 200_000)).toBe(1_000_000);
  // Past 2^50 a last bit is no fraction of a cent any more.
  expect([2 ** 52, 2 ** 52 + 0.5, 2 ** 53 - 1].map(roundHalfAwayFromZero)).toEqual([
    2 ** 52,
    2 ** 52,
    2 ** 53 - 1,
  ]);
  expect(roundHalfAwayFromZero(Number.NaN)).toBeNaN();
  expect(roundHalfAwayFromZero(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});
