import { describe, expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import type { BenchmarkRow } from '../../src/domain/benchmarkRow.ts';
import { absent, present } from '../../src/domain/cell.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

const schedule = plainSchedule({
  dollars: { TX: [20], AK: [50] },
  years: [2024, 2026],
  codes: [{ code: '97110' }, { code: '99213', multipleProcedure: '0' }],
});

function rowsOf(rates: readonly RateSpec[], scope: Partial<Scope> = {}, code = '97110') {
  const { rows } = benchmark(rateTable(code, rates), { ...defaultScope, ...scope }, null, schedule);
  return (id: string): BenchmarkRow => {
    const row = rows.find((each) => each.id === id);
    if (!row) throw new Error(`no row ${id}`);
    return row;
  };
}

/** Five hospitals at 30 31 32 33 34: P25 31, P75 33, so the fences stand at 28 and 36. */
const five: readonly RateSpec[] = [30, 31, 32, 33, 34].map((rate, index) => ({
  rate,
  provider: `H${index}`,
}));

describe('the votes of a row', () => {
  test('name the rates behind them, those that count and no others', () => {
    const rows = rowsOf([
      { rate: 12, provider: 'B', payer: 'cigna', date: '2024-05-01' },
      { rate: 30, provider: 'A' },
      { rate: 99, provider: 'A', flags: ['per_diem'] },
      { rate: 40, provider: 'A', date: '2024-02' },
      { rate: 10, provider: 'B', payer: 'cigna', date: '2026-01-01' },
      { rate: 10, provider: 'B', payer: 'cigna', date: '2024-05-01' },
      { rate: 50, provider: 'A', place: 'AK' },
    ]);
    expect(rows('aetna').votes).toEqual([
      {
        amount: 3500,
        payer: 'aetna',
        provider: 1,
        place: 'TX',
        year: 2026,
        date: '2026-01-01',
        weight: 1,
        rates: 2,
        rows: [1, 3],
        medicare: present(2000),
        flags: [],
      },
      expect.objectContaining({ amount: 5000, provider: 2, place: 'AK', rows: [6], medicare: present(5000) }),
    ]);
    // 10, 10 and 12 are two distinct rates; all three stand behind the vote of the newest file.
    expect(rows('cigna').votes).toEqual([
      expect.objectContaining({
        amount: 1100,
        payer: 'cigna',
        provider: 0,
        rates: 3,
        rows: [0, 4, 5],
        year: 2026,
      }),
    ]);
    expect(rows('buca').votes.map(({ payer }) => payer)).toEqual(['aetna', 'aetna', 'cigna']);
  });

  test('are rates where each rate is a vote', () => {
    const rates: readonly RateSpec[] = [
      { rate: 40, provider: 'A', date: '2024-05-01' },
      { rate: 30, provider: 'A' },
    ];
    const { votes, n, providers } = rowsOf(rates, { basis: 'rates' })('aetna');
    expect([n, providers]).toEqual([2, 1]);
    expect(votes.map(({ amount, rows, year }) => [amount, rows, year])).toEqual([
      [3000, [1], 2026],
      [4000, [0], 2024],
    ]);
  });
});

describe('percentiles', () => {
  test('from five votes on; the amounts of fewer are told instead', () => {
    const four = rowsOf(five.slice(1))('aetna');
    const few = absent('too-few', 'fewer than 5 providers (4)');
    expect(four).toMatchObject({ n: 4, mean: present(3250), p25: few, median: few, p75: few, spread: few });
    expect(four.fewAmounts).toEqual([3100, 3200, 3300, 3400]);
    expect(rowsOf(five)('aetna')).toMatchObject({
      n: 5,
      p25: present(3100),
      median: present(3200),
      p75: present(3300),
      spread: present(200),
      fewAmounts: [],
    });
    expect(rowsOf([])('aetna')).toMatchObject({ n: 0, mean: absent('not-in-input'), fewAmounts: [] });
    // A pool's votes may be two of one provider, and rates are what they are.
    expect(rowsOf(five.slice(1))('buca').median).toEqual(absent('too-few', 'fewer than 5 votes (4)'));
    expect(rowsOf(five.slice(1), { basis: 'rates' })('aetna').median).toEqual(
      absent('too-few', 'fewer than 5 rates (4)'),
    );
  });

  test('of a vote of more dollars than 32 bits hold', () => {
    // 10 million and 30 million dollars: twice the second in cents is more than 2^32.
    const rates: readonly RateSpec[] = [
      { rate: 30_000_000, provider: 'A' },
      { rate: 10_000_000.01, provider: 'B' },
    ];
    expect(rowsOf(rates)('aetna').fewAmounts).toEqual([1_000_000_001, 3_000_000_000]);
  });
});

test.each([
  ['AK', 'TX'],
  ['TX', 'AK'],
])(
  'files are as far apart as the oldest and the newest of all places, the older ones in %s',
  (older, newer) => {
    const row = rowsOf([
      ...five.map((rate) => ({ ...rate, place: older, date: '2020-03-01' })),
      ...five.map((rate) => ({ ...rate, place: newer, date: '2026-01-01' })),
    ])('aetna');
    expect(row.grade.reasons).toContainEqual({ rule: 'vintage-spread', years: 6 });
  },
);

describe('flagged votes', () => {
  const odd: RateSpec = { rate: 36.01, provider: 'Odd', methodology: 'per diem' };
  const rates = [...five, odd, { rate: 35, provider: 'Odd', payer: 'cigna' }] as const;

  test('count while the scope has them in, with what speaks against them', () => {
    // With 36.01 among them: P25 31.25, P75 33.75, fences at 27.50 and 37.50. Nothing stands out.
    expect(rowsOf(rates)('aetna').votes.flatMap(({ flags }) => flags)).toEqual([]);
    const { votes, n, flaggedOutVotes, flaggedOut } = rowsOf([...five, { ...odd, rate: 37.51 }])('aetna');
    expect(votes.map(({ flags }) => flags)).toEqual([[], [], [], [], [], ['above-fence']]);
    expect([n, flaggedOutVotes, flaggedOut]).toEqual([6, 0, []]);
  });

  test('are left out with their rates and providers where it has them out', () => {
    const row = rowsOf([...five, { ...odd, rate: 37.51 }, { ...odd, rate: 37.51, plan: 'Other' }], {
      outliers: 'out',
    })('aetna');
    expect(row).toMatchObject({
      n: 5,
      providers: 5,
      rates: 5,
      mean: present(3200),
      median: present(3200),
      flaggedOutVotes: 1,
      comparedVotes: 5,
      percentOfMedicare: present(1.6),
    });
    expect(row.votes.map(({ provider }) => provider)).toEqual([0, 1, 2, 3, 4]);
    expect(row.flaggedOut).toMatchObject([{ amount: 3751, provider: 5, rates: 2, flags: ['above-fence'] }]);
  });

  test('their methodologies do not count for the grade of the rest', () => {
    const dollars: RateSpec = { rate: 37.51, provider: 'Odd', methodology: 'fee schedule' };
    const shareOf = (firm: number, outliers: Scope['outliers']) => {
      const others = five.map((rate, at) => ({
        ...rate,
        methodology: at < firm ? 'fee schedule' : 'per diem',
      }));
      const { reasons } = rowsOf([...others, dollars], { outliers })('aetna').grade;
      return reasons.flatMap((reason) => (reason.rule === 'soft-methodology' ? [reason.firmShare] : []));
    };
    expect(shareOf(0, 'in')).toEqual([1 / 6]);
    expect(shareOf(0, 'out')).toEqual([0]);
    expect(shareOf(1, 'out')).toEqual([1 / 5]);
  });

  test('a class that is flagged is left out as a whole', () => {
    const row = rowsOf([...five, { ...odd, rate: 120, count: 3 }, { rate: 31, provider: 'H1', count: 20 }], {
      outliers: 'out',
    })('aetna');
    // H1 stands for 20 of 27: both fences are at 31, and 120 is above 5.5 × 20 too.
    // Each of the 20 has two rates.
    expect(row).toMatchObject({ n: 20, providers: 20, rates: 40, flaggedOutVotes: 7 });
    expect(row.flaggedOut.map(({ amount, weight, flags }) => [amount, weight, flags])).toEqual([
      [3000, 1, ['below-fence']],
      [3200, 1, ['above-fence']],
      [3300, 1, ['above-fence']],
      [3400, 1, ['above-fence']],
      [12_000, 3, ['above-fence', 'above-medicare-range']],
    ]);
    expect(row.votes.map(({ weight }) => weight)).toEqual([20]);
  });

  test('four votes have no fences, five have', () => {
    const wide = (rates_: readonly number[]) =>
      rowsOf(rates_.map((rate, index) => ({ rate, provider: `H${index}` })))('aetna').votes.map(
        ({ flags }) => flags.length,
      );
    expect(wide([30, 30, 30, 40])).toEqual([0, 0, 0, 0]);
    expect(wide([30, 30, 30, 30, 40])).toEqual([0, 0, 0, 0, 1]);
  });

  test('a rate above its gross charge is a flag where such rates count', () => {
    const gross: readonly RateSpec[] = [
      { rate: 30, provider: 'A', flags: ['above_gross'] },
      { rate: 30, provider: 'B', flags: ['equals_gross'] },
    ];
    const flags = (leftOutRows: Scope['leftOutRows'], outliers: Scope['outliers'] = 'in') =>
      rowsOf(gross, { leftOutRows, outliers })('aetna').votes.map((vote) => vote.flags);
    expect(flags('in')).toEqual([['above-gross'], []]);
    expect(flags('in', 'out')).toEqual([[]]);
    expect(flags('out')).toEqual([[]]);
  });
});

describe('percent of Medicare', () => {
  test('is a ratio of sums over the votes that have an amount', () => {
    const row = rowsOf([
      { rate: 30, provider: 'A' },
      { rate: 60, provider: 'B', place: 'AK' },
      { rate: 90, provider: 'C', place: 'WY' },
      { rate: 90, provider: 'D', date: '2023' },
    ])('aetna');
    // (30 + 60) ÷ (20 + 50).
    expect(row).toMatchObject({ comparedVotes: 2, percentOfMedicare: present(9 / 7) });
  });

  test('a class weighs as many as it is', () => {
    const row = rowsOf([
      { rate: 30, provider: 'A', count: 3 },
      { rate: 60, provider: 'B', place: 'AK' },
      { rate: 90, provider: 'C', place: 'WY' },
    ])('aetna');
    // (3 × 30 + 60) ÷ (3 × 20 + 50).
    expect(row).toMatchObject({ n: 5, comparedVotes: 4, percentOfMedicare: present(150 / 110) });
  });

  test('is absent for the reason of the first vote where none has one', () => {
    const wyoming: readonly RateSpec[] = [
      { rate: 90, provider: 'C', place: 'WY' },
      { rate: 90, provider: 'D', date: '2023' },
    ];
    expect(rowsOf(wyoming)('aetna').percentOfMedicare).toEqual(
      absent('not-priced', 'no Medicare locality for WY in 2026'),
    );
    expect(rowsOf([])('aetna')).toMatchObject({
      comparedVotes: 0,
      percentOfMedicare: absent('not-in-input'),
    });
    expect(rowsOf(five, {}, '99213')('aetna').percentOfMedicare).toMatchObject({ reason: 'not-comparable' });
    expect(
      rowsOf([{ rate: 30, billingClass: 'professional' }], { site: 'office' }, '99213')('aetna'),
    ).toMatchObject({
      percentOfMedicare: present(1.5),
    });
  });
});

describe('the grade', () => {
  test('judges by the votes counted, their files and methodologies', () => {
    const soft: readonly RateSpec[] = five.map((rate, index) => ({
      ...rate,
      methodology: index < 2 ? 'fee schedule' : 'percent of total billed charges',
      date: index === 0 ? '2021-05-01' : '2026-01-01',
    }));
    expect(rowsOf(soft)('aetna').grade).toEqual({
      level: 'low',
      reasons: [
        { rule: 'few-votes', n: 5 },
        { rule: 'vintage-spread', years: 5 },
        { rule: 'soft-methodology', firmShare: 0.4 },
      ],
    });
    // The pool is Aetna's votes here.
    expect(rowsOf(soft)('buca').grade).toEqual(rowsOf(soft)('aetna').grade);
    // Without the file of 2021, the only rate left out of five.
    expect(rowsOf(soft, { vintage: { from: 2022, to: null } })('aetna').grade).toEqual({
      level: 'insufficient',
      reasons: [{ rule: 'few-votes', n: 4 }],
    });
  });

  test('a provider that casts votes for several payers of the pool, or rates', () => {
    const firm: readonly RateSpec[] = [...five, { rate: 30, provider: 'H0', payer: 'cigna' } as const].map(
      (rate) => ({
        ...rate,
        methodology: 'negotiated',
      }),
    );
    // H0 has two of six votes.
    expect(rowsOf(firm)('buca').grade.reasons).toEqual([
      { rule: 'few-votes', n: 6 },
      { rule: 'large-provider', share: 1 / 3 },
    ]);
    expect(rowsOf(firm)('aetna').grade.reasons).toEqual([{ rule: 'few-votes', n: 5 }]);
  });
});
