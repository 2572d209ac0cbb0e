import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/domain/cell.ts';
import type { LinePosition } from '../../src/domain/contractPosition.ts';
import { ruledRate, ruleFor, type Scenario, type ScenarioRule } from '../../src/domain/scenario.ts';
import { scenarioIndex, scenarioResult } from '../../src/domain/scenarioResult.ts';
import { positionsOf, smallContract } from '../support/contracts.ts';

const small = smallContract();
const familyOf = (code: string) => (code === '97140' ? 'Manual' : 'Exercise');
const scenario = (rule: ScenarioRule, more: Partial<Scenario> = {}): Scenario => ({
  name: '',
  rule,
  overrides: [],
  lowers: false,
  ...more,
});
const run = (rule: ScenarioRule, more: Partial<Scenario> = {}) =>
  scenarioResult(small, scenario(rule, more), familyOf);
const dollars = (amount: number) => Math.round(amount) / 100;

describe('a rule', () => {
  const [a, , , d] = small as readonly [LinePosition, LinePosition, LinePosition, LinePosition];

  it.each<readonly [ScenarioRule, boolean, number]>([
    [{ kind: 'keep' }, true, 29],
    [{ kind: 'percent', change: 0.1 }, false, 31.9],
    [{ kind: 'percent', change: -0.1 }, false, 26.1],
    [{ kind: 'dollars', change: 250 }, false, 31.5],
    [{ kind: 'dollars', change: -250 }, false, 26.5],
    // A rate is never below nothing.
    [{ kind: 'dollars', change: -4000 }, false, 0],
    [{ kind: 'medicare', share: 1.2 }, false, 33.6],
    // Medicare is 28: the rate of 29 stays, or goes down to it.
    [{ kind: 'medicare', share: 1 }, false, 29],
    [{ kind: 'medicare', share: 1 }, true, 28],
    [{ kind: 'percentile', p: 0.75 }, false, 40],
    [{ kind: 'percentile', p: 0 }, true, 28],
  ])('%j, lowering %s: $%d', (rule, lowers, expected) => {
    expect(dollars(ruledRate(a, 2900, rule, lowers).rate)).toBe(expected);
  });

  it('is a base times a factor and something added, never below the least, as a sheet works it out', () => {
    const parts = (rule: ScenarioRule, lowers: boolean) => {
      const { base, factor, added, least } = ruledRate(a, 2900, rule, lowers);
      return [valueOf(base), factor, added, least];
    };
    expect(parts({ kind: 'keep' }, true)).toEqual([2900, 1, 0, 0]);
    expect(parts({ kind: 'percent', change: 0.1 }, false)).toEqual([2900, 1.1, 0, 0]);
    expect(parts({ kind: 'dollars', change: 250 }, false)).toEqual([2900, 1, 250, 0]);
    expect(parts({ kind: 'medicare', share: 1.2 }, false)).toEqual([2800, 1.2, 0, 2900]);
    expect(parts({ kind: 'medicare', share: 1.2 }, true)).toEqual([2800, 1.2, 0, 0]);
    expect(parts({ kind: 'percentile', p: 0.75 }, false)).toEqual([4000, 1, 0, 2900]);
    expect(parts({ kind: 'percentile', p: 0.75 }, true)).toEqual([4000, 1, 0, 0]);
  });

  it('leaves a line without its target as it is', () => {
    const ruled = ruledRate(d, 5000, { kind: 'percentile', p: 0.5 }, true);
    expect([ruled.rate, ruled.base.kind]).toEqual([5000, 'absent']);
  });

  it('is the last override that fits, else the scenario’s own', () => {
    const [one, two, three]: readonly ScenarioRule[] = [
      { kind: 'percent', change: 0.01 },
      { kind: 'percent', change: 0.02 },
      { kind: 'percent', change: 0.03 },
    ];
    if (!one || !two || !three) throw new Error('no rules');
    const commercial = (payer: string) => ({ payer, planLine: 'Commercial' }) as const;
    const given = scenario(
      { kind: 'keep' },
      {
        overrides: [
          { payer: 'Aetna PPO', family: '', rule: one },
          { payer: '', family: 'Manual', rule: two },
          { payer: 'Aetna HMO', family: 'Manual', rule: three },
        ],
      },
    );
    expect(ruleFor(given, commercial('Aetna PPO'), 'Exercise')).toBe(one);
    expect(ruleFor(given, commercial('Aetna PPO'), 'Manual')).toBe(two);
    expect(ruleFor(given, commercial('Aetna HMO'), 'Manual')).toBe(three);
    expect(ruleFor(given, commercial('Aetna HMO'), 'Exercise')).toEqual({ kind: 'keep' });
  });
});

describe('what a program sets for all', () => {
  const medicaid = { payer: 'Texas Medicaid', planLine: 'Medicaid / CHIP' } as const;
  const rule: ScenarioRule = { kind: 'percent', change: 0.05 };

  it('is kept, but where an override names it', () => {
    expect(ruleFor(scenario(rule), medicaid, 'Exercise')).toEqual({ kind: 'keep' });
    const named = scenario(rule, { overrides: [{ payer: 'Texas Medicaid', family: '', rule }] });
    expect(ruleFor(named, medicaid, 'Exercise')).toBe(rule);
    expect(ruleFor(scenario(rule), { ...medicaid, planLine: 'Medicare Advantage' }, 'Exercise')).toBe(rule);
  });
});

describe('a scenario', () => {
  it('names its parts: the whole, and each payer in the file’s order', () => {
    const { total, payers } = run({ kind: 'keep' });
    expect([total.id, total.label]).toEqual(['total', 'All payers']);
    expect(payers.map(({ id, label }) => [id, label])).toEqual([
      ['payer Aetna PPO', 'Aetna PPO'],
      ['payer Aetna HMO', 'Aetna HMO'],
      ['payer Cigna', 'Cigna'],
    ]);
    expect([total.raised, total.lowered]).toEqual([0, 0]);
  });

  it('counts every line with a volume and a rate, whatever it asks', () => {
    // 2,900 + 2,000 + 620 + 250; the line without a volume is named, not counted.
    for (const { total, leftOut } of [run({ kind: 'keep' }), run({ kind: 'percentile', p: 0.5 })]) {
      expect([total.now, leftOut.map(({ line }) => line.id)]).toEqual([577_000, ['e']]);
    }
    expect(run({ kind: 'percent', change: 0.05 }).total.after).toBeCloseTo(605_850, 6);
  });

  it('120% of Medicare, with rates above it staying or going down', () => {
    // 100 × 33.60 + 20 × 33.60 + 50 × 40 + 5 × 50 = 6,282; b goes down to 31.20: 50 × 8.80 less.
    const stay = run({ kind: 'medicare', share: 1.2 });
    const down = run({ kind: 'medicare', share: 1.2 }, { lowers: true });
    expect([stay.total.after, down.total.after].map(Math.round)).toEqual([628_200, 584_200]);
    expect([stay.total.raised, stay.total.lowered, stay.total.withoutTarget]).toEqual([2, 0, 1]);
    expect([down.total.raised, down.total.lowered, down.total.withoutTarget]).toEqual([2, 1, 1]);
    expect(stay.payers.map(({ label, now, after }) => [label, now, Math.round(after)])).toEqual([
      ['Aetna PPO', 490_000, 536_000],
      ['Aetna HMO', 62_000, 67_200],
      ['Cigna', 25_000, 25_000],
    ]);
  });

  it('indices are ratios of sums over the same lines, now and then', () => {
    const { total, payers } = run({ kind: 'medicare', share: 1.2 }, { lowers: true });
    // Medicare: 100 × 28 + 50 × 26 + 20 × 28 = 4,660; medians: 170 × 34 = 5,780. Now 5,520, then 1.2 × 4,660 = 5,592.
    expect(valueOf(scenarioIndex(total, 'medicare', 'now'))).toBeCloseTo(5520 / 4660, 12);
    expect(valueOf(scenarioIndex(total, 'medicare', 'after'))).toBeCloseTo(1.2, 12);
    expect(valueOf(scenarioIndex(total, 'median', 'now'))).toBeCloseTo(5520 / 5780, 12);
    expect(valueOf(scenarioIndex(total, 'median', 'after'))).toBeCloseTo(5592 / 5780, 12);
    const cigna = payers.find(({ label }) => label === 'Cigna');
    if (!cigna) throw new Error('no payer');
    expect(scenarioIndex(cigna, 'medicare', 'after')).toMatchObject({ kind: 'absent' });
  });

  it('with overrides by payer and family', () => {
    const { payers } = run(
      { kind: 'percent', change: 0.1 },
      {
        overrides: [
          { payer: 'Aetna HMO', family: '', rule: { kind: 'dollars', change: 200 } },
          { payer: '', family: 'Manual', rule: { kind: 'keep' } },
        ],
      },
    );
    // PPO: 100 × 31.90 + 50 × 40; HMO: 20 × 33; Cigna: 5 × 55.
    expect(payers.map(({ after }) => Math.round(after))).toEqual([519_000, 66_000, 27_500]);
  });

  const line = fc.tuple(
    fc.constantFrom('97110', '97140'),
    fc.constantFrom('Aetna', 'Cigna'),
    fc.nat(500),
    fc.integer({ min: 1, max: 9000 }),
  );
  const positions = fc
    .array(line, { maxLength: 12 })
    .map((lines) =>
      positionsOf(
        lines.map(([code, payer, units, amount], index) => [
          { id: String(index), code, payer, units, terms: { kind: 'dollars', amount } },
          3000,
        ]),
      ),
    );
  const target = fc.oneof(
    fc.record({ kind: fc.constant('medicare' as const), share: fc.double({ min: 0, max: 3, noNaN: true }) }),
    fc.record({ kind: fc.constant('keep' as const) }),
  );

  it('without a change gains nothing, and payers add up to the whole', () => {
    fc.assert(
      fc.property(positions, (all) => {
        for (const rule of [
          { kind: 'keep' },
          { kind: 'percent', change: 0 },
          { kind: 'dollars', change: 0 },
        ] as const) {
          const { total } = scenarioResult(all, scenario(rule), familyOf);
          expect([total.after, total.raised, total.lowered]).toEqual([total.now, 0, 0]);
        }
      }),
    );
    fc.assert(
      fc.property(positions, target, fc.boolean(), (all, rule, lowers) => {
        const { total, payers } = scenarioResult(all, scenario(rule, { lowers }), familyOf);
        expect(payers.reduce((sum, { after }) => sum + after, 0)).toBeCloseTo(total.after, 4);
        if (!lowers) expect(total.after).toBeGreaterThanOrEqual(total.now - 1e-6);
      }),
    );
  });
});
