import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present, valueOf } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import { contractMarket } from '../../src/domain/contractMarket.ts';
import { contractPositions, type LinePosition } from '../../src/domain/contractPosition.ts';
import { policy } from '../../src/domain/policy.ts';
import { pagePoints, type TalkingPoint, talkingPoints } from '../../src/domain/talkingPoints.ts';
import { type WeakSpotFacts, weakSpots } from '../../src/domain/weakSpots.ts';
import { talkingClaim, talkingEvidence, weakSpotText } from '../../src/text/talkingText.ts';
import { rateTable } from '../support/builders.ts';
import { contractLine, medianTarget, positionsOf } from '../support/contracts.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const dollars = (amount: number): ContractLine['terms'] => ({ kind: 'dollars', amount });

/** Aetna's votes in North Carolina: 40 44 48 52 56, in files of 2020 and 2026. BCBS has none. */
const tables = new Map([
  [
    '97760',
    rateTable(
      '97760',
      [40, 44, 48, 52, 56].map((rate, index) => ({
        rate,
        provider: `Hospital ${index}`,
        place: 'NC',
        date: index === 0 ? '2020-05-01' : '2026-01-01',
        methodology: index === 0 ? 'fee schedule' : 'other',
      })),
    ),
  ],
]);

function positionsIn(specs: readonly Partial<ContractLine>[]): readonly LinePosition[] {
  return contractPositions({
    lines: specs.map((spec, index) => contractLine({ id: `l${index}`, code: '97760', year: 2024, ...spec })),
    market: contractMarket({ tables, place: 'NC', site: 'all', pool: 'payer', schedule }),
    schedule,
    desk: { place: 'NC', locality: null },
    medicareYear: null,
    target: medianTarget,
  });
}

const facts = {
  target: medianTarget,
  release: 'release 2026-11-22.test',
  locality: 'mean over the localities of North Carolina',
  isWeighted: true,
};
const spotFacts: WeakSpotFacts = {
  target: medianTarget,
  marketPlace: 'NC',
  pool: 'payer',
  hasLocality: false,
  isClaims: false,
};

function find(points: readonly TalkingPoint[], rule: string, payer?: string): TalkingPoint {
  const found = points.find(
    (point) => point.said.rule === rule && (payer === undefined || point.payer === payer),
  );
  if (!found) throw new Error(`no point ${rule}`);
  return found;
}

/** 97760 in North Carolina in 2024 is $45.22 (field guide, document D). */
const positions = positionsIn([
  { payer: 'Aetna PPO', units: 100, terms: dollars(4200), charge: 9000 },
  { payer: 'Aetna HMO', units: 50, terms: dollars(5300), charge: 5000 },
  { payer: 'BCBS', market: 'bcbs', units: 10, terms: dollars(4800) },
]);
const points = talkingPoints(positions, 'NC');

describe('points', () => {
  it('are found by rule, with the dollars at stake', () => {
    expect(points.map(({ id, side, stake }) => [id, side, valueOf(stake)])).toEqual([
      // 42 against the others’ mean by volume, (50 × 53 + 10 × 48) ÷ 60 = 52.1667: 100 × 10.1667.
      ['below-own-others Aetna PPO', 'ask', expect.closeTo(101_666.67, 1)],
      // 42 is below the median 48: 100 × 6.
      ['line-below-median l0', 'ask', 60_000],
      // BCBS has no market: 10 × 48 of the revenue.
      ['no-benchmark ', 'expect', 48_000],
      // 100 × (45.22 − 42).
      ['below-medicare Aetna PPO', 'ask', 32_200],
      // 53 is above P75 52: 50 × (53 − 48).
      ['above-p75 ', 'expect', 25_000],
      // 48 against (100 × 42 + 50 × 53) ÷ 150 = 45.67 is not below. 42 is below P25 44: 100 × 2.
      ['below-p25 Aetna PPO', 'ask', 20_000],
      // 53 above a charge of 50: 50 × 3.
      ['above-charge ', 'expect', 15_000],
    ]);
  });

  it('count the lines above charge and P75 among those that have one', () => {
    // A charge stands beside two of three lines, a market beside two: in both one is above.
    expect(find(points, 'above-charge').said).toEqual({ rule: 'above-charge', lines: 1, of: 2 });
    expect(find(points, 'above-p75').said).toEqual({ rule: 'above-p75', lines: 1, of: 2 });
  });

  it('say Medicare’s share and what is below it', () => {
    const point = find(points, 'below-medicare', 'Aetna PPO');
    // 42 ÷ 45.22 = 92.9%; 100 × 3.22 = 322.
    expect(talkingClaim(point, facts)).toBe(
      'Aetna PPO pays 92.9% of Medicare over 1 line; it is below Medicare. That line at Medicare would bring $322.00 over the period of the file.',
    );
    expect(talkingEvidence(point, facts)).toBe(
      'Σ units × rate ÷ Σ units × Medicare; Medicare 2024, mean over the localities of North Carolina. Below: 97760 92.9%. Source: CMS physician fee schedule, release 2026-11-22.test.',
    );
    expect(weakSpots(point, spotFacts).map(weakSpotText)).toEqual([
      'Medicare is the mean over the state’s localities; yours may differ.',
    ]);
    expect(weakSpots(point, { ...spotFacts, hasLocality: true, isClaims: true }).map(weakSpotText)).toEqual([
      'Your rates are averages of what was allowed on claims, not rates as agreed.',
    ]);
  });

  it('say which lines the share is of, where only some have a volume', () => {
    const some = talkingPoints(
      positionsIn([
        { units: 10, terms: dollars(6000) },
        { payer: 'Aetna PPO', units: null, terms: dollars(1000), code: '97110' },
        { payer: 'Aetna PPO', units: null, terms: dollars(1100), code: '97140' },
      ]),
      'NC',
    );
    const point = find(some, 'below-medicare');
    // 60 ÷ 45.22; of the two below it nobody knows the volume.
    expect(talkingClaim(point, facts)).toBe(
      'Aetna PPO pays 132.7% of Medicare over 1 line with a volume; 2 of 3 lines are below Medicare.',
    );
  });

  it('say plainly that there is no market where a target of Medicare needs none', () => {
    const [position] = positionsIn([{ code: '97112', payer: 'BCBS', market: 'bcbs' }]);
    if (!position) throw new Error('no line');
    const point = { ...find(points, 'below-p25'), positions: [position] };
    expect(talkingEvidence(point, facts)).toMatch(/; no published rates to compare with; release/);
  });

  it('say where a line stands in its market, and every weak spot of that market', () => {
    const point = find(points, 'line-below-median');
    // 42 lies halfway from 40 to 44 of five votes: 0.5 ÷ 4 = 12.5%.
    expect(talkingClaim(point, facts)).toBe(
      '97760, Aetna PPO: $42.00 against a market median of $48.00, percentile rank 12.5%, 92.9% of Medicare. The median would bring $600.00 over the period of the file.',
    );
    expect(talkingEvidence(point, facts)).toBe(
      'P25 $44.00, P75 $52.00; n 5 votes, grade low, newest files of 2020 to 2026; release 2026-11-22.test.',
    );
    // One of five rates is a fee schedule's; 2020 and 2026 are 6 years apart; each provider has a fifth of the votes.
    expect(weakSpots(point, { ...spotFacts, marketPlace: null, pool: 'buca' }).map(weakSpotText)).toEqual([
      'Hospitals: 5 of 5 votes are hospitals’ own rates, as a rule above a practice’s.',
      'Few votes: 5 behind 97760, Aetna PPO.',
      'Vintage: files 6 years apart.',
      'Methodology: 20.0% of the rates state a dollar methodology.',
      'The market pools the states with files; it is not yours alone.',
      'The market pools BUCA; it is not this payer’s own.',
    ]);
  });

  it('call a market thin below the votes of a good grade, not at them', () => {
    const thin = (n: number) => {
      const votes = Array.from({ length: n }, (_, at) => ({
        rate: 40 + at,
        provider: `H${at}`,
        place: 'NC',
      }));
      const market = contractMarket({
        tables: new Map([['97760', rateTable('97760', votes)]]),
        place: 'NC',
        site: 'all',
        pool: 'payer',
        schedule,
      });
      const found = positions.slice(0, 1).map((position) => ({
        ...position,
        market: valueOf(market({ code: '97760', market: 'aetna', planLine: 'Commercial' })),
      }));
      const [point] = talkingPoints(found, 'NC').filter(({ said }) => said.rule === 'line-below-median');
      return point && weakSpots(point, spotFacts).some(({ kind }) => kind === 'few-votes');
    };
    expect([policy.goodFrom.value - 1, policy.goodFrom.value].map(thin)).toEqual([true, false]);
  });

  it('hold a payer against others of its own plan line, and ask nothing of what a program sets for all', () => {
    const line = (payer: string, planLine: ContractLine['planLine'], amount: number) => ({
      payer,
      planLine,
      market: 'other' as const,
      units: 100,
      terms: dollars(amount),
    });
    const found = talkingPoints(
      positionsIn([
        line('Plan A', 'Commercial', 4000),
        line('Plan B', 'Commercial', 5000),
        line('Plan C', 'Medicare Advantage', 2000),
        line('State', 'Medicaid / CHIP', 1500),
        line('Medicare', 'Medicare (traditional)', 2500),
      ]),
      'NC',
    );
    const beside = found.filter(({ said }) => said.rule === 'below-own-others');
    // 40 ÷ 50; $10 × 100 units. Plan C has no other payer of its line.
    expect(beside.map(({ payer, stake }) => [payer, stake])).toEqual([['Plan A', present(100_000)]]);
    const asked = found.filter(({ side }) => side === 'ask').flatMap((point) => point.positions);
    expect(new Set(asked.map(({ line: { payer } }) => payer))).toEqual(new Set(['Plan A', 'Plan C']));
  });

  it('hold a payer against the practice’s other payers, without a market', () => {
    const point = find(points, 'below-own-others');
    // 42 ÷ 52.1667 = 80.5%.
    expect(talkingClaim(point, facts)).toBe(
      'Aetna PPO pays 80.5% of what your other payers pay for the same codes; less for 1 of 1 line. That line at the others’ average would bring $1,016.67 over the period of the file.',
    );
    expect(weakSpots(point, spotFacts).map(weakSpotText)).toEqual([
      'It rests on your other contracts, whose rates may be confidential: say the share, not the rates.',
    ]);
  });

  it('say what the other side can say', () => {
    // 53 ≥ P75 52: 50 × (53 − 48) = 250. 53 is above the charge 50: 50 × 3 = 150.
    expect(talkingClaim(find(points, 'above-p75'), facts)).toBe(
      '1 of 2 lines with a market is at the market’s P75 or above. The payer can point at it: $250.00 above the medians over the period of the file.',
    );
    expect(talkingClaim(find(points, 'above-charge'), facts)).toContain(
      '1 of 2 rates with a charge is above your own charge. Where the contract pays the lesser of the two, the charge is what is paid: $150.00 less',
    );
    // 480 of 4,200 + 2,650 + 480 = 7,330.
    expect(talkingClaim(find(points, 'no-benchmark'), facts)).toBe(
      '1 of 3 lines has no market to be held against, 6.5% of the revenue in the file.',
    );
    expect(talkingEvidence(find(points, 'no-benchmark'), facts)).toContain('Codes: 97760;');
  });

  it('need no volumes, and then say no dollars', () => {
    const plain = talkingPoints(
      positionsIn([{ terms: dollars(4200) }, { terms: dollars(5300), payer: 'B' }]),
      'NC',
    );
    expect(plain.every(({ stake }) => stake.kind === 'absent')).toBe(true);
    const point = find(plain, 'below-p25');
    expect(talkingClaim(point, facts)).toBe(
      '1 of 1 line of Aetna PPO with a market is below the market’s P25.',
    );
    expect(weakSpots(point, spotFacts).at(-1)).toEqual({ kind: 'no-volume', lines: 1 });
  });

  it('leave lines with a modifier or of another state out, except to count them', () => {
    const other = talkingPoints(positionsIn([{ modifier: 'CQ', units: 5, terms: dollars(100) }]), 'NC');
    expect(other.map(({ said }) => said.rule)).toEqual(['no-benchmark']);
  });

  it('leave a line without an amount of its own out of what is compared', () => {
    // A share of an amount Medicare does not have: 97545 in North Carolina.
    const share = {
      terms: { kind: 'medicare-share', share: 1 },
      code: '97545',
      charge: 1,
      units: 5,
    } as const;
    const found = talkingPoints(
      positionsIn([
        { payer: 'Aetna PPO', units: 100, terms: dollars(4200), charge: 4100 },
        { payer: 'BCBS', market: 'bcbs', units: 10, terms: dollars(4800), charge: 4900 },
        { payer: 'Aetna PPO', ...share },
        { payer: 'BCBS', ...share },
      ]),
      'NC',
    );
    expect(found.map(({ id, said }) => [id, 'of' in said && said.of])).toEqual([
      // 100 × (48 − 42); BCBS has no market. Revenue without one is 10 × 48.
      ['below-own-others Aetna PPO', 1],
      ['line-below-median l0', false],
      ['no-benchmark ', 4],
      ['below-medicare Aetna PPO', 1],
      ['below-p25 Aetna PPO', 1],
      ['above-charge ', 2],
    ]);
    // 480 of 4,200 + 480.
    expect(find(found, 'no-benchmark').said).toMatchObject({ lines: 3, share: present(48_000 / 468_000) });
    expect(find(found, 'below-own-others').said).toMatchObject({ index: 42 / 48 });
  });

  it('say what is at P75 itself, and nothing of a rate between the quartiles', () => {
    const at = (amount: number) =>
      talkingPoints(positionsIn([{ units: 1, terms: dollars(amount) }]), 'NC').map(({ said }) => said.rule);
    // P25 44, median 48, P75 52; Medicare of 2024 is 45.22.
    expect(at(5200)).toEqual(['above-p75']);
    expect(at(5199)).toEqual([]);
    expect(at(4800)).toEqual([]);
    expect(at(4799)).toEqual(['line-below-median']);
    expect(at(4522)).toEqual(['line-below-median']);
    expect(at(4400)).toEqual(['line-below-median', 'below-medicare']);
  });

  it('warn of Medicare of another year', () => {
    const [old] = talkingPoints(positionsIn([{ year: 2010, units: 1, terms: dollars(100) }]), 'NC').filter(
      ({ said }) => said.rule === 'below-medicare',
    );
    expect(old && weakSpots(old, spotFacts).map(weakSpotText)).toContain(
      'Medicare is of 2026: 1 line states another year or none.',
    );
  });
});

describe('most of the gain', () => {
  const many = (gains: readonly number[]) =>
    talkingPoints(
      positionsOf(
        gains.map((gain, index) => [
          { id: `m${index}`, payer: `P${index}`, units: 1, terms: dollars(1000) },
          1000 + gain,
        ]),
      ),
      'TX',
    );

  it('is said where few lines carry it', () => {
    // 900 + 50 + 30 + 20 = 1,000: the first alone has 90%.
    const point = find(many([900, 50, 30, 20]), 'most-of-the-gain');
    expect(talkingClaim(point, facts)).toBe(
      '1 line of the 4 with a gain at the market’s median carries 90.0% of it. It would bring $9.00 over the period of the file.',
    );
  });

  it('is not said where it takes more than half of them', () => {
    expect(many([100, 100, 100]).some(({ said }) => said.rule === 'most-of-the-gain')).toBe(false);
  });
});

it('a page takes the largest of each rule before the next of any', () => {
  const stake = (rule: string, payer: string, cents: number): TalkingPoint => ({
    ...find(points, 'below-p25'),
    id: `${rule} ${payer}`,
    side: rule === 'above-p75' ? 'expect' : 'ask',
    said: { rule: rule as 'below-p25', lines: 1, of: 1 },
    stake: present(cents),
  });
  const all = [
    ...[9, 8, 7, 6, 5, 4, 3].map((cents) => stake('below-p25', String(cents), cents)),
    stake('below-medicare', 'x', 2),
    stake('above-p75', 'y', 1),
  ];
  expect(pagePoints(all).map(({ id }) => id)).toEqual([
    'below-p25 9',
    'below-p25 8',
    'below-p25 7',
    'below-p25 6',
    'below-p25 5',
    'below-medicare x',
    'above-p75 y',
  ]);
});

it('ranks by dollars, and each point’s dollars are those of its lines', () => {
  const spec = fc.record({
    payer: fc.constantFrom('Aetna PPO', 'Aetna HMO', 'Third'),
    units: fc.option(fc.nat(500), { nil: null }),
    amount: fc.integer({ min: 1, max: 12_000 }),
    charge: fc.option(fc.integer({ min: 1, max: 12_000 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(spec, { maxLength: 8 }), (specs) => {
      const found = talkingPoints(
        positionsIn(
          specs.map(({ payer, units, amount, charge }) => ({ payer, units, charge, terms: dollars(amount) })),
        ),
        'NC',
      );
      const stakes = found.map(({ stake }) => valueOf(stake) ?? -1);
      expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      for (const { positions: lines, amounts, stake } of found) {
        const sum = lines.reduce(
          (total, { line, own }, index) =>
            total + (line.units ?? 0) * Math.abs((amounts[index] ?? 0) - (valueOf(own) ?? 0)),
          0,
        );
        if (stake.kind === 'value') expect(stake.value).toBeCloseTo(sum, 6);
      }
      for (const point of found) expect(talkingClaim(point, facts)).not.toMatch(/NaN|undefined|Infinity/);
      for (const point of found) expect(talkingEvidence(point, facts)).not.toMatch(/NaN|undefined|Infinity/);
    }),
  );
});
