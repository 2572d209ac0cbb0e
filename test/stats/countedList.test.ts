import fc from 'fast-check';
import { quantileSorted as oracle } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { countAbove, countBelow, countedList, memberAt, sumOfList } from '../../src/stats/countedList.ts';
import { fencesOfSorted } from '../../src/stats/fences.ts';
import { percentileRank } from '../../src/stats/percentileRank.ts';
import { quantileSorted } from '../../src/stats/quantile.ts';
import { quantileDefinitions } from '../../src/stats/quantileDefinition.ts';
import { ratioOfSums } from '../../src/stats/ratio.ts';
import { sortedCopy } from '../../src/stats/sortedCopy.ts';
import { summarizeSorted } from '../../src/stats/summary.ts';

describe('a list of 10 three times and 20 once', () => {
  const list = countedList([20, 10], [1, 3]);

  it('has four members in order', () => {
    expect(list.length).toBe(4);
    expect([0, 1, 2, 3].map((rank) => memberAt(list, rank))).toEqual([10, 10, 10, 20]);
    expect([countBelow(list, 20), countAbove(list, 10), sumOfList(list)]).toEqual([3, 1, 50]);
  });

  it('has the quartiles of 10 10 10 20', () => {
    // Type 7 at 0.75: position 3·0.75 = 2.25 → 10 + 0.25·10. Type 6: 5·0.75 − 1 = 2.75. Nearest rank: ⌈3⌉ = third.
    expect(quantileDefinitions.map((name) => quantileSorted(list, 0.75, name))).toEqual([12.5, 17.5, 10]);
  });
});

it('writes equal members once, the first ones too', () => {
  const list = countedList([10, 20, 10], [1, 4, 2]);
  expect([Array.from(list.values), Array.from(list.ends)]).toEqual([
    [10, 20],
    [3, 7], // 1 + 2, and 4 more
  ]);
});

it('asks a list that is not in order for the member at a rank', () => {
  const asked: number[] = [];
  const list = { length: 5, member: (rank: number) => (asked.push(rank), rank * 10) };
  // Type 7 at 0.25 of five: position 1. At 0.1: position 0.4 → 0 + 0.4·10.
  expect([memberAt(list, 3), quantileSorted(list, 0.25), quantileSorted(list, 0.1)]).toEqual([30, 10, 4]);
  expect(asked).toEqual([3, 1, 0, 1]);
});

it('refuses counts that count nothing', () => {
  expect(() => countedList([1, 2], [1])).toThrow('2 values cannot have 1 counts');
  expect(() => countedList([1], [0])).toThrow('a whole number of 1 or more, not 0');
  expect(() => countedList([1], [1.5])).toThrow('a whole number of 1 or more, not 1.5');
  expect(() => quantileSorted(countedList([], []), 0.5)).toThrow('at least one value');
});

const classes = fc.array(
  fc.record({
    // Half cents, few enough that equal ones meet.
    value: fc
      .oneof(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 4_000_000 }))
      .map((n) => n / 2),
    count: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 })),
    reference: fc.double({ min: 0.5, max: 9000, noNaN: true }),
  }),
  { minLength: 1, maxLength: 25 },
);
const anyP = fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 10_000);

function both(drawn: readonly { readonly value: number; readonly count: number }[]) {
  return {
    counted: countedList(
      drawn.map(({ value }) => value),
      drawn.map(({ count }) => count),
    ),
    expanded: sortedCopy(drawn.flatMap(({ value, count }) => Array.from({ length: count }, () => value))),
  };
}

describe('every statistic is that of the list written out, bit for bit', () => {
  it('quantiles by all three definitions, and simple-statistics by its one', () => {
    fc.assert(
      fc.property(classes, anyP, (drawn, p) => {
        const { counted, expanded } = both(drawn);
        for (const name of quantileDefinitions) {
          expect(quantileSorted(counted, p, name)).toBe(quantileSorted(expanded, p, name));
        }
        // The same definition (type 7), reckoned in another order.
        expect(quantileSorted(counted, p)).toBeCloseTo(oracle(Array.from(expanded), p), 6);
      }),
    );
  });

  it('summary, fences, rank, counts and sum', () => {
    fc.assert(
      fc.property(classes, fc.integer({ min: 0, max: 40 }), (drawn, at) => {
        const { counted, expanded } = both(drawn);
        expect(summarizeSorted(counted)).toEqual(summarizeSorted(expanded));
        expect(fencesOfSorted(counted)).toEqual(fencesOfSorted(expanded));
        for (const value of [at / 2, drawn[at % drawn.length]?.value ?? 0]) {
          expect(countBelow(counted, value)).toBe(expanded.filter((each) => each < value).length);
          expect(countAbove(counted, value)).toBe(expanded.filter((each) => each > value).length);
          if (expanded.length > 1)
            expect(percentileRank(counted, value)).toBe(percentileRank(expanded, value));
        }
      }),
    );
  });

  it('ratio of sums, in whatever order the pairs come', () => {
    fc.assert(
      fc.property(classes, (drawn) => {
        const pairs = drawn.flatMap(({ value, reference, count }) =>
          Array.from({ length: count }, () => [value, reference] as const),
        );
        const written = pairs.toReversed();
        expect(
          ratioOfSums(
            drawn.map(({ value }) => value),
            drawn.map(({ reference }) => reference),
            drawn.map(({ count }) => count),
          ),
        ).toBe(
          ratioOfSums(
            written.map(([value]) => value),
            written.map(([, reference]) => reference),
          ),
        );
      }),
    );
  });
});
