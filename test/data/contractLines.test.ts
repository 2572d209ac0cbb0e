import { describe, expect, test } from 'vitest';
import { ContractLines, type ContractRow } from '../../src/data/contractLines.ts';
import { ContractTotals } from '../../src/data/contractTotals.ts';
import { NestedMap } from '../../src/data/nestedMap.ts';
import { newestFullYear } from '../../src/data/newestFullYear.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import { shippedAliases } from '../support/releaseData.ts';

const names = payerReader(shippedAliases());

const row: ContractRow = {
  line: 2,
  code: '97110',
  modifier: '',
  payer: 'Aetna',
  plan: 'PPO',
  planLine: undefined,
  place: 'TX',
  site: 'facility',
  year: 2026,
  date: '2026-01',
  terms: { kind: 'dollars', amount: 3000 },
  units: 5,
  charge: 6000,
};

function contractOf(kind: 'rates' | 'claims', ...rows: readonly Partial<ContractRow>[]) {
  const lines = new ContractLines(kind, names);
  for (const [index, each] of rows.entries()) lines.add({ ...row, line: index + 2, ...each });
  return { lines, contract: lines.contract([]) };
}
/** First line, lines and units of each line of a contract. */
const told = (...rows: readonly Partial<ContractRow>[]) =>
  contractOf('rates', ...rows).contract?.lines.map(({ line, lines, units }) => [line, lines, units]);

describe('rates of a contract', () => {
  test('of the same terms are one, their volumes added up where they are stated', () => {
    expect(told({}, {})).toEqual([[2, 2, 10]]);
    expect(told({ units: null }, { units: 0 }, { units: 7 })).toEqual([[2, 3, 7]]);
    expect(told({ units: null }, { units: null })).toEqual([[2, 2, null]]);
    // Modifiers that only inform make no difference.
    expect(told({ modifier: 'GP' }, { modifier: '59|KX' })).toEqual([[2, 2, 10]]);
    expect(told({ modifier: 'CQ|GP|TC' }, { modifier: 'TC|CQ' })).toEqual([[2, 2, 10]]);
  });

  test.each<[string, Partial<ContractRow>]>([
    ['code', { code: '97112' }],
    ['modifier', { modifier: 'CQ' }],
    ['payer', { payer: 'Cigna' }],
    ['plan', { plan: 'HMO' }],
    ['line', { planLine: 'Medicaid / CHIP' }],
    ['place', { place: 'CA' }],
    ['site', { site: '' }],
    ['date', { date: '2026-02' }],
    ['amount', { terms: { kind: 'dollars', amount: 3001 } }],
    ['terms', { terms: { kind: 'medicare-share', share: 3000 } }],
    ['charge', { charge: 6001 }],
    ['charge, where there is none', { charge: null }],
  ])('of another %s are another', (_, change) => {
    expect(told({}, change, {})).toEqual([
      [2, 2, 10],
      [3, 1, 5],
    ]);
  });

  test('keep what was said of them, and say who is meant', () => {
    expect(
      contractOf('rates', { modifier: 'GP|CQ' }, { plan: '', planLine: 'Medicare Advantage' }).contract,
    ).toEqual({
      kind: 'rates',
      lines: [
        {
          id: 'l0',
          line: 2,
          lines: 1,
          code: '97110',
          modifier: 'CQ',
          payer: 'Aetna, PPO',
          market: 'aetna',
          planLine: 'Commercial',
          place: 'TX',
          site: 'facility',
          year: 2026,
          date: '2026-01',
          terms: { kind: 'dollars', amount: 3000 },
          units: 5,
          charge: 6000,
          standing: 'in-force',
        },
        {
          id: 'l1',
          line: 3,
          lines: 1,
          code: '97110',
          modifier: '',
          payer: 'Aetna',
          market: 'medicare-advantage',
          planLine: 'Medicare Advantage',
          place: 'TX',
          site: 'facility',
          year: 2026,
          date: '2026-01',
          terms: { kind: 'dollars', amount: 3000 },
          units: 5,
          charge: 6000,
          standing: 'in-force',
        },
      ],
      totals: [],
    });
  });

  const [inForce, replaced, toCome] = ['in-force', 'replaced', 'to-come'];

  const standing = (...rows: readonly Partial<ContractRow>[]) =>
    contractOf('rates', ...rows).contract?.lines.map((line) => line.standing);

  test('are in force where no newer date of the same rate stands, wherever in the file', () => {
    expect(standing({ date: '2025' }, { date: '2026' }, { date: '2024-12-31' })).toEqual([
      replaced,
      inForce,
      replaced,
    ]);
    expect(standing({ date: '2026' }, { date: '2025' })).toEqual([inForce, replaced]);
    expect(standing({ date: '' }, { date: '2025' })).toEqual([replaced, inForce]);
    expect(standing({ date: '' }, { date: '', charge: 1 })).toEqual([inForce, inForce]);
    // Two of the newest date hold both.
    expect(standing({}, { terms: { kind: 'dollars', amount: 1 } })).toEqual([inForce, inForce]);
  });

  test('are not in force before their day, unless none of an earlier day stands', () => {
    const onDay = (...dates: readonly string[]) => {
      const lines = new ContractLines('rates', names, '2026-11-30');
      for (const [index, date] of dates.entries()) lines.add({ ...row, line: index + 2, date });
      return lines.contract([])?.lines.map((line) => line.standing);
    };
    expect(onDay('2026-01-01', '2027-01-01')).toEqual([inForce, toCome]);
    expect(onDay('2027-01-01', '2026-01-01', '2028', '2025')).toEqual([toCome, inForce, toCome, replaced]);
    expect(onDay('', '2026-12')).toEqual([inForce, toCome]);
    // It has begun today.
    expect(onDay('2026-11-30', '2025')).toEqual([inForce, replaced]);
    expect(onDay('2028', '2027', '2029')).toEqual([toCome, inForce, toCome]);
  });

  test.each<[string, Partial<ContractRow>]>([
    ['code', { code: '97112' }],
    ['modifier', { modifier: 'CQ' }],
    ['payer', { payer: 'Cigna' }],
    ['plan', { plan: 'HMO' }],
    ['line', { planLine: 'Medicaid / CHIP' }],
    ['place', { place: 'CA' }],
    ['site', { site: '' }],
  ])('of another %s hold beside a newer one', (_, change) => {
    expect(standing({ ...change, date: '2020' }, {})).toEqual([inForce, inForce]);
    const nextYear = { ...row, ...change, line: 3, date: '2027' };
    const lines = new ContractLines('rates', names, '2026-11-30');
    for (const each of [row, nextYear]) lines.add(each);
    expect(lines.contract([])?.lines.map((line) => line.standing)).toEqual([inForce, inForce]);
  });

  test('hold their volumes against the file’s', () => {
    const lines = new ContractLines('rates', names);
    lines.add(row);
    lines.add({ ...row, units: null, code: '97112' });
    const totals = [{ column: 'units', inFile: 12, leftOut: 7 }] as const;
    expect(lines.contract(totals)?.totals).toEqual([{ column: 'units', inFile: 12, kept: 5, leftOut: 7 }]);
  });

  test('are no claims, and have no averages', () => {
    expect(contractOf('rates', {}).lines.averages()).toEqual([]);
  });
});

describe('claim lines', () => {
  const paid = (amount: number, units: number | null, charge: number | null = null, more = {}) => ({
    terms: { kind: 'dollars', amount } as const,
    units,
    charge,
    ...more,
  });

  test('are averaged, with the charge of the units it is stated for', () => {
    const { contract, lines } = contractOf(
      'claims',
      paid(6000, 2, 10_000),
      paid(3100, 1),
      paid(900, 1, 3000),
    );
    expect(contract?.lines).toEqual([
      {
        id: 'l0',
        line: 2,
        lines: 3,
        code: '97110',
        modifier: '',
        payer: 'Aetna, PPO',
        market: 'aetna',
        planLine: 'Commercial',
        place: 'TX',
        site: 'facility',
        year: 2026,
        date: '',
        // 100.00 ÷ 4 and 130.00 ÷ 3.
        terms: { kind: 'dollars', amount: 2500, claims: { allowed: 10_000, units: 4 } },
        units: 4,
        charge: 13_000 / 3,
        standing: 'in-force',
      },
    ]);
    expect(lines.averages()).toEqual([{ ...row, ...paid(6000, 2, 10_000), cents: 2500 }]);
  });

  test('of a year are one whatever their day, amount or charge', () => {
    const { contract } = contractOf(
      'claims',
      paid(1000, 1, null, { date: '2026-01-02' }),
      paid(2000, 1, 5, { date: '2026-02-03' }),
      paid(1000, 1, null, { year: 2025 }),
    );
    expect(contract?.lines.map(({ lines, year, standing }) => [lines, year, standing])).toEqual([
      [2, 2026, 'in-force'],
      [1, 2025, 'other-year'],
    ]);
  });

  test('that come to nothing are kept out, and what they held is left out', () => {
    const lines = new ContractLines('claims', names);
    const add = (code: string, amount: number, units: number) =>
      lines.add({ ...row, code, ...paid(amount, units) });
    add('97110', 100, 1);
    add('97112', 100, 0);
    add('97116', 0, 1);
    add('97140', -100, 2);
    add('97530', 100, -1);
    const totals = [
      { column: 'units', inFile: 9, leftOut: 6 },
      { column: 'amount', inFile: 900, leftOut: 800 },
    ] as const;
    const contract = lines.contract(totals);
    expect(contract?.lines.map(({ code }) => code)).toEqual(['97110']);
    // Left out besides: units 0 + 1 + 2 − 1, dollars 100 + 0 − 100 + 100.
    expect(contract?.totals).toEqual([
      { column: 'units', inFile: 9, kept: 1, leftOut: 8 },
      { column: 'amount', inFile: 900, kept: 100, leftOut: 900 },
    ]);
  });

  test('of less than half a cent a unit have an average, and no rate of whole cents', () => {
    const { contract, lines } = contractOf('claims', paid(1, 3));
    expect(contract?.lines.map(({ terms }) => terms)).toEqual([
      { kind: 'dollars', amount: 1 / 3, claims: { allowed: 1, units: 3 } },
    ]);
    expect(lines.averages()).toEqual([]);
    expect(contractOf('claims', paid(1, 2)).lines.averages()).toMatchObject([{ cents: 1 }]);
  });

  test('whose charges were all taken back have none', () => {
    const { contract } = contractOf('claims', paid(6000, 2), paid(500, 1, 900), paid(-500, -1, -900));
    expect(contract?.lines).toMatchObject([{ units: 2, charge: null }]);
  });
});

test('a file of more than 20,000 different lines is no contract', () => {
  for (const kind of ['rates', 'claims'] as const) {
    const lines = new ContractLines(kind, names);
    const add = (at: number) => lines.add({ ...row, payer: `P${at}` });
    for (let at = 0; at < 20_000; at++) add(at);
    expect([lines.isTooLong, lines.contract([])?.lines.length]).toEqual([false, 20_000]);
    add(20_000);
    expect([lines.isTooLong, lines.contract([]), lines.averages()]).toEqual([true, null, []]);
    add(20_001);
    expect(lines.isTooLong).toBe(true);
  }
  expect(new ContractLines('rates', names).contract([])).toBeNull();
});

test('a file’s columns are added up apart from what is made of them', () => {
  const totals = (isClaims: boolean, hasUnits: boolean) => {
    const made = new ContractTotals(isClaims, hasUnits);
    made.add(3, 100, true);
    made.add(4, 200, false);
    made.add(null, undefined, true);
    made.add(undefined, null, false);
    return made.totals();
  };
  const units = { column: 'units', inFile: 7, leftOut: 4 };
  expect(totals(false, false)).toEqual([]);
  expect(totals(false, true)).toEqual([units]);
  expect(totals(true, false)).toEqual([units, { column: 'amount', inFile: 300, leftOut: 200 }]);
});

test('the newest year with half the units of the busiest is a year', () => {
  expect(newestFullYear([])).toBe(0);
  expect(newestFullYear([[0, 5]])).toBe(0);
  expect(
    newestFullYear([
      [2024, 100],
      [2025, 49],
      [2025, 1],
      [2026, 49],
    ]),
  ).toBe(2025);
  expect(
    newestFullYear([
      [2024, 100],
      [2023, 100],
    ]),
  ).toBe(2024);
  expect(newestFullYear([[2026, -5]])).toBe(0);
});

test('what stands under several keys is made once', () => {
  const map = new NestedMap<{ n: number }>();
  let made = 0;
  const at = (...keys: readonly (string | number)[]) => map.at(keys, () => ({ n: made++ })).n;
  expect([at('a', 1), at('a', 2), at('b', 1), at('a', 1), at('a', '1'), at('b', 1)]).toEqual([
    0, 1, 2, 0, 3, 2,
  ]);
  expect(map.values.map(({ n }) => n)).toEqual([0, 1, 2, 3]);
  const single = new NestedMap<string>();
  expect([single.at(['x'], () => 'one'), single.at(['x'], () => 'two')]).toEqual(['one', 'one']);
});
