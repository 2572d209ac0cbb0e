import { describe, expect, it } from 'vitest';
import { absent, type Cell, present } from '../../src/domain/cell.ts';
import { contractMatrix, publishedMatrix } from '../../src/domain/rateMatrix.ts';
import { stateMarket } from '../../src/domain/stateMarket.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { positionsOf, smallContract } from '../support/contracts.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const gone = absent('not-in-input');
const empty = {
  amount: gone,
  ofMedicare: gone,
  market: [gone, gone, gone],
  rank: gone,
  n: 0,
  positions: [],
};

/** A market of Texas with the votes of each payer, in dollars; Medicare's amount is $20 for every code. */
function published(votes: Partial<Record<NonNullable<RateSpec['payer']>, readonly number[]>>) {
  const specs = Object.entries(votes).flatMap(([payer, rates]) =>
    rates.map(
      (rate, at): RateSpec => ({
        rate,
        payer: payer as RateSpec['payer'] & string,
        provider: `${payer} ${at}`,
      }),
    ),
  );
  const tables = new Map([['97110', rateTable('97110', specs)]]);
  const schedule = { ...shippedSchedule(), placeMean: () => present(2000) };
  const market = stateMarket(tables, 'TX', 'all', schedule);
  return publishedMatrix(['97110'], market);
}

describe('published rates', () => {
  it('of a code or payer without any are nothing at all', () => {
    const matrix = published({ aetna: [20, 24, 28, 32, 36] });
    expect(matrix.cell('97110', 'cigna')).toEqual(empty);
    expect(matrix.cell('97140', 'aetna')).toEqual(empty);
    // A payer without a vote has a row in the benchmark, not in the matrix.
    expect(matrix.payers).toEqual([
      { id: 'buca', name: 'BUCA' },
      { id: 'aetna', name: 'Aetna' },
    ]);
  });

  it('of a payer stand beside the pool’s quartiles, those of the pool beside nothing', () => {
    const matrix = published({ aetna: [20, 24, 28, 32, 36] });
    const quartiles = [present(2400), present(2800), present(3200)];
    expect(matrix.cell('97110', 'aetna')).toMatchObject({
      amount: present(2800),
      ofMedicare: present(1.4),
      market: quartiles,
      rank: present(0.5),
      n: 5,
      positions: [],
    });
    const itself: Cell = absent('not-comparable', 'the pool itself');
    expect(matrix.cell('97110', 'buca')).toMatchObject({
      amount: present(2800),
      market: [itself, itself, itself],
      rank: itself,
      n: 5,
    });
  });

  it('of too few votes have no share of Medicare and no rank, but a market', () => {
    const few = absent('too-few', 'fewer than 5 providers (1)');
    expect(published({ aetna: [20, 24, 28, 32], cigna: [30] }).cell('97110', 'cigna')).toEqual({
      amount: few,
      ofMedicare: few,
      market: [present(2400), present(2800), present(3000)],
      rank: few,
      n: 1,
      positions: [],
    });
  });

  it('beside a pool of too few, or beside none, have its absence for a rank', () => {
    const thin = published({ humana: [10, 11, 12, 13, 14], aetna: [20] });
    const few = absent('too-few', 'fewer than 5 votes (1)');
    expect(thin.cell('97110', 'humana')).toMatchObject({
      amount: present(1200),
      market: [few, few, few],
      rank: few,
    });
    // A payer whose rates there are all of another line of business is not missing.
    const other = { line: 'Medicare Advantage', payer: 'cigna', provider: 'C' } as const;
    const tables = new Map([['97110', rateTable('97110', [{ rate: 10 }, { ...other, rate: 11 }])]]);
    const outside = publishedMatrix(['97110'], stateMarket(tables, 'TX', 'all', shippedSchedule()));
    expect(outside.cell('97110', 'cigna').amount).toEqual(absent('out-of-scope'));
    expect(outside.cell('97110', 'uhg').amount).toEqual(gone);
    const none = published({ humana: [10, 11, 12, 13, 14] });
    expect(none.payers.map(({ id }) => id)).toEqual(['humana']);
    expect(none.cell('97110', 'humana')).toMatchObject({ rank: gone, market: [gone, gone, gone] });
    const market = stateMarket(
      new Map([
        [
          '97110',
          rateTable(
            '97110',
            [10, 11, 12, 13, 14].map((rate, at) => ({ rate, provider: `${at}` })),
          ),
        ],
      ]),
      'TX',
      'all',
      shippedSchedule(),
    );
    const alone = publishedMatrix(['97110'], {
      ...market,
      rowsOf: (code) => market.rowsOf(code).filter(({ id }) => id !== 'buca'),
    });
    expect(alone.cell('97110', 'aetna')).toMatchObject({ rank: gone, market: [gone, gone, gone] });
  });
});

describe('a contract', () => {
  const dollars = (amount: number) => ({ kind: 'dollars', amount: amount * 100 }) as const;

  it('of one line is that line beside its market', () => {
    const positions = smallContract();
    const [a, , c] = positions;
    const matrix = contractMatrix(positions, 'TX', true);
    expect(matrix.cell('97110', 'Aetna PPO')).toEqual({
      amount: present(2900),
      ofMedicare: present(2900 / 2800),
      market: [present(3000), present(3400), present(4000)],
      // Halfway from the first vote of 28 to the second of 30: 0.5 ÷ 4.
      rank: present(0.125),
      n: 5,
      positions: [a],
    });
    expect(matrix.cell('97110', 'Aetna HMO').positions).toEqual([c]);
    expect(matrix.cell('97110', 'Nobody')).toEqual(empty);
    expect(matrix.payers[0]).toEqual({ id: 'Aetna PPO', name: 'Aetna PPO' });
  });

  it('of several lines is their mean by volume, ranked anew', () => {
    const [a, , c] = smallContract();
    if (!a || !c) throw new Error('no lines');
    const same = [a, { ...c, line: { ...c.line, payer: a.line.payer } }];
    const cell = contractMatrix(same, 'TX', true).cell('97110', 'Aetna PPO');
    // (100 × 29 + 20 × 31) ÷ 120 = 29.3333; 2/3 of the way from 28 to 30: 0.6667 ÷ 4.
    expect(cell).toMatchObject({ n: 5, positions: same });
    expect(cell.amount).toEqual({ kind: 'value', value: expect.closeTo(352_000 / 120, 9) });
    expect(cell.rank).toEqual({ kind: 'value', value: expect.closeTo(1 / 6, 9) });
    expect(cell.ofMedicare).toEqual({ kind: 'value', value: expect.closeTo(352_000 / 120 / 2800, 9) });
  });

  it('of several lines, of which one has no rate, has none, nor a rank', () => {
    const [a] = smallContract();
    if (!a) throw new Error('no line');
    const why = absent('not-priced', 'bundled');
    const cell = contractMatrix([a, { ...a, own: why, rank: why, ofMedicare: why }], 'TX', true).cell(
      '97110',
      'Aetna PPO',
    );
    expect(cell).toMatchObject({ amount: why, ofMedicare: why, rank: why, n: 5 });
  });

  it('without a market has no vote beside it', () => {
    const matrix = contractMatrix(positionsOf([[{ terms: dollars(30) }, 4000]]), 'TX', false);
    expect(matrix.cell('97110', 'Aetna PPO')).toMatchObject({ amount: present(3000), rank: gone, n: 0 });
  });

  it('of other services only names them all', () => {
    const positions = positionsOf([
      [{ id: 'a', modifier: 'GP|CQ' }, 4000],
      [{ id: 'b', place: 'AZ' }, 4000],
      [{ id: 'c', place: 'AZ' }, 4000],
    ]);
    const gap = absent('not-comparable', 'only GP-CQ, AZ');
    expect(contractMatrix(positions, 'TX', false).cell('97110', 'Aetna PPO')).toEqual({
      amount: gap,
      ofMedicare: gap,
      market: [gap, gap, gap],
      rank: gap,
      n: 0,
      positions,
    });
  });

  it('orders payers and codes by revenue, lines without a rate or units bringing none', () => {
    const positions = positionsOf([
      [{ id: 'a', code: '97110', payer: 'A', units: null, terms: dollars(99) }, 4000],
      [{ id: 'b', code: '97140', payer: 'B', units: 2, terms: dollars(1) }, 4000],
      [{ id: 'c', code: '97545', payer: 'C', units: 9, terms: { kind: 'medicare-share', share: 1 } }, 4000],
      [{ id: 'd', code: '97112', payer: 'D', units: 1, terms: dollars(3) }, 4000],
    ]);
    const { codes, payers } = contractMatrix(positions, 'TX', true);
    expect([codes, payers.map(({ id }) => id)]).toEqual([
      ['97112', '97140', '97110', '97545'],
      ['D', 'B', 'A', 'C'],
    ]);
  });
});
