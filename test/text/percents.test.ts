import { expect, test } from 'vitest';
import { cents } from '../../src/domain/money.ts';
import { plainPercent } from '../../src/text/contractText.ts';
import { ruleText, targetName, volumeName } from '../../src/text/impactText.ts';
import { chargeText, percentText, termText } from '../../src/text/termText.ts';

// Excel's ROUND: ROUND(0.00004, 4) and ROUND(-0.00004, 4) are 0, ROUND(-0.00006, 4) is -0.0001; nothing has no sign.
test.each([
  [0, '0.00%'],
  [0.00004, '0.00%'],
  [-0.00004, '0.00%'],
  [0.00006, '+0.01%'],
  [-0.00006, '−0.01%'],
  // Excel: ROUND(0.00015, 4) = 0.0002 and ROUND(-0.00015, 4) = -0.0002, though 0.015 is a little less in binary.
  [0.00015, '+0.02%'],
  [-0.00015, '−0.02%'],
  [-0.0064, '−0.64%'],
  [0.0357, '+3.57%'],
])('a yearly change of %d is %s', (fraction, text) => {
  expect(percentText(fraction)).toBe(text);
});

test('a percent of a heading has the digits that were typed, and no more', () => {
  // 0.29 × 100 is 28.999999999999996 in binary fractions.
  expect([0.29, 0.6, 1.125, 1.1255, 0.123456].map(plainPercent)).toEqual([
    '29',
    '60',
    '112.5',
    '112.55',
    '12.3456',
  ]);
  expect(targetName({ kind: 'percentile', p: 0.6 })).toBe('P60 of the market');
  expect(targetName({ kind: 'medicare', share: 1.125 })).toBe('112.5% of Medicare');
});

test('a volume that does not change is said in words, whole percents without a zero', () => {
  expect([0, -0.2, 0.2, 0.125].map(volumeName)).toEqual([
    'Volume as now',
    '−20% volume',
    '+20% volume',
    '+12.5% volume',
  ]);
});

test('what a rule changes has its sign', () => {
  expect(ruleText({ kind: 'keep' })).toBe('rates as they are');
  expect(ruleText({ kind: 'percent', change: 0.05 })).toBe('+5.0% on each rate');
  expect(ruleText({ kind: 'dollars', change: -200 })).toBe('−$2.00 a unit');
});

test('a rise of nothing is no rise', () => {
  const term = { base: { kind: 'dollars', amount: cents(4000) }, lesserOfCharges: false } as const;
  const withRise = (rate: number) => termText({ ...term, escalator: { kind: 'fixed', rate } });
  expect([withRise(0), withRise(0.02)]).toEqual(['$40.00', '$40.00, +2.0% a year']);
  expect(termText({ ...term, escalator: { kind: 'typed', rates: [] }, lesserOfCharges: true })).toBe(
    '$40.00, no more than the charge',
  );
  expect(chargeText({ amount: cents(9000), year: 2026, growth: 0 })).toBe(
    'Charge: $90.00 in 2026, the same in every year.',
  );
  expect(chargeText({ amount: cents(9000), year: 2026, growth: 0.03 })).toBe(
    'Charge: $90.00 in 2026, +3.0% a year from there.',
  );
});
