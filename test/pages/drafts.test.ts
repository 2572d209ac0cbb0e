import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeOf, percentIn, termOf } from '../../src/pages/termDraft.ts';
import { firstTermsView } from '../../src/pages/termsView.ts';
import { capOf, countIn, termsOf } from '../../src/pages/visitDraft.ts';

describe('a percentage as it is typed', () => {
  it.each([
    ['120', 1.2],
    ['2.5%', 0.025],
    [' −1 ', -0.01],
    ['-0.64', -0.0064],
    ['+3', 0.03],
    ['0', 0],
  ])('%s', (text, fraction) => {
    expect(percentIn(text)).toBe(fraction);
  });
  it.each(['', 'x', '1e3', '1,5', '−100', '1001', '12..5', '5 %%'])('%s is none', (text) => {
    expect(percentIn(text)).toBeUndefined();
  });
  it('any hundredth of a percent comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999, max: 100_000 }), (hundredths) => {
        expect(percentIn((hundredths / 100).toFixed(2))).toBeCloseTo(hundredths / 10_000, 12);
      }),
    );
  });
});

it('a count as it is typed: whole, with thousands, up to its limit', () => {
  expect(['1,200', '0', '40', '41', '1.5', '-3', ''].map((text) => countIn(text, 40))).toEqual([
    undefined,
    0,
    40,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(countIn('1,200', 2000)).toBe(1200);
  expect(countIn('1,000,000', 1_000_000)).toBe(1_000_000);
  // Decimals of half the world, and slips: read without their commas they would be ten times as many and more.
  for (const text of ['1,5', '7,5', '1,,2', ',', '12,34', '1200,000'])
    expect(countIn(text, 2_000_000)).toBeUndefined();
});

it('a cap that is no amount is none', () => {
  expect([capOf('$95.50'), capOf('-1'), capOf('all')]).toEqual([9550, undefined, undefined]);
  const draft = { rule: 'midpoint', reduction: 'none', assistantShare: 1, cap: 'all' } as const;
  expect(termsOf(draft).cap).toBeNull();
});

it('a term says what of it cannot be read', () => {
  const { a, b } = firstTermsView;
  const dollars = { ...a, kind: 'dollars' } as const;
  expect(termOf(a)).toMatchObject({ base: { kind: 'listed' }, escalator: { kind: 'fixed', rate: 0.01 } });
  expect(termOf({ ...dollars, dollars: '' })).toBe('the amount is dollars and cents');
  expect(termOf({ ...b, share: '-5' })).toBe('the share is a percentage from 0 to 1,000, like 120');
  expect(termOf({ ...a, rises: '1, 2' })).toMatch(/^one yearly rise/);
  expect(termOf({ ...a, rise: 'typed', rises: '1, x' })).toMatch(/^the yearly rise/);
  expect(termOf({ ...b, year: '2023', rise: 'typed', rises: '3.1, 2.9' })).toEqual({
    base: { kind: 'medicare', share: 1.2, year: 2023 },
    escalator: { kind: 'typed', rates: [0.031, 0.029] },
    lesserOfCharges: false,
  });
});

it('a charge: none, one that cannot be read, and one with its yearly change', () => {
  expect(chargeOf('', '4', 2026)).toBeNull();
  expect(chargeOf('90', 'x', 2026)).toBeUndefined();
  expect(chargeOf('90', '4', 2026)).toEqual({ amount: 9000, year: 2026, growth: 0.04 });
  expect(chargeOf('90', '', 2026)).toEqual({ amount: 9000, year: 2026, growth: 0 });
});
