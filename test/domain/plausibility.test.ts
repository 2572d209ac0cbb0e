import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import {
  flagBits,
  isPlaceholder,
  type JudgedVote,
  plausibilityFlags,
  plausibleRange,
} from '../../src/domain/plausibility.ts';

function votes(dollars: readonly number[], medicare = 40): readonly JudgedVote[] {
  return dollars.map((each) => ({ amount: Math.round(each * 100), medicare: present(medicare * 100) }));
}

function flagsOf(amount: number, medicare = 4000): readonly string[] {
  return plausibilityFlags([{ amount, medicare: present(medicare) }])[0] ?? [];
}

describe('flags on votes', () => {
  test('the seven commercial rows of the 97760 table: only 155.55, by the fence of 49.30 and not by Medicare', () => {
    // Type 7: P25 26.44, P75 35.585; 35.585 + 1.5 × 9.145 = 49.3025. NC Medicare is 45.22; 155.55 is 3.44 times that.
    const flags = plausibilityFlags(votes([25.72, 35.97, 26.44, 27.45, 35.2, 155.55, 26.44], 45.22));
    expect(flags).toEqual([[], [], [], [], [], ['above-fence'], []]);
  });

  test('fences need five votes', () => {
    expect(plausibilityFlags(votes([30, 30, 31, 155]))).toEqual([[], [], [], []]);
    expect(plausibilityFlags(votes([30, 30, 31, 31, 155])).at(-1)).toEqual(['above-fence']);
    // P25 100, P75 102: fences 97 and 105.
    expect(plausibilityFlags(votes([100, 101, 102, 102, 97])).at(-1)).toEqual([]);
    expect(plausibilityFlags(votes([100, 101, 102, 102, 96.99])).at(-1)).toEqual(['below-fence']);
  });

  test('on a fence is inside it, as in R: boxplot.stats(c(10, 40, 50, 60, 90))$out is empty', () => {
    // P25 40, P75 60: fences 10 and 90.
    expect(plausibilityFlags(votes([10, 40, 50, 60, 90], 18))).toEqual([[], [], [], [], []]);
    const beyond = plausibilityFlags(votes([9.99, 40, 50, 60, 90.01], 18));
    expect([beyond.at(0), beyond.at(-1)]).toEqual([['below-fence'], ['above-fence']]);
  });

  test('half and 5.5 times Medicare are inside the range, a cent beyond is not', () => {
    expect(flagsOf(2000)).toEqual([]);
    expect(flagsOf(1999)).toEqual(['below-medicare-range']);
    expect(flagsOf(22_000)).toEqual([]);
    expect(flagsOf(22_001)).toEqual(['above-medicare-range']);
  });

  test('without a Medicare amount nothing is judged by it', () => {
    expect(plausibilityFlags([{ amount: 22_001, medicare: absent('not-priced') }])).toEqual([[]]);
  });

  test.each([0, 1, 99_900, 99_999, 999_900, 99_999_999_900])('%d cents is a placeholder', (amount) => {
    expect(flagsOf(amount)).toContain('placeholder');
  });

  test.each([2, 999, 9999, 9900, 98_999, 99_998, 909_900, 99_950])('%d cents is an amount', (amount) => {
    expect(flagsOf(amount)).not.toContain('placeholder');
  });

  test('a rate above the gross charge of its own file is flagged as that', () => {
    expect(plausibilityFlags([{ amount: 5000, medicare: present(4000), aboveGross: true }])).toEqual([
      ['above-gross'],
    ]);
  });

  test('the plausible range has the amounts that neither fences nor Medicare flag, both ends included', () => {
    expect(plausibleRange(4000, { lower: 1000, upper: 9000 })).toEqual({ least: 2000, most: 9000 });
    expect(plausibleRange(0, { lower: 1000, upper: 9000 })).toEqual({ least: 1000, most: 9000 });
    const medicare = fc.oneof(
      fc.constant(0),
      fc.constant(Number.NaN),
      fc.double({ min: 1, max: 1e6, noNaN: true }),
    );
    const fence = fc.double({ min: -1e5, max: 1e6, noNaN: true });
    const fences = fc.option(fc.record({ lower: fence, upper: fence }), { nil: undefined });
    const amount = fc.integer({ min: 0, max: 2_000_000 }).map((half) => half / 2);
    fc.assert(
      fc.property(amount, medicare, fences, (cents, price, limits) => {
        const { least, most } = plausibleRange(price, limits);
        const isPlausible = cents >= least && cents <= most && !isPlaceholder(cents);
        expect(flagBits(cents, price, limits) === 0).toBe(isPlausible);
      }),
    );
  });

  test('each vote has its list, and the order of the votes does not matter', () => {
    const any = fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(any, (amounts) => {
        const judged = amounts.map((amount) => ({ amount, medicare: present(4000) }));
        const flags = plausibilityFlags(judged);
        expect(flags).toHaveLength(amounts.length);
        expect(plausibilityFlags(judged.toReversed()).toReversed()).toEqual(flags);
      }),
    );
  });

  test('never flags more than half of the votes by a fence', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 100_000 }), { minLength: 5 }), (amounts) => {
        const flags = plausibilityFlags(
          amounts.map((amount) => ({ amount, medicare: absent('not-priced') })),
        );
        const fenced = flags.filter((each) => each.some((flag) => flag.endsWith('fence')));
        expect(fenced.length).toBeLessThanOrEqual(amounts.length / 2);
      }),
    );
  });
});
