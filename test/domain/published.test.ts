import { describe, expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { agreesWith, exactAmount, percentOfOwnMedicare, spreadOf } from '../../src/domain/published.ts';
import { printedFigure } from '../support/printedFigure.ts';

test('an amount may be computed with unless it is a bound', () => {
  const row = printedFigure({ mean: 37.5, p25: '37.', median: '~38', p75: '>99' });
  expect(exactAmount(row, 'mean')).toBe(3750);
  expect(exactAmount(row, 'p25')).toBe(3700);
  expect(exactAmount(row, 'median')).toBe(3800);
  expect(exactAmount(row, 'p75')).toBeUndefined();
  expect(exactAmount(row, 'p90')).toBeUndefined();
});

describe('whether an official amount is what was printed', () => {
  test('to the cent, half a cent up', () => {
    for (const printed of ['exact', 'about'] as const) {
      expect(agreesWith({ cents: 3750, printed }, 3750)).toBe(true);
      expect(agreesWith({ cents: 3750, printed }, 3749.5)).toBe(true);
      expect(agreesWith({ cents: 3750, printed }, 3750.5)).toBe(false);
      expect(agreesWith({ cents: 3750, printed }, 3749.4)).toBe(false);
    }
  });

  test('in whole dollars, 36.50 to 37.49 are 37', () => {
    const whole = { cents: 3700, printed: 'whole-dollars' } as const;
    expect([3649, 3650, 3749, 3750].map((cents) => agreesWith(whole, cents))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a bound agrees with nothing, itself included', () => {
    expect(agreesWith({ cents: 9900, printed: 'above' }, 9900)).toBe(false);
  });
});

describe('the spread', () => {
  test('as printed, whatever the quartiles are', () => {
    expect(spreadOf(printedFigure({ spread: '~18.7', p25: 30, p75: 40 }))).toEqual(
      present({ cents: 1870, printed: 'about' }),
    );
  });

  test('else P75 − P25: 52.25 − 40 = 12.25', () => {
    expect(spreadOf(printedFigure({ p25: '40.', p75: 52.25 }))).toEqual(
      present({ cents: 1225, printed: 'exact' }),
    );
  });

  test.each([{ p25: 40 }, { p75: 52 }, { p25: 40, p75: '>52' as const }, { p25: '>40' as const, p75: 52 }])(
    'none from %o',
    (spec) => {
      expect(spreadOf(printedFigure(spec))).toEqual(absent('not-in-input'));
    },
  );
});

describe('percent of the document’s own Medicare', () => {
  const medicare = printedFigure({ payerClass: 'medicare', payerId: 'medicare', mean: 40 });
  const row = printedFigure({ mean: 50 });

  test('50 ÷ 40 = 125%', () => {
    expect(percentOfOwnMedicare(row, [row, medicare])).toBe(1.25);
  });

  test('only by Medicare of the same document and place', () => {
    expect(percentOfOwnMedicare(row, [{ ...medicare, document: 'B' }])).toBeUndefined();
    expect(percentOfOwnMedicare(row, [{ ...medicare, place: 'AK' }])).toBeUndefined();
    expect(
      percentOfOwnMedicare(row, [{ ...medicare, document: 'B' }, { ...medicare, place: 'AK' }, medicare]),
    ).toBe(1.25);
    expect(percentOfOwnMedicare(row, [{ ...medicare, payerClass: 'medicare-advantage' }])).toBeUndefined();
  });

  test('none for Medicare itself, without a mean, or of a bound or nothing', () => {
    expect(percentOfOwnMedicare(medicare, [medicare])).toBeUndefined();
    expect(percentOfOwnMedicare(printedFigure({ median: 50 }), [medicare])).toBeUndefined();
    expect(
      percentOfOwnMedicare(row, [printedFigure({ payerClass: 'medicare', mean: '>40' })]),
    ).toBeUndefined();
    expect(percentOfOwnMedicare(row, [printedFigure({ payerClass: 'medicare', mean: 0 })])).toBeUndefined();
  });
});
