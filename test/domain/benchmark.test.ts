import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BenchmarkRow, benchmark, leadingRow, leadingVotes } from '../../src/domain/benchmark.ts';
import { absent, valueOf } from '../../src/domain/cell.ts';
import { roundHalfAwayFromZero } from '../../src/domain/money.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { rateTable } from '../support/builders.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

function rowOf(
  code: string,
  place: string | null,
  id: BenchmarkRow['id'],
  scope = defaultScope,
): BenchmarkRow {
  const row = benchmark(shippedRates(code), scope, place, schedule).rows.find((each) => each.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

function rounded(row: BenchmarkRow): (number | undefined)[] {
  return [row.mean, row.p25, row.median, row.p75].map((cell) => {
    const value = valueOf(cell);
    return value === undefined ? undefined : roundHalfAwayFromZero(value);
  });
}

describe('worked values of the default scope on the shipped release', () => {
  it.each([
    // code, place, row, n, mean, P25, median, P75 in cents
    ['97110', null, 'aetna', 31, [10472, 6722, 9400, 15070]],
    ['97110', null, 'bcbs', 42, [9138, 4386, 7750, 12365]],
    ['97110', null, 'buca', 129, [11148, 6180, 9023, 14700]],
    ['97755', null, 'buca', 14, [6987, 4618, 6790, 8208]],
    ['97110', 'TX', 'cigna', 11, [24538, 5178, 12000, 13009]],
  ] as const)('%s %s %s: n %i', (code, place, id, n, expected) => {
    const row = rowOf(code, place, id);
    expect(row.n).toBe(n);
    expect(rounded(row)).toEqual(expected);
  });

  it('leads with BUCA by name, then its payers in the order of the table of payers', () => {
    const { rows } = benchmark(shippedRates('97110'), defaultScope, 'TX', schedule);
    expect(rows.slice(0, 5).map(({ id, name }) => `${id} ${name}`)).toEqual([
      'buca BUCA',
      'aetna Aetna',
      'bcbs BCBS',
      'cigna Cigna',
      'uhg UnitedHealth Group',
    ]);
  });

  it('a vote with nothing to compare with is in neither sum of the percent of Medicare', () => {
    const rates = [40, 41, 42, 43, 44].map((rate, at) => ({ rate, provider: `H${at}`, date: '2025-06-01' }));
    const undated = { rate: 1000, provider: 'Undated', date: '' };
    const [row] = benchmark(rateTable('97110', [...rates, undated]), defaultScope, 'TX', schedule).rows;
    const medicare = valueOf(schedule.placeMean('97110', 2025, 'TX', { onDate: '2025-06-01' })) ?? 0;
    expect([row?.n, row?.comparedVotes]).toEqual([6, 5]);
    // (40 + 41 + 42 + 43 + 44) ÷ (5 × Medicare of Texas).
    expect(row && valueOf(row.percentOfMedicare)).toBeCloseTo(21_000 / (5 * medicare), 12);
  });

  it('names the places that have votes in the scope, not those that only have rates', () => {
    const table = rateTable('97110', [
      { rate: 40, provider: 'A', place: 'TX' },
      { rate: 41, provider: 'B', place: 'OH', line: 'Medicare Advantage' },
      { rate: 42, provider: 'C', place: 'NC' },
    ]);
    expect([...benchmark(table, defaultScope, null, schedule).places].sort()).toEqual(['NC', 'TX']);
  });

  it('97755 Aetna has 3 votes: a mean, no percentiles, each absence named', () => {
    const row = rowOf('97755', null, 'aetna');
    expect(row.n).toBe(3);
    expect(rounded(row)).toEqual([7588, undefined, undefined, undefined]);
    expect(row.median).toEqual({ kind: 'absent', reason: 'too-few', detail: 'fewer than 5 providers (3)' });
    expect(row.spread).toEqual(row.median);
    expect(row.votes.map((vote) => vote.amount)).toHaveLength(3);
  });

  it('Texas 97110 Cigna: the mean is far outside its own quartiles', () => {
    const row = rowOf('97110', 'TX', 'cigna');
    expect(valueOf(row.mean) as number).toBeGreaterThan(valueOf(row.p75) as number);
  });

  it('Alaska has no payer row: every BUCA payer is absent by name', () => {
    const alaska = benchmark(shippedRates('97755'), defaultScope, 'AK', schedule);
    expect(alaska.rows.map((row) => [row.id, row.n, row.mean])).toEqual(
      ['buca', 'aetna', 'bcbs', 'cigna', 'uhg'].map((id) => [
        id,
        0,
        { kind: 'absent', reason: 'not-in-input', detail: '' },
      ]),
    );
    expect(alaska.bucaPresent).toEqual([]);
  });

  it('leads with BUCA, however few its votes; in another line with the payer of the most votes, of equals the first', () => {
    const advantage = { ...defaultScope, line: 'Medicare Advantage' } as const;
    const votes = (
      payer: 'aetna' | 'cigna' | 'humana' | 'other',
      count: number,
      line: 'Commercial' | 'Medicare Advantage',
    ) =>
      Array.from({ length: count }, (_, each) => ({
        rate: 40 + each,
        provider: `Hospital ${each}`,
        payer,
        line,
      }));
    const table = rateTable('97110', [
      ...votes('aetna', 1, 'Medicare Advantage'),
      ...votes('cigna', 3, 'Medicare Advantage'),
      ...votes('humana', 3, 'Medicare Advantage'),
      ...votes('cigna', 1, 'Commercial'),
      ...votes('humana', 3, 'Commercial'),
    ]);
    const leads = (scope: typeof defaultScope) => leadingRow(benchmark(table, scope, 'TX', schedule));
    expect(leads(advantage)).toMatchObject({ id: 'cigna', n: 3 });
    expect(leads(defaultScope)).toMatchObject({ id: 'buca', n: 1 });
    expect(leads({ ...defaultScope, line: 'Exchange / individual' })).toBeUndefined();
    const withOthers = (cigna: number) =>
      leadingRow(
        benchmark(
          rateTable('97110', [
            ...votes('cigna', cigna, 'Medicare Advantage'),
            ...votes('other', 9, 'Medicare Advantage'),
          ]),
          advantage,
          'TX',
          schedule,
        ),
      )?.id;
    expect([withOthers(4), withOthers(5)]).toEqual(['other', 'cigna']);
    const humanaAlone = benchmark(
      rateTable('97110', votes('humana', 2, 'Commercial')),
      defaultScope,
      'TX',
      schedule,
    );
    expect([leadingRow(humanaAlone)?.id, leadingVotes(humanaAlone)?.id]).toEqual(['buca', 'humana']);
    expect(leadingVotes(benchmark(table, defaultScope, 'OH', schedule))).toBeUndefined();
  });

  it('tells rates that only another scope counts from rates that are not there', () => {
    const table = rateTable('97110', [
      { rate: 40, provider: 'A', payer: 'aetna', place: 'TX' },
      { rate: 41, provider: 'B', payer: 'cigna', place: 'TX', line: 'Medicare Advantage' },
      { rate: 42, provider: 'C', payer: 'bcbs', place: 'OH', line: 'Medicare Advantage' },
    ]);
    const gapsIn = (place: string | null) =>
      benchmark(table, defaultScope, place, schedule).rows.flatMap(({ id, mean, n }) =>
        mean.kind === 'absent' ? [[id, n, mean.reason]] : [],
      );
    expect(gapsIn('TX')).toEqual([
      ['bcbs', 0, 'not-in-input'],
      ['cigna', 0, 'out-of-scope'],
      ['uhg', 0, 'not-in-input'],
    ]);
    expect(gapsIn('OH')).toEqual([
      ['buca', 0, 'out-of-scope'],
      ['aetna', 0, 'not-in-input'],
      ['bcbs', 0, 'out-of-scope'],
      ['cigna', 0, 'not-in-input'],
      ['uhg', 0, 'not-in-input'],
    ]);
    // Humana is no member of BUCA: its rates are none of the pool's.
    const humana = rateTable('97110', [{ rate: 43, payer: 'humana', place: 'OH' }]);
    const [pool] = benchmark(humana, defaultScope, 'OH', schedule).rows;
    expect([pool?.id, pool?.mean]).toEqual(['buca', absent('not-in-input')]);
    expect(gapsIn(null).map(([id, , reason]) => `${id} ${reason}`)).toEqual([
      'bcbs out-of-scope',
      'cigna out-of-scope',
      'uhg not-in-input',
    ]);
  });

  it.each(['97110', '97161', '5823'])('%s: every empty row is named by what the release holds', (code) => {
    const table = shippedRates(code);
    const held = new Set(
      Array.from(table.plan, (plan, row) =>
        [table.providers[table.provider[row] ?? 0]?.place, table.plans[plan]?.payer].join(' '),
      ),
    );
    const said = new Set<string>();
    for (const place of new Set(table.providers.map((provider) => provider.place))) {
      for (const { id, n, mean } of benchmark(table, defaultScope, place, schedule).rows) {
        if (n > 0 || id === 'buca' || mean.kind === 'value') continue;
        expect(mean.reason, `${id} in ${place}`).toBe(
          held.has(`${place} ${id}`) ? 'out-of-scope' : 'not-in-input',
        );
        said.add(mean.reason);
      }
    }
    expect([...said].sort()).toEqual(['not-in-input', 'out-of-scope']);
  });

  it('is a ratio of sums to Medicare for the same code, state and year', () => {
    const row = rowOf('97110', null, 'buca');
    let votes = 0;
    let medicare = 0;
    for (const vote of row.votes) {
      const cell = schedule.placeMean('97110', vote.year, vote.place);
      if (cell.kind === 'absent') throw new Error(cell.detail);
      votes += vote.amount;
      medicare += cell.value;
    }
    expect(row.comparedVotes).toBe(129);
    expect(valueOf(row.percentOfMedicare)).toBeCloseTo(votes / medicare, 12);
  });

  it('an office visit in a hospital has no percent of Medicare, with the reason', () => {
    expect(rowOf('99213', null, 'buca').percentOfMedicare).toMatchObject({
      kind: 'absent',
      reason: 'not-comparable',
      detail: expect.stringContaining('OPPS'),
    });
    const office = rowOf('99213', null, 'bcbs', { ...defaultScope, site: 'office' });
    expect(office.n).toBeGreaterThan(0);
    expect(office.percentOfMedicare.kind).toBe('value');
  });

  it('reads + left out = present, for every place', () => {
    const table = shippedRates('97110');
    const { selection } = benchmark(table, defaultScope, null, schedule);
    const leftOut = Object.values(selection.leftOut).reduce((total, count) => total + count, 0);
    expect(selection.counted + leftOut).toBe(table.length);
  });
});

describe('what a scope counts', () => {
  const five = [1, 2, 3, 4, 5].map((n) => ({ rate: n * 10, provider: `Hospital ${n}` }));
  function votesWith(extra: Parameters<typeof rateTable>[1], scope = defaultScope) {
    const table = rateTable('97110', [...five, ...extra]);
    const row = benchmark(table, scope, null, schedule).rows.find((each) => each.id === 'aetna');
    return row?.votes.map((vote) => vote.amount);
  }
  const base = [1000, 2000, 3000, 4000, 5000];

  it('gives a provider one vote: the median of its distinct rates', () => {
    // 10, 10, 12, 40 → distinct 10, 12, 40 → 12
    const again = [10, 12, 40].map((rate) => ({ rate, provider: 'Hospital 1' }));
    expect(votesWith(again)).toEqual([1200, 2000, 3000, 4000, 5000]);
    // 10, 11 → 10.50: half a cent is kept when it comes to that
    expect(votesWith([{ rate: 10.01, provider: 'Hospital 1' }])?.[0]).toBe(1000.5);
  });
  it('gives every rate a vote when asked', () => {
    expect(votesWith([{ rate: 10, provider: 'Hospital 1' }], { ...defaultScope, basis: 'rates' })).toEqual([
      1000,
      ...base,
    ]);
  });
  it.each([
    ['another line', { line: 'Exchange / individual' }],
    ['a payer’s file', { kind: 'payer' }],
    ['a professional line', { billingClass: 'professional' }],
    ['an inpatient rate', { setting: 'inpatient' }],
    ['an emergency rate', { setting: 'emergency' }],
    ['a payment group', { codeType: 'APC' }],
    ['a rate above the gross charge', { flags: ['above_gross'] }],
    ['a per diem', { flags: ['per_diem', 'equals_gross'] }],
    ['a rate of a few dollars', { flags: ['very_low'] }],
    ['an encounter rate', { flags: ['encounter_level'] }],
    ['an assistant line', { modifier: 'CQ|GP' }],
  ] as const)('leaves out %s by default', (_name, spec) => {
    expect(votesWith([{ rate: 999, provider: 'Hospital 9', ...spec }])).toEqual(base);
  });
  it.each([
    ['a rate equal to the gross charge', { flags: ['equals_gross'] }],
    ['a hospital’s estimate', { flags: ['hospital_estimate'] }],
    ['a therapy modifier', { modifier: 'GP' }],
    ['a HCPCS-typed row', { codeType: 'HCPCS' }],
    ['no setting', { setting: '' }],
    ['both settings', { setting: 'both' }],
    ['an old file', { date: '2020-11' }],
  ] as const)('counts %s', (_name, spec) => {
    expect(votesWith([{ rate: 999, provider: 'Hospital 9', ...spec }])).toEqual([...base, 99900]);
  });
  it('counts rows that contradict their file, and assistant lines, when asked', () => {
    const scope = { ...defaultScope, leftOutRows: 'in' } as const;
    expect(votesWith([{ rate: 999, provider: 'Hospital 9', flags: ['above_gross'] }], scope)).toEqual([
      ...base,
      99900,
    ]);
    expect(votesWith([{ rate: 999, provider: 'Hospital 9', modifier: 'CO|GO' }], scope)).toEqual([
      ...base,
      99900,
    ]);
  });
  it('keeps to the vintage, both ends included', () => {
    const older = [{ rate: 999, provider: 'Hospital 9', date: '2022-02' }];
    expect(votesWith(older, { ...defaultScope, vintage: { from: 2023, to: null } })).toEqual(base);
    expect(votesWith(older, { ...defaultScope, vintage: { from: 2022, to: 2022 } })).toEqual([99900]);
  });
  it('compares a vote with Medicare in the year of its newest file', () => {
    const table = rateTable('97110', [
      { rate: 40, date: '2022-05' },
      { rate: 44, date: '2024-01-15' },
    ]);
    const row = benchmark(table, defaultScope, 'TX', schedule).rows[0];
    const medicare = valueOf(schedule.placeMean('97110', 2024, 'TX', { onDate: '2024-01-15' })) as number;
    expect(
      valueOf(row?.percentOfMedicare ?? { kind: 'absent', reason: 'unreadable', detail: '' }),
    ).toBeCloseTo(4200 / medicare, 12);
  });
  it('gives a pooled row its own n and its own providers', () => {
    const table = rateTable('97110', [
      { rate: 40, payer: 'aetna' },
      { rate: 44, payer: 'cigna' },
      { rate: 50, payer: 'humana' },
    ]);
    const { rows, bucaPresent } = benchmark(table, defaultScope, null, schedule);
    expect(rows.find((row) => row.id === 'buca')).toMatchObject({ n: 2, providers: 1, rates: 2 });
    expect(bucaPresent).toEqual(['Aetna', 'Cigna']);
    expect(rows.map((row) => row.id)).toEqual(['buca', 'aetna', 'bcbs', 'cigna', 'uhg', 'humana']);
  });
});

describe('properties', () => {
  const rates = fc.array(
    fc.record({
      rate: fc.integer({ min: 1, max: 90_000 }).map((cents) => cents / 100),
      payer: fc.constantFrom('aetna', 'bcbs', 'cigna', 'uhg', 'humana'),
      provider: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'),
      place: fc.constantFrom('TX', 'AK', 'CA'),
    }),
    { minLength: 1, maxLength: 60 },
  );
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(rates, (specs) => {
        const figures = (list: typeof specs) =>
          benchmark(rateTable('97110', list), defaultScope, null, schedule).rows.map((row) => [
            row.id,
            row.n,
            row.rates,
            rounded(row),
          ]);
        expect(figures([...specs].reverse())).toEqual(figures(specs));
      }),
    );
  });
  it('adds up: BUCA votes are the sum of its payers, national votes the sum of the places', () => {
    fc.assert(
      fc.property(rates, (specs) => {
        const table = rateTable('97110', specs);
        const n = (place: string | null, id: string) =>
          benchmark(table, defaultScope, place, schedule).rows.find((row) => row.id === id)?.n ?? 0;
        expect(n(null, 'buca')).toBe(n(null, 'aetna') + n(null, 'bcbs') + n(null, 'cigna') + n(null, 'uhg'));
        expect(n(null, 'buca')).toBe(n('TX', 'buca') + n('AK', 'buca') + n('CA', 'buca'));
      }),
    );
  });
});
