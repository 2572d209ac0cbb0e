import { describe, expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import type { ContractLine } from '../../src/domain/contract.ts';
import type { MedicareArea } from '../../src/domain/medicareArea.ts';
import type { PlaceCode } from '../../src/domain/place.ts';
import { type DigestFigures, digestKey, type ReleaseDigest } from '../../src/domain/releaseDigest.ts';
import {
  contractRates,
  isPlainLine,
  marketRates,
  ownRates,
  type PayerRates,
} from '../../src/domain/visitRates.ts';
import { rateTable } from '../support/builders.ts';
import { contractLine } from '../support/contracts.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

/** Who pays what, as lists, so that their order shows. */
function written(rates: readonly PayerRates[]) {
  return rates.map(({ id, name, rates: of }) => [id, name, [...of]]);
}

describe('the market’s medians', () => {
  const few = absent('too-few', 'fewer than 5 providers (3)');
  const figures = (median: DigestFigures['median'], n: number): DigestFigures => ({
    n,
    mean: present(1),
    p25: present(2),
    median,
    p75: present(3),
  });
  const digest: ReleaseDigest = {
    id: '',
    date: '',
    counts: { codes: 0, rates: 0, providers: 0, sources: 0 },
    scope: '',
    medicareYear: 2026,
    medicare: new Map(),
    figures: new Map([
      [
        digestKey('97110', 'TX'),
        new Map([
          ['humana', figures(present(3000), 9)],
          ['buca', figures(present(4000), 20)],
          ['aetna', figures(few, 3)],
        ]),
      ],
      [digestKey('97140', 'TX'), new Map([['humana', figures(present(3500), 8)]])],
      [digestKey('97110', null), new Map([['cigna', figures(present(9000), 7)]])],
    ]),
  };

  test('BUCA first, then payers in table order, each with the codes it has a figure of', () => {
    expect(written(marketRates(digest, ['97110', '97140', '97530'], 'TX'))).toEqual([
      ['buca', 'BUCA', [['97110', { rate: present(4000), n: 20 }]]],
      ['aetna', 'Aetna', [['97110', { rate: few, n: 3 }]]],
      [
        'humana',
        'Humana',
        [
          ['97110', { rate: present(3000), n: 9 }],
          ['97140', { rate: present(3500), n: 8 }],
        ],
      ],
    ]);
  });

  test('of the nation, and of a place that has none', () => {
    expect(written(marketRates(digest, ['97110'], null))).toEqual([
      ['cigna', 'Cigna', [['97110', { rate: present(9000), n: 7 }]]],
    ]);
    expect(marketRates(digest, ['97110'], 'AK')).toEqual([]);
  });
});

describe('own rates', () => {
  test('the median of the lines without a modifier: of 30, 40 and 90 it is 40', () => {
    const tables = new Map([
      [
        '97110',
        rateTable('97110', [
          { rate: 90, payer: 'cigna', plan: 'A' },
          { rate: 30, payer: 'cigna', plan: 'B' },
          { rate: 1, payer: 'cigna', modifier: 'CQ' },
          { rate: 40, payer: 'cigna', plan: 'C' },
          { rate: 2, payer: 'humana', modifier: 'CQ' },
        ]),
      ],
      ['97140', rateTable('97140', [{ rate: 50, payer: 'aetna' }])],
    ]);
    expect(written(ownRates(tables, ['97110', '97140', '97530']))).toEqual([
      ['aetna', 'Aetna', [['97140', { rate: present(5000), n: 1 }]]],
      ['cigna', 'Cigna', [['97110', { rate: present(4000), n: 3 }]]],
    ]);
  });

  test('only of the codes asked for', () => {
    const tables = new Map([['97110', rateTable('97110', [{ rate: 30 }])]]);
    expect(ownRates(tables, ['97140'])).toEqual([]);
  });
});

describe('a contract’s rates', () => {
  const schedule = plainSchedule({ dollars: { TX: [20, 30], AK: [40] }, years: [2025, 2026] });
  const texas: MedicareArea = { place: 'TX', locality: null };
  const dollars = (amount: number, spec: Partial<ContractLine> = {}) =>
    contractLine({ terms: { kind: 'dollars', amount: amount * 100 }, ...spec });
  const aetna = (lines: readonly ContractLine[], code = '97110') =>
    contractRates(lines, [code], schedule, texas, 2026)[0]?.rates.get(code);

  test('the mean by units where each line states them: (30 × 30 + 10 × 50) ÷ 40 = 35', () => {
    const lines = [dollars(30, { units: 30 }), dollars(50, { units: 10 })];
    expect(aetna(lines)).toEqual({ rate: present(3500), n: 2 });
  });

  test('the median where one states none, or all state 0: of 30, 31 and 50 it is 31', () => {
    const of = (units: number | null) => [
      dollars(50, { units: 0 }),
      dollars(30, { units }),
      dollars(31, { units: 0 }),
    ];
    expect(aetna(of(null))).toEqual({ rate: present(3100), n: 3 });
    expect(aetna(of(0))).toEqual({ rate: present(3100), n: 3 });
    // As soon as one has units the others weigh nothing.
    expect(aetna(of(5))).toEqual({ rate: present(3000), n: 3 });
  });

  test('a share of Medicare: 120% of the mean over the localities, 25, is 30', () => {
    const share = contractLine({ terms: { kind: 'medicare-share', share: 1.2 } });
    expect(aetna([share])).toEqual({ rate: present(3000), n: 1 });
    // A code Medicare does not price has no rate by a share, for Medicare's reason, and keeps its dollars.
    expect(aetna([{ ...share, code: '97010' }], '97010')).toEqual({
      rate: expect.objectContaining({ kind: 'absent', reason: 'not-priced' }),
      n: 1,
    });
    expect(aetna([{ ...share, code: '97010' }, dollars(7, { code: '97010' })], '97010')).toEqual({
      rate: present(700),
      n: 1,
    });
  });

  test('payers and codes apart', () => {
    const lines = [
      dollars(30),
      dollars(40, { market: 'cigna' }),
      dollars(50, { code: '97140' }),
      dollars(60, { code: '97530' }),
    ];
    expect(written(contractRates(lines, ['97110', '97140'], schedule, texas, 2026))).toEqual([
      [
        'aetna',
        'Aetna',
        [
          ['97110', { rate: present(3000), n: 1 }],
          ['97140', { rate: present(5000), n: 1 }],
        ],
      ],
      ['cigna', 'Cigna', [['97110', { rate: present(4000), n: 1 }]]],
    ]);
  });

  test('lines that price a part of a service, are over, or another state’s are left out', () => {
    const lines = [
      dollars(30),
      dollars(1, { modifier: 'CQ' }),
      dollars(2, { standing: 'replaced' }),
      dollars(3, { place: 'AK' }),
    ];
    expect(aetna(lines)).toEqual({ rate: present(3000), n: 1 });
  });

  test('a line counts in its own state, everywhere where it names none, and where no state is asked for', () => {
    const isPlain = (place: PlaceCode, asked: PlaceCode | null) =>
      isPlainLine(dollars(30, { place }), { place: asked, locality: null });
    expect([isPlain('TX', 'TX'), isPlain('', 'TX'), isPlain('AK', null), isPlain('AK', 'TX')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
