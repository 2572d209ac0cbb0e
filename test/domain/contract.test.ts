import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import { contractImpact } from '../../src/domain/contractImpact.ts';
import { contractIndex } from '../../src/domain/contractIndex.ts';
import { contractMarket } from '../../src/domain/contractMarket.ts';
import { contractPositions, gapTo, type Target } from '../../src/domain/contractPosition.ts';
import { byGap, largestGaps } from '../../src/domain/largestGaps.ts';
import { fullYears, priceVolume, volumeYears } from '../../src/domain/priceVolume.ts';
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

describe('index', () => {
  it('holds lines with both amounts and a volume above 0, and is absent without one', () => {
    const none = absent('not-comparable', 'no line has both amounts and a volume');
    const [line] = positionsOf([[{ units: 10 }, 4000]]);
    if (!line) throw new Error('one line');
    const idle = { ...line, line: { ...line.line, units: 0 } };
    const silent = { ...line, line: { ...line.line, units: null } };
    expect(contractIndex('i', 'Index', [idle, silent], true)).toMatchObject({
      id: 'i',
      label: 'Index',
      ofMedicare: none,
      ofMedian: none,
      lines: 2,
      medianLines: 0,
      units: present(0),
    });
    expect(contractIndex('', '', [silent], false)).toMatchObject({
      ofMedian: present(0.75),
      units: absent('not-in-input'),
    });
    expect(contractIndex('', '', [{ ...line, median: none }, line], true)).toMatchObject({
      ofMedian: present(0.75),
      medianLines: 1,
      medicareLines: 2,
      units: present(20),
    });
  });

  it('is a ratio of sums by volume', () => {
    const positions = positionsOf([
      [{ code: '97110', units: 100, terms: { kind: 'dollars', amount: 3000 } }, 4000],
      [{ code: '97140', units: 300, terms: { kind: 'dollars', amount: 5000 } }, 4000],
      [{ code: '97112', units: null, terms: { kind: 'dollars', amount: 1 } }, 4000],
    ]);
    // (100 × 30 + 300 × 50) ÷ (400 × 40) = 18,000 ÷ 16,000; the line without a volume is in neither sum.
    const index = contractIndex('total', 'All', positions, true);
    expect(valueOf(index.ofMedian)).toBe(1.125);
    expect([index.lines, index.medianLines, valueOf(index.units)]).toEqual([3, 2, 400]);
    // Unweighted: (30 + 50 + 0.01) ÷ 120.
    expect(valueOf(contractIndex('total', 'All', positions, false).ofMedian)).toBeCloseTo(8001 / 12000, 12);
  });
});

describe('impact', () => {
  const positions = positionsOf([
    [{ id: 'a', code: '97110', payer: 'Aetna', units: 100, terms: { kind: 'dollars', amount: 3000 } }, 4000],
    [{ id: 'b', code: '97110', payer: 'Cigna', units: 50, terms: { kind: 'dollars', amount: 4500 } }, 4000],
    [{ id: 'c', code: '97140', payer: 'Aetna', units: 10, terms: { kind: 'dollars', amount: 3000 } }, 5000],
    [{ id: 'd', code: '97112', payer: 'Aetna', units: null, terms: { kind: 'dollars', amount: 1000 } }, 4000],
  ]);

  it('raises what is below the target, ranks by gain, and says what carries most of it', () => {
    const impact = contractImpact(positions, 'line', ({ line }) => line.code);
    // a: 100 × 10 = 1,000; c: 10 × 20 = 200; b is above and stays. 1,000 ÷ 1,200 = 83.3% ≥ 80%.
    expect(impact.rows.map(({ id, gain, now }) => [id, gain, now])).toEqual([
      ['a', 100_000, 300_000],
      ['c', 20_000, 30_000],
      ['b', 0, 225_000],
    ]);
    expect(impact.rows.map(({ cumulative }) => cumulative)).toEqual([100 / 120, 1, 1]);
    expect([impact.total.now, impact.total.atTarget, impact.total.gain]).toEqual([555_000, 675_000, 120_000]);
    expect([impact.rowsForMost, impact.linesAbove, impact.lossIfLowered]).toEqual([1, 1, 25_000]);
    expect(impact.leftOut.map(({ line }) => line.id)).toEqual(['d']);
  });

  it('the last share is the whole, whatever fractions of cents add up to', () => {
    // In the file's order 0.1 + 0.2 + 0.3 is 0.6000000000000001, ranked it is 0.6.
    const all = positionsOf(
      [0.1, 0.2, 0.3].map((gain, at) => [
        { id: `l${at}`, units: 1, terms: { kind: 'dollars', amount: 0 } },
        gain,
      ]),
    );
    expect(contractImpact(all, 'line', () => '').rows.map(({ cumulative }) => cumulative)).toEqual([
      0.5,
      0.5 / 0.6,
      1,
    ]);
  });

  it('adds lines up by code and by payer', () => {
    const byCode = contractImpact(positions, 'code', ({ line }) => line.code);
    expect(byCode.rows.map(({ id, units, gain }) => [id, units, gain])).toEqual([
      ['97110', 150, 100_000],
      ['97140', 10, 20_000],
    ]);
    const byPayer = contractImpact(positions, 'payer', ({ line }) => line.payer);
    expect(byPayer.rows.map(({ id, gain, cumulative }) => [id, gain, cumulative])).toEqual([
      ['Aetna', 120_000, 1],
      ['Cigna', 0, 1],
    ]);
  });

  it('has nothing to rank where nothing is gained', () => {
    const above = positionsOf([[{ units: 1, terms: { kind: 'dollars', amount: 5000 } }, 4000]]);
    expect(contractImpact(above, 'line', () => '').rowsForMost).toBe(0);
  });

  it('gains the same whichever way lines are grouped, and its shares end at the whole', () => {
    const line = fc.tuple(
      fc.constantFrom('97110', '97140', '97112'),
      fc.constantFrom('Aetna', 'Cigna'),
      fc.nat(500),
      fc.integer({ min: 1, max: 9000 }),
      fc.integer({ min: 1, max: 9000 }),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const all = positionsOf(
          lines.map(([code, payer, units, amount, target], index) => [
            { id: String(index), code, payer, units, terms: { kind: 'dollars', amount } },
            target,
          ]),
        );
        const impacts = (['line', 'code', 'payer'] as const).map((by) => contractImpact(all, by, () => ''));
        const gain = lines.reduce(
          (sum, [, , units, own, target]) => sum + units * Math.max(0, target - own),
          0,
        );
        for (const { total, rows } of impacts) {
          expect(total.gain).toBe(gain);
          expect(rows.at(-1)?.cumulative).toBe(gain === 0 ? 0 : 1);
          expect(rows.every((row, at) => row.gain <= (rows[at - 1]?.gain ?? Infinity))).toBe(true);
        }
      }),
    );
  });
});

describe('price and volume', () => {
  const dollars = (code: string, year: number, units: number, amount: number, payer = 'Aetna') =>
    contractLine({ code, year, units, payer, terms: { kind: 'dollars', amount: amount * 100 } });

  it('splits a change into volume, mix, rate and codes of one year', () => {
    const found = priceVolume(
      [
        dollars('97110', 2024, 100, 30),
        dollars('97140', 2024, 100, 20),
        dollars('97014', 2024, 10, 10),
        dollars('97110', 2025, 90, 33),
        dollars('97140', 2025, 150, 20),
        dollars('97530', 2025, 5, 40),
      ],
      [2024, 2025],
    );
    if (!found) throw new Error('no years');
    // Before: 3,000 + 2,000 + 100 = 5,100. After: 2,970 + 3,000 + 200 = 6,170.
    expect([found.from, found.to, found.total.before, found.total.after]).toEqual([
      2024, 2025, 510_000, 617_000,
    ]);
    // Both years: Q 200 → 240, R₀ 5,000. Volume (240 ÷ 200 − 1) × 5,000 = 1,000. At old rates 90 × 30 + 150 × 20 =
    // 5,700; mix 5,700 − 6,000 = −300; rate 5,970 − 5,700 = 270; one year 200 − 100 = 100. Sum 1,070.
    const { volume, mix, rate, oneYear, change } = found.total;
    expect([volume, mix, rate, oneYear].map(Math.round)).toEqual([100_000, -30_000, 27_000, 10_000]);
    expect(change).toBe(107_000);
  });

  it('is told payer by payer, and a service with a modifier is another one', () => {
    const found = priceVolume(
      [
        dollars('97110', 2024, 100, 30),
        { ...dollars('97110', 2024, 10, 20), modifier: 'CQ|GP' },
        dollars('97110', 2024, 50, 40, 'Cigna'),
        dollars('97110', 2025, 100, 33),
        dollars('97110', 2025, 20, 33),
        { ...dollars('97110', 2025, 10, 25), modifier: 'CQ|GP' },
        // Neither a year, nor a volume, nor dollars: no part of it.
        dollars('97110', 0, 7, 99),
        { ...dollars('97110', 2025, 7, 99), units: null },
        contractLine({ year: 2025, units: 7, terms: { kind: 'medicare-share', share: 1 } }),
      ],
      [2024, 2025],
    );
    expect(found?.payers.map(({ label, lines }) => [label, lines])).toEqual([
      [
        'Aetna',
        [
          {
            payer: 'Aetna',
            code: '97110',
            before: { units: 100, revenue: 300_000 },
            after: { units: 120, revenue: 396_000 },
          },
          {
            payer: 'Aetna',
            code: '97110-CQ-GP',
            before: { units: 10, revenue: 20_000 },
            after: { units: 10, revenue: 25_000 },
          },
        ],
      ],
      ['Cigna', [{ payer: 'Cigna', code: '97110', before: { units: 50, revenue: 200_000 }, after: null }]],
    ]);
    // Cigna's 2,000 went: no volume and no rate can be told of it.
    expect(found?.payers[1]).toMatchObject({
      volume: 0,
      mix: 0,
      rate: 0,
      oneYear: -200_000,
      change: -200_000,
    });
    expect(found?.total.label).toBe('All payers');
  });

  it('a year of no units has no rate to go on from', () => {
    const found = priceVolume([dollars('97110', 2024, 0, 30), dollars('97110', 2025, 10, 30)], [2024, 2025]);
    expect(found?.total).toMatchObject({ volume: 0, mix: 0, rate: 0, oneYear: 30_000, change: 30_000 });
  });

  it('the oldest year with volumes against the newest in force: none where that is the same', () => {
    const soon = contractLine({ ...dollars('97110', 2026, 3, 33), standing: 'other-year' });
    expect(fullYears([dollars('97110', 2025, 1, 30), soon])).toBeUndefined();
    expect(fullYears([soon])).toBeUndefined();
    expect(fullYears([])).toBeUndefined();
    expect(priceVolume([dollars('97110', 2025, 1, 30), soon], [2025, 2025])).toBeUndefined();
  });

  it('years are told oldest first, those with a volume and a rate in dollars', () => {
    const lines = [
      dollars('97110', 2026, 1, 30),
      dollars('97110', 2024, 1, 30),
      { ...dollars('97110', 2025, 1, 30), units: null },
      contractLine({ year: 2023, units: 1, terms: { kind: 'medicare-share', share: 1 } }),
      dollars('97110', 2024, 5, 30),
    ];
    expect(volumeYears(lines)).toEqual([2024, 2026]);
  });

  it('needs two years', () => {
    expect(priceVolume([dollars('97110', 2025, 1, 30)])).toBeUndefined();
    expect(priceVolume([])).toBeUndefined();
  });

  it('compares the oldest year with the newest in force, or any two that are asked for', () => {
    const lines = [
      contractLine({ ...dollars('97110', 2023, 100, 29), standing: 'other-year' }),
      contractLine({ ...dollars('97110', 2024, 100, 30), standing: 'other-year' }),
      dollars('97110', 2025, 120, 33),
      contractLine({ ...dollars('97110', 2026, 3, 33), standing: 'other-year' }),
    ];
    expect(volumeYears(lines)).toEqual([2023, 2024, 2025, 2026]);
    expect(fullYears(lines)).toEqual([2023, 2025]);
    // 2023 to 2024: 100 × (30 − 29), all of it rates.
    const asked = priceVolume(lines, [2023, 2024])?.total;
    expect([asked?.volume, asked?.mix, asked?.rate, asked?.change]).toEqual([0, 0, 10_000, 10_000]);
    expect(priceVolume(lines, [2024, 2023])).toBeUndefined();
    expect(priceVolume(lines, [2022, 2024])).toBeUndefined();
  });

  it('takes no date for the year of units where rates of several years are in force', () => {
    const older = contractLine({ ...dollars('97110', 2024, 100, 29), standing: 'other-year' });
    expect(fullYears([older, dollars('97110', 2025, 100, 30)])).toEqual([2024, 2025]);
    // Agreed in 2024 and still paid: its revenue did not go away in 2025.
    const lines = [older, dollars('97110', 2025, 100, 30), dollars('97140', 2024, 100, 25)];
    expect(fullYears(lines)).toBeUndefined();
    expect(priceVolume(lines)).toBeUndefined();
  });

  it('adds up to the change, for payers and in total', () => {
    const line = fc.record({
      code: fc.constantFrom('97110', '97140', '97112'),
      payer: fc.constantFrom('Aetna', 'Cigna'),
      year: fc.constantFrom(2024, 2025),
      units: fc.nat(300),
      amount: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const found = priceVolume(
          lines.map(({ code, year, units, amount, payer }) => dollars(code, year, units, amount, payer)),
        );
        for (const part of found ? [...found.payers, found.total] : []) {
          expect(part.volume + part.mix + part.rate + part.oneYear).toBeCloseTo(part.change, 4);
        }
        const changes = found?.payers.reduce((sum, { change }) => sum + change, 0) ?? 0;
        expect(changes).toBe(found?.total.change ?? 0);
      }),
    );
  });
});
