import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  deleteKeptScenarios,
  type KeptScenarios,
  keepScenarios,
  readKeptScenarios,
} from '../../src/data/keptScenarios.ts';

const kept: KeptScenarios = {
  date: '2026-11-28',
  scenarios: [
    {
      name: 'Mine',
      rule: { kind: 'percentile', p: 0.5 },
      overrides: [
        { payer: 'Aetna', family: '', rule: { kind: 'medicare', share: 1.2 } },
        { payer: '', family: 'Manual', rule: { kind: 'percent', change: -0.05 } },
        { payer: '', family: '', rule: { kind: 'dollars', change: 150 } },
      ],
      lowers: true,
    },
    { name: '', rule: { kind: 'keep' }, overrides: [], lowers: false },
  ],
};

/** What the browser keeps. */
const drawer = new Map<string, string>();

beforeEach(() => {
  drawer.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => drawer.get(key) ?? null,
    setItem: (key: string, text: string) => drawer.set(key, text),
    removeItem: (key: string) => drawer.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('what was saved comes back, under one key, until it is deleted', () => {
  expect(readKeptScenarios()).toBeNull();
  expect(keepScenarios(kept)).toBe(true);
  expect([...drawer.keys()]).toEqual(['rate-atlas.scenarios']);
  expect(readKeptScenarios()).toEqual(kept);
  deleteKeptScenarios();
  expect([readKeptScenarios(), drawer.size]).toEqual([null, 0]);
});

test('a browser that keeps nothing is no error', () => {
  const refuse = () => {
    throw new Error('denied');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(readKeptScenarios()).toBeNull();
  expect(keepScenarios(kept)).toBe(false);
  expect(deleteKeptScenarios).not.toThrow();
});

describe('what cannot be read is nothing', () => {
  const [first] = kept.scenarios;
  const withRule = (rule: unknown) => ({ ...kept, scenarios: [{ ...first, rule }] });

  test.each<[what: string, saved: unknown]>([
    ['no list', 5],
    ['no scenario', { ...kept, scenarios: [] }],
    ['four of them', { ...kept, scenarios: [first, first, first, first] }],
    ['no date', { ...kept, date: '28 November' }],
    ['more than a date', { ...kept, date: '2026-11-28T00:00' }],
    ['a name that is none', { ...kept, scenarios: [{ ...first, name: 1 }] }],
    ['another rule', withRule({ kind: 'double' })],
    ['a percentile over 1', withRule({ kind: 'percentile', p: 1.01 })],
    ['a percentile below 0', withRule({ kind: 'percentile', p: -0.01 })],
    ['ten times Medicare and more', withRule({ kind: 'medicare', share: 10.01 })],
    ['a share below 0', withRule({ kind: 'medicare', share: -0.01 })],
    ['a change that is no number', withRule({ kind: 'percent', change: null })],
    [
      'an exception without a payer',
      { ...kept, scenarios: [{ ...first, overrides: [{ family: '', rule: { kind: 'keep' } }] }] },
    ],
    ['lowers, neither yes nor no', { ...kept, scenarios: [{ ...first, lowers: 'no' }] }],
  ])('%s', (_what, saved) => {
    drawer.set('rate-atlas.scenarios', JSON.stringify(saved));
    expect(readKeptScenarios()).toBeNull();
  });

  test('text that is no JSON', () => {
    drawer.set('rate-atlas.scenarios', '{');
    expect(readKeptScenarios()).toBeNull();
  });

  test('but every bound itself is in', () => {
    const rules = [
      { kind: 'percentile', p: 0 },
      { kind: 'percentile', p: 1 },
      { kind: 'medicare', share: 0 },
      { kind: 'medicare', share: 10 },
    ];
    for (const rule of rules) {
      drawer.set('rate-atlas.scenarios', JSON.stringify(withRule(rule)));
      expect(readKeptScenarios()?.scenarios[0]?.rule).toEqual(rule);
    }
    drawer.set('rate-atlas.scenarios', JSON.stringify({ ...kept, scenarios: [first, first, first] }));
    expect(readKeptScenarios()?.scenarios).toHaveLength(3);
  });
});
