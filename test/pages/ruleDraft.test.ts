import { expect, test } from 'vitest';
import { firstScenarios, type ScenarioRule } from '../../src/domain/scenario.ts';
import { draftOf, type RuleDraft, ruleKinds, ruleOf } from '../../src/pages/ruleDraft.ts';

test.each<readonly [RuleDraft, ScenarioRule | undefined]>([
  [{ kind: 'keep', amount: '' }, { kind: 'keep' }],
  [
    { kind: 'percent', amount: ' 5 ' },
    { kind: 'percent', change: 0.05 },
  ],
  [
    { kind: 'percent', amount: '−3.5' },
    { kind: 'percent', change: -0.035 },
  ],
  [{ kind: 'percent', amount: '-101' }, undefined],
  [{ kind: 'percent', amount: 'five' }, undefined],
  [{ kind: 'percent', amount: '' }, undefined],
  [
    { kind: 'dollars', amount: '2.50' },
    { kind: 'dollars', change: 250 },
  ],
  [
    { kind: 'dollars', amount: '-1' },
    { kind: 'dollars', change: -100 },
  ],
  [
    { kind: 'medicare', amount: '115' },
    { kind: 'medicare', share: 1.15 },
  ],
  [{ kind: 'medicare', amount: '-1' }, undefined],
  [
    { kind: 'percentile', amount: '75' },
    { kind: 'percentile', p: 0.75 },
  ],
  [{ kind: 'percentile', amount: '101' }, undefined],
])('%j is %j', (draft, rule) => {
  expect(ruleOf(draft)).toEqual(rule);
});

test('every rule reads back as it would be typed, and every kind begins with one', () => {
  for (const { rule } of firstScenarios) expect(ruleOf(draftOf(rule))).toEqual(rule);
  const dollars: ScenarioRule = { kind: 'dollars', change: -1234 };
  expect(ruleOf(draftOf(dollars))).toEqual(dollars);
  expect(ruleOf(draftOf({ kind: 'keep' }))).toEqual({ kind: 'keep' });
  for (const { kind, first } of ruleKinds) expect(ruleOf({ kind, amount: first })).toBeDefined();
});
