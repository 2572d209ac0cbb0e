import { describe, expect, it } from 'vitest';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import { contractMarket } from '../../src/domain/contractMarket.ts';
import { contractPositions, gapTo, type Target } from '../../src/domain/contractPosition.ts';
import { byGap, largestGaps } from '../../src/domain/largestGaps.ts';
import { rateTable } from '../support/builders.ts';
import { contractLine, medianTarget, positionsOf } from '../support/contracts.ts';
import { plainSchedule } from '../support/plainSchedule.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

describe('position', () => {
  // Aetna's votes in North Carolina: 40 44 48 52 56; BCBS has two.
  const votes = [40, 44, 48, 52, 56].map((rate, index) => ({
    rate,
    provider: `Hospital ${index}`,
    place: 'NC',
  }));
  const few = [30, 35].map((rate, index) => ({
    rate,
    payer: 'bcbs' as const,
    provider: `B${index}`,
    place: 'NC',
  }));
  const otherLine = {
    rate: 50,
    payer: 'uhg',
    line: 'Medicare Advantage',
    provider: 'U',
    place: 'NC',
  } as const;
  const tables = new Map([['97760', rateTable('97760', [...votes, ...few, otherLine])]]);

  function position(
    spec: Partial<ContractLine>,
    target: Target = medianTarget,
    pool: 'payer' | 'buca' = 'payer',
  ) {
    const [found] = contractPositions({
      lines: [contractLine({ code: '97760', year: 2024, ...spec })],
      market: contractMarket({ tables, place: 'NC', site: 'all', pool, schedule }),
      schedule,
      desk: { place: 'NC', locality: null },
      medicareYear: null,
      target,
    });
    if (!found) throw new Error('no position');
    return found;
  }

  it('ranks a rate among the same payer’s votes and lays Medicare of its own year beside it', () => {
    const here = position({ terms: { kind: 'dollars', amount: 4600 } });
    // 46 lies halfway from the second (44) to the third (48) of five votes: 1.5 ÷ 4.
    expect(valueOf(here.rank)).toBe(0.375);
    expect([here.p25, here.median, here.p75].map(valueOf)).toEqual([4400, 4800, 5200]);
    // 97760 in North Carolina in 2024 is $45.22, as an article on it prints (field guide, document D).
    expect([valueOf(here.medicare), here.medicareYear]).toEqual([4522, 2024]);
    expect(valueOf(here.ofMedicare)).toBe(4600 / 4522);
    expect([here.market?.votes.length, here.market?.row.grade.level]).toEqual([5, 'low']);
    expect(gapTo(here.own, here.median)).toEqual({
      dollars: { kind: 'value', value: 200 },
      ratio: { kind: 'value', value: 200 / 4600 },
    });
  });

  it('turns a share of Medicare into dollars, and a target of one', () => {
    const here = position(
      { terms: { kind: 'medicare-share', share: 1.1 } },
      { kind: 'medicare', share: 1.25 },
    );
    // 1.1 × 45.22 = 49.742; 1.25 × 45.22 = 56.525.
    expect(valueOf(here.own)).toBeCloseTo(4974.2, 9);
    expect(valueOf(here.target)).toBeCloseTo(5652.5, 9);
    expect(valueOf(here.ofMedicare)).toBeCloseTo(1.1, 12);
  });

  it('lists what has no benchmark, and says why', () => {
    expect(position({ market: 'bcbs' }).median).toEqual({
      kind: 'absent',
      reason: 'too-few',
      detail: 'fewer than 5 votes (2)',
    });
    expect(position({ market: 'cigna' }).rank).toMatchObject({ reason: 'not-in-input' });
    // It has a rate there, of another line of business.
    expect(position({ market: 'uhg' }).rank).toMatchObject({ reason: 'out-of-scope' });
    expect(position({ market: 'uhg' }).target).toMatchObject({ reason: 'out-of-scope' });
    expect(position({ code: '97545' }).median).toMatchObject({ reason: 'not-in-input' });
    expect(position({ modifier: 'CQ' }).median).toMatchObject({ detail: 'modifier CQ' });
    expect(position({ place: 'TX' }).medicare).toMatchObject({ detail: 'the line is of TX' });
    // The other payer's two votes and Aetna's five are BUCA's seven.
    expect(position({ market: 'bcbs' }, medianTarget, 'buca').market?.votes.length).toBe(7);
  });

  it('has its own reason before the market’s', () => {
    // Medicare does not price 97545: a share of it is no amount, whatever the market holds.
    const share = { terms: { kind: 'medicare-share', share: 1 }, code: '97545' } as const;
    expect(position(share).own).toMatchObject({ reason: 'not-priced' });
    expect(position(share).rank).toMatchObject({ reason: 'not-priced' });
    expect(position(share).ofMedicare).toMatchObject({ reason: 'not-priced' });
    expect(position({ market: 'bcbs' }).rank).toMatchObject({ reason: 'too-few' });
    // Of another state and with a modifier: the state is told.
    expect(position({ place: 'TX', modifier: 'CQ' }).rank).toMatchObject({
      reason: 'not-comparable',
      detail: 'the line is of TX',
    });
    expect(position({ modifier: 'CQ|GP' }).medicare).toMatchObject({ detail: 'modifier CQ, GP' });
    expect(position({ place: 'NC' }).median).toMatchObject({ value: 4800 });
  });

  it('is of the year that was chosen, else of its own, else of the newest; lines out of force have none', () => {
    const made = plainSchedule({
      dollars: { NC: [20, 30] },
      years: [2025, 2026],
      codes: [{ code: '97760', facilityPeRvu: 500 }],
    });
    const at = (
      spec: Partial<ContractLine>,
      medicareYear: number | null = null,
      locality: string | null = null,
    ) =>
      contractPositions({
        lines: [contractLine({ code: '97760', ...spec })],
        market: () => absent('not-in-input'),
        schedule: made,
        desk: { place: 'NC', locality: locality === null ? null : { mac: '00001', locality } },
        medicareYear,
        target: medianTarget,
      })[0];
    expect([
      at({ year: 2025 })?.medicareYear,
      at({})?.medicareYear,
      at({ year: 2019 })?.medicareYear,
    ]).toEqual([2025, 2026, 2026]);
    expect(at({ year: 2026 }, 2025)?.medicareYear).toBe(2025);
    expect(at({ standing: 'replaced' })).toBeUndefined();
    // (20 + 30) ÷ 2, $5 more in a facility; in the second locality 30.
    expect(
      [at({})?.medicare, at({ site: 'facility' })?.medicare, at({}, null, '02')?.medicare].map(
        (cell) => cell && valueOf(cell),
      ),
    ).toEqual([2500, 3000, 3000]);
    expect(at({}, null, '03')?.medicare).toEqual(absent('not-priced', 'no such Medicare locality in 2026'));
    expect(at({}, 2019)?.medicare).toMatchObject({ detail: 'no Medicare tables for 2019 in this release' });
  });

  it('the gap to an amount has the reason of the rate before that of the amount', () => {
    const [one, other] = [absent('too-few'), absent('not-in-input')];
    expect(gapTo(one, other)).toEqual({ dollars: one, ratio: one });
    expect(gapTo(present(1), other)).toEqual({ dollars: other, ratio: other });
    expect(gapTo(present(4000), present(5000))).toEqual({ dollars: present(1000), ratio: present(0.25) });
  });

  it('counts the votes of hospitals apart from those of payers’ files', () => {
    const mixed = [20, 25, 30].map((rate, index) => ({
      rate,
      provider: `Clinic ${index}`,
      kind: 'payer' as const,
    }));
    const market = contractMarket({
      tables: new Map([['97110', rateTable('97110', [...mixed, { rate: 90, provider: 'Hospital' }])]]),
      place: 'TX',
      site: 'all',
      pool: 'payer',
      schedule,
    });
    const found = valueOf(market({ code: '97110', market: 'aetna', planLine: 'Commercial' }));
    expect([found?.votes.length, found?.hospitals]).toEqual([4, 1]);
  });

  it('prices the locality that was picked', () => {
    const [found] = contractPositions({
      lines: [contractLine({ code: '97755', year: 2025, terms: { kind: 'dollars', amount: 6000 } })],
      market: () => absent('not-in-input'),
      schedule,
      desk: { place: 'AK', locality: { mac: '02102', locality: '01' } },
      medicareYear: null,
      target: medianTarget,
    });
    // CMS's own amount for Alaska in 2025.
    expect(found && valueOf(found.medicare)).toBe(4865);
  });
});

describe('a state of several localities', () => {
  const priced = (locality: { readonly mac: string; readonly locality: string } | null) =>
    contractPositions({
      lines: [contractLine({ code: '97110', year: 2025 })],
      market: () => absent('not-in-input'),
      schedule,
      desk: { place: 'TX', locality },
      medicareYear: null,
      target: medianTarget,
    })[0]?.medicare;
  const amounts = schedule.amounts('97110', 2025, 'TX');
  if (amounts.kind === 'absent') throw new Error(amounts.detail);

  it('each is priced as itself, and none as another or as their mean', () => {
    const each = amounts.value.map(({ locality, amount }) => [
      priced({ mac: locality.mac, locality: locality.locality }),
      amount.nonFacility,
    ]);
    expect(each).toHaveLength(8);
    for (const [cell, amount] of each) expect(cell).toEqual({ kind: 'value', value: amount });
    expect(new Set(each.map(([, amount]) => amount)).size).toBeGreaterThan(1);
  });
  it('one that is not in the table of the year is named, not priced', () => {
    expect(priced({ mac: '04412', locality: '77' })).toEqual({
      kind: 'absent',
      reason: 'not-priced',
      detail: 'no such Medicare locality in 2025',
    });
  });
});

describe('lines by their gap', () => {
  it('are those below their target, most dollars first; one at its target or above is none', () => {
    const at = (id: string, units: number | null, amount: number) =>
      [{ id, units, terms: { kind: 'dollars', amount } }, 4000] as const;
    const positions = positionsOf([
      at('at target', 100, 4000),
      at('above', 100, 4001),
      at('10 × 10', 10, 3000),
      at('100 × 2', 100, 3800),
      at('no volume', null, 3900),
    ]);
    expect(byGap(positions).map(({ line }) => line.id)).toEqual(['100 × 2', '10 × 10', 'no volume']);
    expect([...largestGaps(positions, 2)]).toEqual(['100 × 2', '10 × 10']);
  });
});
