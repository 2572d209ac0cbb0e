import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { castVotes } from '../../src/domain/castVotes.ts';
import { rateIndex } from '../../src/domain/rateIndex.ts';
import { selectRates } from '../../src/domain/rateSelection.ts';
import { relaxations } from '../../src/domain/relax.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { anyScope } from '../support/arbitraries.ts';
import { rateTable } from '../support/builders.ts';
import { shippedRates } from '../support/releaseData.ts';

const table = rateTable('97110', [
  {
    rate: 10,
    provider: 'A',
    system: 'Sutter Health',
    place: 'CA',
    methodology: 'fee schedule',
    modifier: 'GP',
  },
  {
    rate: 20,
    provider: 'B',
    system: 'Sutter Health',
    place: 'CA',
    methodology: 'percent of total billed charges',
  },
  { rate: 30, provider: 'C', place: 'TX', methodology: 'per diem', flags: ['per_diem'] },
  { rate: 40, provider: 'D', place: 'TX', line: 'Exchange / individual' },
  { rate: 50, provider: 'E', place: 'TX', line: 'Exchange / individual', setting: 'inpatient' },
  { rate: 60, provider: 'F', place: 'TX', kind: 'payer', billingClass: 'professional', modifier: 'CQ|GP' },
]);

function rates(scope: Partial<Scope>, place: string | null = null): number[] {
  const { test, counted } = selectRates(table, { ...defaultScope, ...scope }, place);
  const { halves } = castVotes(rateIndex(table), test, 'rates');
  expect(halves).toHaveLength(counted);
  return [...halves].map((half) => half / 200).sort((a, b) => a - b);
}

describe('filters', () => {
  it.each([
    [{}, [10, 20]],
    [{ line: 'Exchange / individual' }, [40]],
    [{ line: 'Exchange / individual', site: 'all' }, [40, 50]],
    [{ methodology: 'fee-schedule' }, [10]],
    [{ methodology: 'percent-of-charges' }, [20]],
    [{ modifier: 'GP' }, [10]],
    [{ modifier: 'none' }, [20]],
    [{ provider: 'ca-a' }, [10]],
    [{ provider: 'system-sutter-health' }, [10, 20]],
    [{ providerType: 'clinic' }, []],
    [{ providerType: 'clinic', site: 'office', leftOutRows: 'in' }, [60]],
    [{ leftOutRows: 'in' }, [10, 20, 30]],
  ] as const)('%j counts %j', (scope, expected) => {
    expect(rates(scope)).toEqual(expected);
  });
});

it.each([
  [{ from: null, to: null }, [22, 24, 26]],
  [{ from: 2024, to: null }, [24, 26]],
  [{ from: null, to: 2024 }, [22, 24]],
  [{ from: 2022, to: 2024 }, [22, 24]],
  [{ from: 2024, to: 2024 }, [24]],
  [{ from: 2025, to: 2025 }, []],
])('files of the years %j, both ends included: %j', (vintage, expected) => {
  const dated = rateTable(
    '97110',
    [22, 24, 26].map((rate) => ({ rate, provider: `P${rate}`, date: `20${rate}-07-01` })),
  );
  const { test, leftOut } = selectRates(dated, { ...defaultScope, vintage }, null);
  const { halves } = castVotes(rateIndex(dated), test, 'rates');
  expect([...halves].map((half) => half / 200)).toEqual(expected);
  expect(leftOut.vintage).toBe(3 - expected.length);
});

it('a rate of no stated year is in no range of years that has an end', () => {
  const mixed = rateTable('97110', [
    { rate: 24, provider: 'Dated', date: '2024-07-01' },
    { rate: 10, provider: 'Undated', date: '' },
  ]);
  const counted = (from: number | null, to: number | null) =>
    selectRates(mixed, { ...defaultScope, vintage: { from, to } }, null).counted;
  expect(counted(null, null)).toBe(2);
  expect([counted(2020, null), counted(null, 2026), counted(2020, 2026)]).toEqual([1, 1, 1]);
});

it('a system counts in the place asked for, not wherever else it has hospitals', () => {
  const system = 'Sutter Health';
  const across = rateTable('97110', [
    { rate: 10, provider: 'A', system, place: 'CA' },
    { rate: 20, provider: 'B', system, place: 'TX' },
    { rate: 30, provider: 'C', place: 'TX' },
  ]);
  const scope = { ...defaultScope, provider: 'system-sutter-health' };
  const amounts = (place: string | null) => {
    const { test, counted } = selectRates(across, scope, place);
    const { halves } = castVotes(rateIndex(across), test, 'rates');
    expect(halves).toHaveLength(counted);
    return [...halves].map((half) => half / 200);
  };
  expect(amounts(null)).toEqual([10, 20]);
  expect(amounts('TX')).toEqual([20]);
});

describe('which rates count is settled once', () => {
  const selected = (change: Partial<Scope> = {}) => selectRates(table, { ...defaultScope, ...change }, null);
  it.each<Partial<Scope>>([{ basis: 'rates' }, { outliers: 'out' }, { definition: 'type6' }])(
    'for scopes that count the same in another way: %o',
    (change) => expect(selected(change)).toBe(selected()),
  );
  it.each<Partial<Scope>>([
    { line: 'Medicare Advantage' },
    { site: 'office' },
    { vintage: { from: 2025, to: null } },
    { leftOutRows: 'in' },
    { methodology: 'per-diem' },
    { modifier: 'GP' },
    { providerType: 'clinic' },
    { provider: 'h1' },
  ])('but not for others: %o', (change) => expect(selected(change)).not.toBe(selected()));
  it('nor for other places', () =>
    expect(selectRates(table, defaultScope, 'TX')).not.toBe(selectRates(table, defaultScope, null)));
});

describe('facets', () => {
  const facetsIn = (scope: Partial<Scope> = {}, place: string | null = null) =>
    selectRates(table, { ...defaultScope, ...scope }, place).facets;
  it('by site, year and kind of provider', () => {
    const { site, vintage, 'provider-type': providerType } = facetsIn();
    // In the default scope the payer's file and the inpatient rate fail more than the site.
    expect([...site]).toEqual([
      ['hospital', 2],
      ['all', 2],
    ]);
    expect([...vintage]).toEqual([[2026, 2]]);
    expect([...providerType]).toEqual([['hospital', 2]]);
    const wide = facetsIn({ site: 'all', leftOutRows: 'in' });
    expect([...wide.site]).toEqual([
      ['hospital', 3],
      ['all', 4],
      ['office', 1],
    ]);
    expect([...wide['provider-type']]).toEqual([
      ['hospital', 3],
      ['clinic', 1],
    ]);
    expect([...wide.modifier]).toEqual([
      ['GP', 2],
      ['none', 2],
      ['CQ', 1],
    ]);
  });
  it('a rate that fails the site alone counts in the other sites, and in no other facet', () => {
    const office = rateTable('97110', [
      { rate: 10 },
      { rate: 20, billingClass: 'professional', modifier: 'GP', date: '2024', methodology: 'per diem' },
    ]);
    const { site, vintage, methodology, modifier } = selectRates(office, defaultScope, null).facets;
    expect([...site]).toEqual([
      ['hospital', 1],
      ['all', 2],
      ['office', 1],
    ]);
    expect([[...vintage], [...methodology], [...modifier]]).toEqual([
      [[2026, 1]],
      [['unstated', 1]],
      [['none', 1]],
    ]);
  });
  it('keep to the place, and give each of a class its own', () => {
    expect([...facetsIn({}, 'CA').provider.keys()]).toEqual(['ca-a', 'system-sutter-health', 'ca-b']);
    expect([...facetsIn({}, 'TX').provider]).toEqual([]);
    const counted = rateTable('97110', [
      { rate: 10, provider: 'A', count: 3 },
      { rate: 11, provider: 'A' },
      { rate: 12, provider: 'B' },
      { rate: 13, provider: 'B', place: 'AK' },
    ]);
    expect([...selectRates(counted, defaultScope, 'TX').facets.provider]).toEqual([
      ['tx-a', 6],
      ['tx-b', 1],
    ]);
  });
  it('of a user’s own file are of no kind of provider', () => {
    const own = rateTable('97110', [{ rate: 10, kind: 'own' }]);
    expect(selectRates(own, defaultScope, null).facets['provider-type'].size).toBe(0);
  });
  it('count what each choice would count, with every other choice as it is', () => {
    const facets = facetsIn();
    expect([...facets.line]).toEqual([
      ['Commercial', 2],
      ['Exchange / individual', 1], // the inpatient one fails the site as well
    ]);
    expect([...facets.methodology]).toEqual([
      ['fee-schedule', 1],
      ['percent-of-charges', 1],
    ]);
    expect([...facets.provider]).toEqual([
      ['ca-a', 1],
      ['system-sutter-health', 2],
      ['ca-b', 1],
    ]);
    expect(facets.modifier.get('GP')).toBe(1);
  });
  it('keep their promise: choosing an option counts exactly as many rates, on shipped data', () => {
    const shipped = shippedRates('97110');
    const base: Scope = { ...defaultScope, site: 'all', leftOutRows: 'in' };
    const all = selectRates(shipped, base, 'TX').facets;
    for (const [methodology, count] of all.methodology) {
      expect(selectRates(shipped, { ...base, methodology }, 'TX').counted).toBe(count);
    }
    for (const [line, count] of all.line) {
      expect(selectRates(shipped, { ...base, line }, 'TX').counted).toBe(count);
    }
    for (const [provider, count] of all.provider) {
      expect(selectRates(shipped, { ...base, provider }, 'TX').counted).toBe(count);
    }
    for (const [modifier, count] of all.modifier) {
      expect(selectRates(shipped, { ...base, modifier }, 'TX').counted).toBe(count);
    }
  });
});

describe('a choice that counts nothing', () => {
  it('says which single choice to relax, and what that brings', () => {
    const selection = selectRates(table, { ...defaultScope, methodology: 'per-diem' }, null);
    expect(selection.counted).toBe(0);
    expect(relaxations(selection)).toEqual([
      { reason: 'methodology', rates: 2 },
      { reason: 'contradicts-file', rates: 1 },
    ]);
  });
  it('says the one that brings most first', () => {
    const more = rateTable('97110', [
      { rate: 10, line: 'Behavioral' },
      { rate: 20, flags: ['very_low'], provider: 'B', count: 3 },
      { rate: 30, setting: 'inpatient', kind: 'payer' },
    ]);
    expect(relaxations(selectRates(more, defaultScope, null))).toEqual([
      { reason: 'contradicts-file', rates: 3 },
      { reason: 'line', rates: 1 },
      { reason: 'site', rates: 1 },
    ]);
  });
  it('names the one control that brings in rows left out for two of its own reasons', () => {
    // A payment group that is per encounter, too.
    const groups = rateTable('N801', [
      { rate: 351, codeType: 'APC', flags: ['encounter_level'] },
      { rate: 476, codeType: 'APC', flags: ['encounter_level'], provider: 'B' },
    ]);
    expect(relaxations(selectRates(groups, defaultScope, null))).toEqual([
      { reason: 'contradicts-file', rates: 2 },
    ]);
    expect(selectRates(groups, { ...defaultScope, leftOutRows: 'in' }, null).counted).toBe(2);
  });
  it('names none when it takes more than one', () => {
    expect(
      relaxations(selectRates(table, { ...defaultScope, methodology: 'estimate', modifier: '25' }, 'TX')),
    ).toEqual([]);
  });
  it('has nothing to relax when something counts', () => {
    expect(relaxations(selectRates(table, defaultScope, null))).toEqual([]);
  });
});

describe('every scope', () => {
  const shipped = shippedRates('97755');
  it('accounts for every rate of the place: counted + left out = present', () => {
    fc.assert(
      fc.property(anyScope, fc.constantFrom(null, 'TX', 'AK', 'CA'), (scope, place) => {
        const { counted, leftOut, wouldCount } = selectRates(shipped, scope, place);
        const present = [...shipped.provider].filter(
          (provider) => place === null || shipped.providers[provider]?.place === place,
        ).length;
        expect(counted + Object.values(leftOut).reduce((a, b) => a + b, 0)).toBe(present);
        for (const [reason, count] of Object.entries(wouldCount)) {
          expect(count).toBeLessThanOrEqual(leftOut[reason as keyof typeof leftOut]);
        }
      }),
    );
  });
});
