import { describe, expect, it } from 'vitest';
import { absent, type Cell, present } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import type { LinePosition } from '../../src/domain/contractPosition.ts';
import { pagePoints, type TalkingPoint, talkingPoints } from '../../src/domain/talkingPoints.ts';
import { positionsOf } from '../support/contracts.ts';

const gone = absent('not-in-input');
type Amounts = Partial<Readonly<Record<'own' | 'medicare' | 'p25' | 'median' | 'p75' | 'target', number>>>;

/** A line with the amounts given, in cents, and none of the others. */
function line(spec: Partial<ContractLine>, amounts: Amounts): LinePosition {
  const [position] = positionsOf([[spec, 0]]);
  if (!position) throw new Error('no line in force');
  const cell = (name: keyof Amounts): Cell => {
    const amount = amounts[name];
    return amount === undefined ? gone : present(amount);
  };
  return {
    ...position,
    own: cell('own'),
    medicare: cell('medicare'),
    p25: cell('p25'),
    median: cell('median'),
    p75: cell('p75'),
    target: cell('target'),
  };
}

const said = (positions: readonly LinePosition[]) =>
  talkingPoints(positions, 'TX').map(({ said: each }) => each);
const rules = (positions: readonly LinePosition[]) => said(positions).map(({ rule }) => rule);

describe('a point is made of a rate on the far side of an amount, not at it', () => {
  // The median equals the rate unless it is the amount asked about: every line has a market.
  it.each<[rule: string, own: number, amounts: Amounts, isMade: boolean]>([
    ['below-medicare', 999, { medicare: 1000 }, true],
    ['below-medicare', 1000, { medicare: 1000 }, false],
    ['below-p25', 999, { p25: 1000 }, true],
    ['below-p25', 1000, { p25: 1000 }, false],
    ['line-below-median', 999, { median: 1000 }, true],
    ['line-below-median', 1000, { median: 1000 }, false],
    ['above-p75', 1000, { p75: 1000 }, true],
    ['above-p75', 999, { p75: 1000 }, false],
  ])('%s: %d against %j: %s', (rule, own, amounts, isMade) => {
    expect(rules([line({ units: 1 }, { median: own, own, ...amounts })])).toEqual(isMade ? [rule] : []);
  });

  it('above-charge', () => {
    const charged = (charge: number) => line({ units: 1, charge }, { own: 1000, median: 1000 });
    expect([999, 1000].map((charge) => rules([charged(charge)]))).toEqual([['above-charge'], []]);
  });

  it('below-own-others', () => {
    const two = (other: number) => [
      line({ id: 'a', payer: 'A', units: 1 }, { own: 1000, median: 1000 }),
      line({ id: 'b', payer: 'B', units: 1 }, { own: other, median: other }),
    ];
    expect([1000, 1001].map((other) => said(two(other)))).toEqual([
      [],
      [{ rule: 'below-own-others', index: 1000 / 1001, lines: 1, of: 1 }],
    ]);
  });
});

describe('what is absent', () => {
  it('a rate, the market or Medicare makes no point, and no line has a market where none has a median', () => {
    expect(said([line({ units: 1, charge: 1 }, { medicare: 9, p25: 9, median: 9, p75: 9 })])).toEqual([]);
    expect(said([line({ units: 4 }, { own: 500 })])).toEqual([
      { rule: 'no-benchmark', lines: 1, of: 1, share: present(1) },
    ]);
  });

  it('counts in no "of": only lines with a rate and the amount do', () => {
    const lines = [
      line({ id: 'a', units: 1 }, { own: 900, p25: 1000, medicare: 1000, median: 900 }),
      line({ id: 'b', units: 1 }, { own: 900, median: 900 }),
      line({ id: 'c', units: 1 }, { p25: 1000, medicare: 1000, median: 900 }),
    ];
    expect(said(lines)).toEqual([
      { rule: 'below-medicare', index: 0.9, lines: 1, of: 1, compared: 1 },
      { rule: 'below-p25', lines: 1, of: 1 },
    ]);
  });

  it('volume makes no index of Medicare and none of the other payers, though others have volume', () => {
    const lines = [
      line({ id: 'a', payer: 'A', units: 0 }, { own: 500, medicare: 1000, median: 500 }),
      line({ id: 'b', payer: 'B', units: 7 }, { own: 900, median: 900 }),
    ];
    // A's own lines weigh nothing: 0 ÷ 0.
    expect(said(lines)).toEqual([]);
    // 1 unit: 1 × 500 ÷ (1 × 900).
    const weighed = [line({ id: 'a', payer: 'A', units: 1 }, { own: 500, median: 500 }), ...lines.slice(1)];
    expect(said(weighed)).toEqual([{ rule: 'below-own-others', index: 500 / 900, lines: 1, of: 1 }]);
  });

  it('revenue makes no share of it', () => {
    const [point] = talkingPoints([line({ units: 0 }, { own: 500 })], 'TX');
    expect(point).toMatchObject({
      said: { rule: 'no-benchmark', lines: 1, of: 1, share: absent('not-in-input', 'no volumes') },
      stake: present(0),
    });
  });
});

describe('dollars at stake', () => {
  const below = (id: string, units: number | null) => line({ id, units }, { own: 900, median: 1000 });

  it('are 0 for no units and absent for none stated, in that order, after those that have any', () => {
    const [none, zero, one] = [below('none', null), below('zero', 0), below('one', 1)];
    for (const lines of [
      [none, zero, one],
      [one, none, zero],
      [zero, none, one],
      [one, zero, none],
    ]) {
      expect(talkingPoints(lines, 'TX').map(({ id, stake }) => [id, stake])).toEqual([
        ['line-below-median one', present(100)],
        ['line-below-median zero', present(0)],
        ['line-below-median none', absent('not-in-input', 'no volumes')],
      ]);
    }
  });

  it('of lines with and without units are those of the lines that have some', () => {
    const [point] = talkingPoints(
      [
        line({ id: 'a', units: null }, { own: 100, median: 100, p25: 200 }),
        line({ id: 'b', units: 3 }, { own: 100, median: 100, p25: 200 }),
      ],
      'TX',
    );
    expect(point).toMatchObject({
      id: 'below-p25 Aetna PPO',
      side: 'ask',
      amounts: [200, 200],
      stake: present(300),
    });
  });

  it('of a line without a rate are none', () => {
    const [point] = talkingPoints(
      [line({ id: 'a', units: 3 }, {}), line({ id: 'b', units: 1 }, { own: 50 })],
      'TX',
    );
    expect(point).toMatchObject({
      id: 'no-benchmark ',
      side: 'expect',
      payer: '',
      amounts: [0, 0],
      stake: present(50),
    });
  });
});

describe('other payers', () => {
  it('are those of the same code, weighed by volume, whatever the payer’s own lines of it are paid', () => {
    const lines = [
      line({ id: 'a', payer: 'A', units: 2 }, { own: 1000, median: 1000 }),
      line({ id: 'a2', payer: 'A', units: 1 }, { own: 4000, median: 4000 }),
      line({ id: 'b', payer: 'B', units: 3 }, { own: 2000, median: 2000 }),
      line({ id: 'c', payer: 'C', units: 1 }, { own: 4000, median: 4000 }),
      line({ id: 'other', payer: 'B', code: '97140', units: 9 }, { own: 9000, median: 9000 }),
    ];
    const [a, b] = talkingPoints(lines, 'TX');
    // Others of A: (3 × 20 + 1 × 40) ÷ 4 = 25; paid (2 × 10 + 1 × 40) ÷ (3 × 25). Of B: (2 × 10 + 40 + 40) ÷ 4.
    expect(a).toMatchObject({
      id: 'below-own-others A',
      said: { rule: 'below-own-others', index: 6000 / 7500, lines: 1, of: 2 },
      amounts: [2500],
      stake: present(2 * 1500),
    });
    expect(a?.positions.map(({ line: each }) => each.id)).toEqual(['a']);
    expect(b).toMatchObject({ id: 'below-own-others B', amounts: [2500], stake: present(3 * 500) });
  });
});

describe('lines without what a point compares', () => {
  it('are in neither sum beside other payers', () => {
    const lines = [
      line({ id: 'a', payer: 'A', units: 1 }, { own: 1000, median: 1000 }),
      // No other payer has the code; a line of A and one of B have no rate.
      line({ id: 'b', payer: 'A', code: '97140', units: 1 }, { own: 9000, median: 9000 }),
      line({ id: 'c', payer: 'A', units: 1 }, { median: 1 }),
      line({ id: 'd', payer: 'B', units: 1 }, { own: 2000, median: 2000 }),
      line({ id: 'e', payer: 'B', units: 1 }, { median: 1 }),
    ];
    expect(said(lines)).toEqual([{ rule: 'below-own-others', index: 0.5, lines: 1, of: 1 }]);
  });

  it('are not among those that could be above P75', () => {
    const [point, ...more] = talkingPoints(
      [
        line({ id: 'a', units: 1 }, { own: 1000, median: 900, p75: 1000 }),
        line({ id: 'b', units: 1 }, { own: 1000, median: 1000 }),
        line({ id: 'c', units: 1 }, { median: 900, p75: 1000 }),
        line({ id: 'd', units: 1 }, { own: 900, median: 900, p75: 1000 }),
      ],
      'TX',
    );
    expect(more).toEqual([]);
    expect(point).toMatchObject({
      id: 'above-p75 ',
      payer: '',
      said: { rule: 'above-p75', lines: 1, of: 2 },
      amounts: [900],
      stake: present(100),
    });
  });
});

describe('most of the gain', () => {
  const gains = (...all: readonly number[]) =>
    talkingPoints(
      all.map((gain, at) =>
        line(
          { id: `g${at}`, payer: `P${at}`, code: `9711${at}`, units: 1 },
          { own: 1000, median: 1000, target: 1000 + gain },
        ),
      ),
      'TX',
    );

  it('is said of half of the lines that gain, not of more', () => {
    // 90 of 100; a line at its target gains nothing and is not counted.
    expect(gains(10, 90, 0)).toMatchObject([
      {
        id: 'most-of-the-gain ',
        side: 'ask',
        payer: '',
        said: { rule: 'most-of-the-gain', lines: 1, of: 2, share: 0.9 },
        positions: [{ line: { id: 'g1' } }],
        amounts: [1090],
        stake: present(90),
      },
    ]);
    expect(gains(79, 21)).toEqual([]);
    // 50 + 35 of 100 in two of three lines.
    expect(gains(50, 35, 15)).toEqual([]);
  });
});

describe('a page', () => {
  const [some] = talkingPoints([line({ units: 1 }, { own: 900, median: 1000 })], 'TX');
  const point = (side: TalkingPoint['side'], at: number): TalkingPoint => {
    if (!some) throw new Error('no point');
    return { ...some, id: `${side} ${at}`, side, stake: present(100 - at) };
  };

  it('holds six points to ask and three to expect', () => {
    const all = [0, 1, 2, 3, 4, 5, 6].flatMap((at) => [point('expect', at), point('ask', at)]);
    expect(pagePoints(all).map(({ id }) => id)).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((at) => `ask ${at}`),
      ...[0, 1, 2].map((at) => `expect ${at}`),
    ]);
    expect(pagePoints([])).toEqual([]);
  });
});
