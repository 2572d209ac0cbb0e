import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BucaMember,
  type BucaShares,
  type BucaVote,
  bucaPayers,
  openBuca,
} from '../../src/domain/buca.ts';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import type { PayerId } from '../../src/domain/payer.ts';
import { mean } from '../../src/stats/mean.ts';
import { summarize } from '../../src/stats/summary.ts';

/** Votes in dollars by payer; a payer without any is absent. */
function built(votes: Partial<Record<PayerId, readonly number[]>>) {
  const pool: BucaVote[] = [];
  const members: BucaMember[] = bucaPayers.map(({ id, name }) => {
    const amounts = (votes[id] ?? []).map((dollars) => dollars * 100);
    for (const amount of amounts) pool.push({ payer: id, amount, weight: 1 });
    const gap = absent('not-in-input');
    const few = absent('too-few', `fewer than 5 providers (${amounts.length})`);
    return {
      id,
      name,
      n: amounts.length,
      mean: amounts.length === 0 ? gap : present(mean(amounts)),
      median: amounts.length === 0 ? gap : amounts.length < 5 ? few : present(summarize(amounts).median),
    };
  });
  return { members, pool };
}

function opened(votes: Partial<Record<PayerId, readonly number[]>>, shares: BucaShares | null = null) {
  const { members, pool } = built(votes);
  const result = openBuca(members, pool, shares, 'type7');
  const [pooled, equal, weighted] = result.variants;
  if (!pooled || !equal || !weighted) throw new Error('three variants');
  return { result, pooled, equal, weighted };
}

// BCBS: ten votes of 40; Cigna: five of 100, 100, 100, 100, 200 (mean 120, median 100). Aetna and UHG have none.
const two = { bcbs: Array.from({ length: 10 }, () => 40), cigna: [100, 100, 100, 100, 200] };

describe('three ways, three answers', () => {
  const { pooled, equal, weighted, result } = opened(two, { bcbs: 30, cigna: 10, uhg: 60 });

  it('pooled: (10·40 + 600) ÷ 15 = 66.67; the median is the eighth of fifteen', () => {
    expect(pooled.mean).toEqual(present(100_000 / 15));
    expect(pooled.median).toEqual(present(4000));
    // Position 14·0.75 = 10.5, counted from 0: between two votes of 100.
    expect(pooled.p75).toEqual(present(10000));
    expect(pooled.weights.map(({ payer, weight }) => [payer.id, weight])).toEqual([
      ['bcbs', 10 / 15],
      ['cigna', 5 / 15],
    ]);
  });

  it('payer-equal: (40 + 120) ÷ 2 = 80, medians (40 + 100) ÷ 2 = 70', () => {
    expect(equal.mean).toEqual(present(8000));
    expect(equal.median).toEqual(present(7000));
  });

  it('weighted 30 to 10: (30·40 + 10·120) ÷ 40 = 60; the share of a payer without rates is named, not used', () => {
    expect(weighted.mean).toEqual(present(6000));
    expect(weighted.median).toEqual(present(5500));
    expect(weighted.weights.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
    expect(result.sharesUnused).toEqual(['UnitedHealth Group']);
  });

  it('names who is in it and who is not', () => {
    expect(result.present.map(({ name }) => name)).toEqual(['BCBS', 'Cigna']);
    expect(result.absent).toEqual(['Aetna', 'UnitedHealth Group']);
  });
});

it('says which way is which, and who is behind each median', () => {
  const { result, pooled, equal } = opened({ ...two, aetna: [60, 60] });
  expect(result.variants.map(({ id }) => id)).toEqual(['pooled', 'payer-equal', 'weighted']);
  expect(equal.weights.map(({ payer, weight }) => [payer.id, weight])).toEqual([
    ['aetna', 1 / 3],
    ['bcbs', 1 / 3],
    ['cigna', 1 / 3],
  ]);
  expect(equal.medianPayers.map(({ id }) => id)).toEqual(['bcbs', 'cigna']);
  expect(pooled.medianPayers).toBe(result.present);
  expect(result.variants[2]).toEqual({
    id: 'weighted',
    mean: absent('refused', 'no market shares are typed in'),
    p25: absent('refused', 'no market shares are typed in'),
    median: absent('refused', 'no market shares are typed in'),
    p75: absent('refused', 'no market shares are typed in'),
    spread: absent('refused', 'no market shares are typed in'),
    weights: [],
    medianPayers: [],
  });
});

it('a share without bound is refused, one of nothing is not', () => {
  expect(() => opened(two, { bcbs: Number.POSITIVE_INFINITY })).toThrow('must be 0 or more, not Infinity');
  expect(opened(two, { bcbs: 0, cigna: 1 }).weighted.mean).toEqual(present(12_000));
});

it('no share, no naming; a share of none here is named, one of 0 is not', () => {
  expect(opened(two).result.sharesUnused).toEqual([]);
  expect(opened(two, { bcbs: 1, aetna: 0, uhg: 2 }).result.sharesUnused).toEqual(['UnitedHealth Group']);
});

it('the weights of the medians are those of the payers that have one', () => {
  // Means and medians by 3 to 1, the payer of two votes only in the mean: (3·40 + 1·120 + 4·60) ÷ 8 = 60.
  const { weighted, pooled } = opened({ ...two, aetna: [60, 60] }, { aetna: 4, bcbs: 3, cigna: 1 });
  expect(weighted.mean).toEqual(present(6000));
  // (3·40 + 1·100) ÷ 4 = 55.
  expect(weighted.median).toEqual(present(5500));
  expect(weighted.weights.map(({ payer, weight }) => [payer.id, weight])).toEqual([
    ['aetna', 0.5],
    ['bcbs', 0.375],
    ['cigna', 0.125],
  ]);
  expect(pooled.medianPayers.map(({ id }) => id)).toEqual(['aetna', 'bcbs', 'cigna']);
});

it('fewer than five votes in the pool: their mean, (40 + 50 + 120 + 130) ÷ 4 = 85, and no quartiles', () => {
  const { pooled, equal } = opened({ bcbs: [40, 50], cigna: [120, 130] });
  const few = absent('too-few', 'fewer than 5 votes (4)');
  expect(pooled).toMatchObject({ mean: present(8500), p25: few, median: few, p75: few, spread: few });
  expect(equal.median).toEqual(absent('too-few', 'no payer has votes enough for a median'));
});

it('five votes in the pool have quartiles: of 40 50 60 120 130 they are 50, 60 and 120', () => {
  const { pooled } = opened({ bcbs: [40, 50, 60], cigna: [120, 130] });
  expect(pooled).toMatchObject({
    p25: present(5000),
    median: present(6000),
    p75: present(12_000),
    spread: present(7000),
  });
});

describe('what it refuses', () => {
  it('quartiles of quartiles', () => {
    const { equal, weighted } = opened(two, { bcbs: 1 });
    for (const cell of [equal.p25, equal.p75, equal.spread, weighted.p25, weighted.p75]) {
      expect(cell).toEqual(absent('refused', 'percentiles of percentiles are not percentiles'));
    }
  });

  it('a pool when only summaries exist', () => {
    const { members } = built(two);
    const [pooled, equal] = openBuca(members, undefined, null, 'type7').variants;
    expect(pooled?.p25).toMatchObject({ reason: 'refused' });
    expect(pooled?.median).toEqual(absent('refused', 'percentiles of percentiles are not percentiles'));
    expect(pooled?.mean).toEqual(absent('refused', 'a pool needs the votes, and only summaries are at hand'));
    expect(pooled?.weights).toEqual([]);
    expect(equal?.mean).toEqual(present(8000));
  });

  it('a weighted figure without shares, or with shares of absent payers only', () => {
    expect(opened(two).weighted.mean).toEqual(absent('refused', 'no market shares are typed in'));
    expect(opened(two, { aetna: 5 }).weighted.mean).toEqual(
      absent('refused', 'no payer with rates here has a share'),
    );
  });

  it('a share below 0', () => {
    expect(() => opened(two, { bcbs: -1 })).toThrow('a market share must be 0 or more, not -1');
    expect(() => opened(two, { bcbs: Number.NaN })).toThrow('a market share must be 0 or more');
  });

  it('anything without a vote', () => {
    const { pooled, equal, weighted } = opened({}, { aetna: 1 });
    expect([pooled.mean, equal.mean]).toEqual([absent('not-in-input'), absent('not-in-input')]);
    expect(pooled).toMatchObject({ p25: absent('not-in-input'), weights: [], medianPayers: [] });
    // Votes of a payer that has no figure here do not make the pool one.
    const gone = built({}).members;
    const stray = [{ payer: 'aetna', amount: 4000, weight: 1 }] as const;
    expect(openBuca(gone, stray, null, 'type7').variants[0]?.mean).toEqual(absent('not-in-input'));
    expect(weighted.mean).toMatchObject({ detail: 'no payer with rates here has a share' });
    expect(openBuca(built(two).members, [], null, 'type7').variants[0]).toMatchObject({
      mean: absent('not-in-input'),
      weights: [],
    });
  });
});

it('keeps a payer with too few votes out of the medians, and in the means', () => {
  const { equal } = opened({ ...two, aetna: [60, 60] });
  expect(equal.mean).toEqual(present((6000 + 4000 + 12000) / 3));
  expect(equal.median).toEqual(present(7000));
  expect(equal.medianPayers.map(({ id }) => id)).toEqual(['bcbs', 'cigna']);
});

describe('for any votes', () => {
  const list = fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 12 });
  const share = fc.integer({ min: 0, max: 100 });

  it('every mean lies between the lowest and the highest payer’s, and equal shares are payer-equal', () => {
    fc.assert(
      fc.property(list, list, list, list, (aetna, bcbs, cigna, uhg) => {
        const all = { aetna, bcbs, cigna, uhg };
        const { result, equal, weighted } = opened(all, { aetna: 25, bcbs: 25, cigna: 25, uhg: 25 });
        const means = result.present.map((payer) => valueOf(payer.mean) ?? 0);
        for (const { mean: cell } of result.variants) {
          const value = valueOf(cell);
          if (value === undefined) continue;
          expect(value).toBeGreaterThanOrEqual(Math.min(...means) - 1e-6);
          expect(value).toBeLessThanOrEqual(Math.max(...means) + 1e-6);
        }
        if (result.present.length > 0) {
          expect(valueOf(weighted.mean)).toBeCloseTo(valueOf(equal.mean) ?? Number.NaN, 6);
        }
      }),
    );
  });

  it('weights add up to 1 and the unit of the shares does not matter', () => {
    fc.assert(
      fc.property(list, list, share, share, (bcbs, cigna, a, b) => {
        const { result, weighted } = opened({ bcbs, cigna }, { bcbs: a, cigna: b });
        for (const { weights } of result.variants) {
          if (weights.length > 0) {
            expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
          }
        }
        const thousandfold = opened({ bcbs, cigna }, { bcbs: a * 1000, cigna: b * 1000 }).weighted;
        expect(thousandfold.mean.kind).toBe(weighted.mean.kind);
        if (weighted.mean.kind === 'value') {
          expect(valueOf(thousandfold.mean)).toBeCloseTo(weighted.mean.value, 6);
        }
      }),
    );
  });
});
