import { expect, test } from 'vitest';
import { targetText, typedPercent } from '../../src/text/contractText.ts';
import { ruleStep, ruleText, targetName } from '../../src/text/impactText.ts';

test('a target is named to the last digit that was typed, as the row of its gain names it', () => {
  // 112.55% of Medicare is counted with 1.1255: "112.6%" would be another target.
  const share = { kind: 'medicare', share: 1.1255 } as const;
  expect([targetText(share), targetName(share)]).toEqual(['112.55% of Medicare', '112.55% of Medicare']);
  expect(targetText({ kind: 'medicare', share: 1.125 })).toBe('112.5% of Medicare');
  const between = { kind: 'percentile', p: 0.625 } as const;
  expect([targetText(between), targetName(between)]).toEqual([
    'the market’s 62.5th percentile',
    'P62.5 of the market',
  ]);
  // 0.29 × 100 is 28.999999999999996.
  expect(targetText({ kind: 'percentile', p: 0.29 })).toBe('the market’s 29th percentile');
});

test('nothing stands at a 0th or 100th percentile but the lowest and the highest vote', () => {
  expect(targetText({ kind: 'percentile', p: 0 })).toBe('the market’s lowest vote');
  expect(targetText({ kind: 'percentile', p: 1 })).toBe('the market’s highest vote');
});

test('a scenario’s change is told as it was typed, and a cut has its own sign', () => {
  expect(ruleText({ kind: 'percent', change: 0.0525 })).toBe('+5.25% on each rate');
  expect(ruleText({ kind: 'percent', change: -0.0525 })).toBe('−5.25% on each rate');
  expect(ruleText({ kind: 'percent', change: 0.05 })).toBe('+5.0% on each rate');
  expect(ruleStep({ kind: 'percent', change: 0.0525 })).toBe('rate × 105.25%');
  expect(ruleStep({ kind: 'dollars', change: -200 })).toBe('rate − $2.00');
  expect(ruleStep({ kind: 'dollars', change: 200 })).toBe('rate + $2.00');
  expect(typedPercent(-0.05)).toBe('−5.0%');
});
