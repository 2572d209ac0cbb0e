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
