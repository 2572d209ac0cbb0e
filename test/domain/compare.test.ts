import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BasketItem, basketIndex, commonCodes } from '../../src/domain/basketIndex.ts';
import { absent, type Cell, present, valueOf } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import type { LinePosition } from '../../src/domain/contractPosition.ts';
import { familyIndex, ownColumn, unitsByCode } from '../../src/domain/familyIndex.ts';
import { heatSteps, marketHeat, medicareHeat, rankHeat } from '../../src/domain/heatClass.ts';
import { byGap, largestGaps, lineStake } from '../../src/domain/largestGaps.ts';
import { placesWithRates } from '../../src/domain/placesWithRates.ts';
import { contractMatrix, publishedMatrix, sameService } from '../../src/domain/rateMatrix.ts';
import { stateComparison } from '../../src/domain/stateComparison.ts';
import { type StateMarket, stateMarket } from '../../src/domain/stateMarket.ts';
import { heatWords } from '../../src/text/compareText.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { positionsOf } from '../support/contracts.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const dollars = (amount: number): ContractLine['terms'] => ({ kind: 'dollars', amount });
const gone = absent('not-in-input');

describe('fixed classes', () => {
  it('of Medicare begin at 80, 100, 120, 150 and 200%, as printed', () => {
    const classOf = (share: number) => medicareHeat(present(share));
    const steps = [0, 0.7994, 0.7996, 0.8, 0.999, 1, 1.1994, 1.2, 1.5, 1.99949, 1.9996, 2, 9].map((share) => {
      const heat = classOf(share);
      return heat.kind === 'step' ? heat.step : 0;
    });
    // 79.94% prints as 79.9%, 79.96% as 80.0%; 199.949% as 199.9%, 199.96% as 200.0%.
    expect(steps).toEqual([1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 6, 6, 6]);
    expect(medicareHeat(absent('not-priced', 'bundled'))).toEqual({ kind: 'absent', reason: 'not-priced' });
  });

  it('of the market are its quarters, P25 and the median in the upper one, P75 in the third', () => {
    const market = [3000, 4000, 5000].map((cents) => present(cents)) as [Cell, Cell, Cell];
    const step = (cents: number) => marketHeat(present(cents), market);
    expect([2999, 3000, 3999, 4000, 5000, 5001].map(step)).toEqual(
      [1, 2, 2, 3, 3, 4].map((number) => ({ kind: 'step', step: number })),
    );
    // Half a cent above P75 prints as P75.
    expect(step(5000.4)).toEqual({ kind: 'step', step: 3 });
    expect(marketHeat(gone, market)).toEqual({ kind: 'absent', reason: 'not-in-input' });
    expect(marketHeat(present(1), [gone, gone, gone])).toEqual({ kind: 'absent', reason: 'not-in-input' });
    expect([0, 0.2494, 0.25, 0.5, 0.75, 0.751].map((rank) => rankHeat(present(rank)))).toEqual(
      [1, 1, 2, 3, 3, 4].map((number) => ({ kind: 'step', step: number })),
    );
    expect(rankHeat(gone).kind).toBe('absent');
  });

  it('have words, one for each', () => {
    expect(Object.entries(heatWords).map(([measure, words]) => [measure, words.length])).toEqual(
      Object.entries(heatSteps),
    );
    expect(heatWords.medicare).toEqual([
      'below 80% of Medicare',
      '80% to below 100%',
      '100% to below 120%',
      '120% to below 150%',
      '150% to below 200%',
      '200% of Medicare and more',
    ]);
  });
});

describe('a contract as payers × codes', () => {
  const positions = positionsOf([
    [{ id: 'a', code: '97110', payer: 'Aetna', units: 10, terms: dollars(3000) }, 4000],
    [{ id: 'b', code: '97110', payer: 'Aetna', site: 'facility', units: 30, terms: dollars(2000) }, 4000],
    [{ id: 'c', code: '97140', payer: 'Cigna', units: 100, terms: dollars(2500) }, 4000],
    [{ id: 'd', code: '97112', payer: 'Cigna', modifier: 'CQ', units: 1, terms: dollars(2500) }, 4000],
    [{ id: 'e', code: '97112', payer: 'Aetna', place: 'AZ', units: 1, terms: dollars(2500) }, 4000],
  ]);
  const matrix = contractMatrix(positions, 'TX', true);

  it('is ordered by revenue and joins lines of one payer and code by volume', () => {
    // Cigna 2,500 + 25; Aetna 300 + 600 + 25. 97140 2,500; 97110 900; 97112 50.
    expect(matrix.payers.map(({ name }) => name)).toEqual(['Cigna', 'Aetna']);
    expect(matrix.codes).toEqual(['97140', '97110', '97112']);
    const joined = matrix.cell('97110', 'Aetna');
    // (10 × 30 + 30 × 20) ÷ 40 = 22.50; Medicare alike: (10 × office + 30 × facility) ÷ 40.
    expect(valueOf(joined.amount)).toBe(2250);
    const [office, facility] = positions.slice(0, 2).map(({ medicare }) => valueOf(medicare) as number);
    expect(valueOf(joined.ofMedicare)).toBeCloseTo(
      90_000 / (10 * (office as number) + 30 * (facility as number)),
      12,
    );
    expect(joined.positions).toHaveLength(2);
    const single = matrix.cell('97140', 'Cigna');
    expect(single.ofMedicare).toEqual(positions[2]?.ofMedicare);
  });

  it('of lines that Medicare prices nowhere has an amount and says why there is no share', () => {
    const unpriced = positionsOf([
      [{ id: 'a', code: '97545', payer: 'Aetna', units: 10, terms: dollars(3000) }, 4000],
      [{ id: 'b', code: '97545', payer: 'Aetna', units: 30, terms: dollars(2000) }, 4000],
    ]);
    const cell = contractMatrix(unpriced, 'TX', true).cell('97545', 'Aetna');
    expect(valueOf(cell.amount)).toBe(2250);
    expect(cell.ofMedicare).toMatchObject({ kind: 'absent', reason: 'not-priced' });
  });

  it('is of lines without a modifier, of the state or of none', () => {
    const kept = sameService(
      positionsOf([
        [{ id: 'bare' }, 1],
        [{ id: 'here', place: 'TX' }, 1],
        [{ id: 'there', place: 'AZ' }, 1],
        [{ id: 'other', modifier: 'CQ' }, 1],
        [{ id: 'both', modifier: 'CQ', place: 'TX' }, 1],
      ]),
      'TX',
    );
    expect(kept.map(({ line }) => line.id)).toEqual(['bare', 'here']);
  });

  it('names what is another service, and what is not there', () => {
    expect(matrix.cell('97112', 'Cigna').ofMedicare).toMatchObject({ detail: 'only CQ' });
    expect(matrix.cell('97112', 'Aetna').amount).toMatchObject({ detail: 'only AZ' });
    expect(matrix.cell('97140', 'Aetna').amount).toEqual(gone);
  });

  it('weighs lines alike where none of one payer and code has units, though others do', () => {
    const idle = positionsOf([
      [{ id: 'a', payer: 'Aetna', units: 0, terms: dollars(3000) }, 4000],
      [{ id: 'b', payer: 'Aetna', units: 0, terms: dollars(2000) }, 4000],
      [{ id: 'c', payer: 'Cigna', units: 5, terms: dollars(1000) }, 4000],
      [{ id: 'd', payer: 'BCBS', code: '97140', units: 1, terms: dollars(1000) }, 4000],
    ]);
    const alike = contractMatrix(idle, 'TX', true);
    expect(valueOf(alike.cell('97110', 'Aetna').amount)).toBe(2500);
    // Revenue: Cigna 50, BCBS 10, Aetna none.
    expect(alike.payers.map(({ id }) => id)).toEqual(['Cigna', 'BCBS', 'Aetna']);
    expect(alike.codes).toEqual(['97110', '97140']);
  });

  it('weighs lines alike where the file states no volumes', () => {
    const plain = positionsOf([
      [{ id: 'a', payer: 'Aetna', terms: dollars(3000) }, 4000],
      [{ id: 'b', payer: 'Aetna', site: 'facility', terms: dollars(2000) }, 4000],
    ]);
    expect(valueOf(contractMatrix(plain, 'TX', false).cell('97110', 'Aetna').amount)).toBe(2500);
  });
});

const votes = (payer: RateSpec['payer'], place: string, rates: readonly number[]): readonly RateSpec[] =>
  rates.map((rate, index) => ({ rate, place, provider: `${payer} ${index}`, ...(payer ? { payer } : {}) }));

/** Aetna's and BCBS's votes in Texas for two codes; Aetna's in Arizona for one. */
const texas = new Map([
  [
    '97110',
    rateTable('97110', [
      ...votes('aetna', 'TX', [20, 24, 28, 32, 36]),
      ...votes('bcbs', 'TX', [40, 44, 48, 52, 56]),
      ...votes('cigna', 'TX', [10]),
    ]),
  ],
  ['97140', rateTable('97140', votes('aetna', 'TX', [30, 30, 60, 60, 60]))],
]);
const arizona = new Map([['97110', rateTable('97110', votes('aetna', 'AZ', [50, 50, 50, 50, 50]))]]);
const schedule = {
  ...shippedSchedule(),
  placeMean: (code: string) => present(code === '97110' ? 2000 : 4000),
};
const markets = [
  stateMarket(texas, 'TX', 'hospital', schedule),
  stateMarket(arizona, 'AZ', 'hospital', schedule),
];

describe('published rates as payers × codes', () => {
  const matrix = publishedMatrix(['97110', '97140', '97112'], markets[0] as StateMarket);

  it('holds each payer’s median against BUCA’s pooled votes', () => {
    expect(matrix.payers.map(({ id }) => id)).toEqual(['buca', 'aetna', 'bcbs', 'cigna']);
    const aetna = matrix.cell('97110', 'aetna');
    expect([valueOf(aetna.amount), aetna.n]).toEqual([2800, 5]);
    // Pool: 10 20 24 28 32 36 40 44 48 52 56; quartiles 26, 36 and 46; 28 is the fourth of eleven: 3 ÷ 10.
    expect(aetna.market.map(valueOf)).toEqual([2600, 3600, 4600]);
    expect(valueOf(aetna.rank)).toBe(0.3);
    expect(matrix.cell('97110', 'buca').rank).toMatchObject({ detail: 'the pool itself' });
    expect(valueOf(matrix.cell('97110', 'buca').ofMedicare)).toBeGreaterThan(0);
  });

  it('keeps the reason of a median that is not there for its share of Medicare too', () => {
    const cigna = matrix.cell('97110', 'cigna');
    expect(cigna.ofMedicare).toMatchObject({ reason: 'too-few' });
    expect(cigna.rank).toMatchObject({ reason: 'too-few' });
    expect(matrix.cell('97112', 'aetna').amount).toEqual(gone);
  });
});

it('counts hospitals’ own votes of a state apart from those in payers’ files', () => {
  const mixed = new Map([
    [
      '97110',
      rateTable('97110', [
        { rate: 30, provider: 'A', kind: 'payer', billingClass: 'professional' },
        { rate: 40, provider: 'B', count: 3 },
        { rate: 50, provider: 'C', kind: 'own' },
        // One vote of two files, of which one is a hospital's own.
        { rate: 60, provider: 'D', kind: 'own' },
        { rate: 70, provider: 'D' },
      ]),
    ],
  ]);
  const [row] = stateComparison(
    ['97110'],
    [stateMarket(mixed, 'TX', 'all', schedule)],
    'aetna',
    schedule,
    2026,
  );
  expect([row?.row?.n, row?.hospitals]).toEqual([6, 4]);
});

it('states of a code stand beside each other, with those that have no vote', () => {
  const rows = stateComparison(['97110', '97140'], markets, 'aetna', schedule, 2026);
  expect(rows.map(({ code, place, row }) => [code, place, row && valueOf(row.median), row?.n])).toEqual([
    ['97110', 'TX', 2800, 5],
    ['97110', 'AZ', 5000, 5],
    ['97140', 'TX', 6000, 5],
    ['97140', 'AZ', undefined, undefined],
  ]);
  expect(rows[0]?.hospitals).toBe(5);
  expect(rows.map(({ medicare }) => valueOf(medicare))).toEqual([2000, 2000, 4000, 4000]);
});

describe('a basket as one number', () => {
  const item = (
    code: string,
    weight: number,
    amount: number | null,
    medicare: number | null,
  ): BasketItem => ({
    code,
    weight,
    amount: amount === null ? gone : present(amount),
    medicare: medicare === null ? gone : present(medicare),
  });

  it('is a ratio of sums over the codes that have both amounts', () => {
    const index = basketIndex(
      [item('a', 300, 6000, 3000), item('b', 100, 4000, 4000), item('c', 0, 1, 1), item('d', 50, null, 5000)],
      null,
    );
    // (300 × 60 + 100 × 40) ÷ (300 × 30 + 100 × 40) = 22,000 ÷ 13,000; d has no amount, c no weight.
    expect(valueOf(index.value)).toBeCloseTo(22 / 13, 12);
    expect([index.held.length, index.codes]).toEqual([2, 3]);
    expect(index.share).toBeCloseTo(400 / 450, 12);
  });

  it('is refused where less than half of the basket is held, and absent where none is', () => {
    expect(basketIndex([item('a', 49, 1, 1), item('b', 51, null, 1)], null).value).toEqual(
      absent('refused', 'less than 50% of the basket has both amounts'),
    );
    expect(valueOf(basketIndex([item('a', 50, 1, 1), item('b', 50, null, 1)], null).value)).toBe(1);
    expect(basketIndex([item('b', 51, null, 1)], null).value).toEqual(gone);
    const thin = { ...item('b', 51, null, 1), amount: absent('too-few', 'fewer than 5 votes (2)') };
    expect(basketIndex([thin], null).value).toEqual(absent('too-few', 'no code with enough votes'));
    const outside = { ...item('c', 1, null, 1), amount: absent('out-of-scope') };
    expect(basketIndex([item('b', 51, null, 1), outside], null).value).toEqual(absent('out-of-scope'));
    expect(basketIndex([outside, thin], null).value).toMatchObject({ reason: 'too-few' });
  });

  it('of nothing is of no share', () => {
    for (const items of [[], [item('a', 0, 1, 1)]])
      expect(basketIndex(items, null)).toEqual({ value: gone, held: [], codes: 0, share: 0 });
  });

  it('over chosen codes is not refused, however little of the basket they are', () => {
    const items = [item('a', 10, 6000, 3000), item('b', 90, 1000, 1000)];
    const index = basketIndex(items, new Set(['a', 'z']));
    expect([valueOf(index.value), index.share, index.held.map(({ code }) => code)]).toEqual([2, 0.1, ['a']]);
    expect(basketIndex(items, new Set()).value).toEqual(gone);
  });

  it('shares codes among the baskets that have any', () => {
    const shared = commonCodes([
      [item('a', 1, 1, 1), item('b', 1, 1, 1)],
      [item('a', 1, null, 1), item('b', 1, 1, 1), item('c', 1, 1, 1)],
      [item('a', 1, null, 1)],
    ]);
    expect([...shared]).toEqual(['b']);
    expect(commonCodes([])).toEqual(new Set());
    // A code that weighs nothing in a basket is none of it.
    expect([...commonCodes([[item('a', 0, 1, 1), item('b', 1, 1, 1)]])]).toEqual(['b']);
  });

  it('lies between the least and the greatest share of its codes', () => {
    const amount = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), amount, amount), { minLength: 1, maxLength: 12 }),
        (codes) => {
          const items = codes.map(([weight, paid, base], index) => item(String(index), weight, paid, base));
          const value = valueOf(basketIndex(items, null).value) as number;
          const shares = codes.map(([, paid, base]) => paid / base);
          expect(value).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...shares) + 1e-9);
        },
      ),
    );
  });
});

describe('a family of codes by payer and state', () => {
  const positions: readonly LinePosition[] = positionsOf([
    [{ id: 'a', code: '97110', payer: 'Aetna PPO', units: 300, terms: dollars(2500) }, 0],
    [{ id: 'b', code: '97140', payer: 'Aetna PPO', units: 100, terms: dollars(2600) }, 0],
    [{ id: 'c', code: '97110', payer: 'Cigna', market: 'cigna', units: 100, terms: dollars(2900) }, 0],
  ]).map((position) => ({
    ...position,
    medicare: present(position.line.code === '97110' ? 2000 : 4000),
  }));
  const input = {
    codes: ['97110', '97140'],
    units: unitsByCode(positions),
    markets,
    schedule,
    medicareYear: 2026,
    own: { positions, place: 'TX' },
  };

  it('prices one basket by the contract’s volumes', () => {
    const index = familyIndex({ ...input, isCommon: false });
    expect(index.columns).toEqual(['TX', 'AZ', ownColumn]);
    // Units 97110 400, 97140 100. Texas: (400 × 28 + 100 × 60) ÷ (400 × 20 + 100 × 40) = 17,200 ÷ 12,000.
    expect(valueOf(index.cell('aetna', 'TX').value)).toBeCloseTo(172 / 120, 12);
    // Arizona has 97110 alone, 80% of the basket: 50 ÷ 20.
    expect(valueOf(index.cell('aetna', 'AZ').value)).toBe(2.5);
    expect(index.cell('aetna', 'AZ').share).toBe(0.8);
    // Own Aetna: (400 × 25 + 100 × 26) ÷ 12,000 = 12,600 ÷ 12,000.
    expect(valueOf(index.cell('aetna', ownColumn).value)).toBeCloseTo(1.05, 12);
    // Own BUCA at 97110: (300 × 25 + 100 × 29) ÷ 400 = 26; (400 × 26 + 100 × 26) ÷ 12,000.
    expect(valueOf(index.cell('buca', ownColumn).value)).toBeCloseTo(13 / 12, 12);
    expect(index.cell('nobody', 'TX').value).toEqual(gone);
  });

  it('or of the codes every cell has', () => {
    const index = familyIndex({ ...input, isCommon: true });
    expect([...(index.only ?? [])]).toEqual(['97110']);
    expect(valueOf(index.cell('aetna', 'TX').value)).toBe(1.4);
    expect(valueOf(index.cell('aetna', ownColumn).value)).toBe(1.25);
  });

  it('weighs codes alike without a contract', () => {
    const index = familyIndex({ ...input, units: null, own: null, isCommon: false });
    // (28 + 60) ÷ (20 + 40).
    expect(valueOf(index.cell('aetna', 'TX').value)).toBeCloseTo(88 / 60, 12);
    expect(unitsByCode([])).toBeNull();
  });
});

it('the largest gaps come first, by dollars at stake and then by their share of the rate', () => {
  const positions = positionsOf([
    [{ id: 'a', units: 10, terms: dollars(3000) }, 4000],
    [{ id: 'b', units: 100, terms: dollars(3500) }, 4000],
    [{ id: 'c', units: 100, terms: dollars(5000) }, 4000],
    [{ id: 'd', units: null, terms: dollars(1000) }, 4000],
    [{ id: 'e', units: null, terms: dollars(2000) }, 4000],
  ]);
  // a 10 × 10 = 100; b 100 × 5 = 500; c is above; d and e have no volume, gaps 300% and 100%.
  expect(byGap(positions).map(({ line }) => line.id)).toEqual(['b', 'a', 'd', 'e']);
  expect(positions.map((position) => valueOf(lineStake(position)))).toEqual([
    10_000,
    50_000,
    0,
    undefined,
    undefined,
  ]);
  expect([...largestGaps(positions, 2)]).toEqual(['b', 'a']);
});

it('the places with rates are those of the release’s files', () => {
  const paths = [
    'rates/97110/TX.csv',
    'rates/97140/TX.csv',
    'rates/97110/AZ.csv',
    'rates/97110/national.csv',
  ];
  const files = paths.map((path) => ({ path, bytes: 1, sha256: '', rows: 1 }));
  expect(placesWithRates({ files })).toEqual(['AZ', 'TX']);
});
