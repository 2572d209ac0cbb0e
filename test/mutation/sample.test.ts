import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn } from '../../mutation/drawn.mjs';
import { wilsonInterval } from '../../mutation/wilsonInterval.mjs';

describe('the interval of a score', () => {
  // Newcombe 1998, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is what Newcombe prints', (hits, tries, low, high) => {
    expect(wilsonInterval(hits, tries).map((end) => Number(end.toFixed(4)))).toEqual([low, high]);
  });

  test('ends at 1 where all were seen', () => {
    expect(wilsonInterval(20, 20)[1]).toBe(1);
  });
});

describe('a sample', () => {
  const list = Array.from({ length: 100 }, (_, index) => index);

  test('is the same for a seed, another for another, and in the order of the list', () => {
    const sample = drawn(list, 10, 20261128);
    expect(drawn(list, 10, 20261128)).toEqual(sample);
    expect(drawn(list, 10, 7)).not.toEqual(sample);
    expect(sample).toEqual(sample.toSorted((a, b) => a - b));
  });

  test('has as many different members as asked for, or all there are', () => {
    fc.assert(
      fc.property(fc.nat(150), fc.nat(), (count, seed) => {
        const sample = drawn(list, count, seed);
        expect(new Set(sample).size).toBe(Math.min(count, 100));
        expect(sample.every((member) => list[member] === member)).toBe(true);
      }),
    );
  });

  test('takes each member as often as any other', () => {
    const times = list.map(() => 0);
    for (let seed = 0; seed < 2000; seed++) {
      for (const member of drawn(list, 10, seed)) times[member] = (times[member] ?? 0) + 1;
    }
    // 2,000 draws of 10 in 100: 200 each, standard deviation √(2000 × 0.1 × 0.9) = 13.4; five of them.
    expect(Math.min(...times)).toBeGreaterThan(200 - 67);
    expect(Math.max(...times)).toBeLessThan(200 + 67);
  });
});
