import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import { contractCodes } from '../../src/domain/contractCodes.ts';
import type { VisitBoard, VisitPayer } from '../../src/domain/visitBoard.ts';
import { visitBoard } from '../../src/domain/visitBoard.ts';
import { visitImpact } from '../../src/domain/visitImpact.ts';
import { visitMix } from '../../src/domain/visitMix.ts';
import { contractRates } from '../../src/domain/visitRates.ts';
import { workingCsv } from '../../src/export/workingCsv.ts';
import { visitImpactFigure } from '../../src/figures/visitImpactFigure.ts';
import { visitImpactWorking } from '../../src/figures/visitImpactWorking.ts';
import { isWorking } from '../../src/figures/working.ts';
import { contractLine } from '../support/contracts.ts';
import { shippedSchedule } from '../support/releaseData.ts';
import { openSheet } from '../support/spreadsheet.ts';

const schedule = shippedSchedule();
const alaska = { place: 'AK', locality: null };
const terms = { rule: 'eight-minute', reduction: 'none', assistantShare: 1, cap: null } as const;

/** One kind of visit: two units of 97110 and one of 97140, 100 times a year. */
function board(rates: Readonly<Record<string, readonly [number, number]>>): VisitBoard {
  const payers = Object.entries(rates).map(
    ([id, [exercise, manual]]): VisitPayer => ({
      id,
      name: id,
      terms,
      rates: new Map([
        ['97110', { rate: present(exercise), n: 1 }],
        ['97140', { rate: present(manual), n: 1 }],
      ]),
    }),
  );
  const services = [
    { code: '97110', minutes: 30 },
    { code: '97140', minutes: 15 },
  ];
  const visits = [{ id: 'v', name: 'V', services, assistant: false, perYear: 100 }];
  return visitBoard({ visits, payers, schedule, area: alaska, medicareYear: 2025 });
}

const own = board({ aetna: [5000, 6000], cigna: [4000, 5000], humana: [4500, 4500] });
const market = board({ aetna: [6000, 7000], cigna: [3500, 5000] });
const mix = new Map([
  ['aetna', 60],
  ['cigna', 30],
  ['humana', 10],
]);

describe('own visits beside the market’s and Medicare’s, Alaska 2025', () => {
  const impact = visitImpact(own, market, mix);
  const cells = (id: string) => impact.rows.find((row) => row.id === id);

  it('payer by payer: 160 against 190, 60 visits: +1,800; 130 against 120, 30 visits: −300', () => {
    expect([cells('aetna')?.own, cells('aetna')?.market].map((cell) => cell && valueOf(cell))).toEqual([
      16000, 19000,
    ]);
    expect(valueOf(cells('aetna')?.year ?? present(0))).toBe(180_000);
    expect(valueOf(cells('cigna')?.year ?? present(0))).toBe(-30_000);
    // Medicare allows 37.06 + 29.54 + 28.05 = 94.65.
    expect(valueOf(cells('aetna')?.ofMedicare ?? present(0))).toBeCloseTo(16000 / 9465, 12);
    expect(cells('humana')?.market.kind).toBe('absent');
  });
  it('in all: (60 × 160 + 30 × 130) ÷ 90 = 150, market 166.67, 1,500 a year; Humana is named as left out', () => {
    const { total } = impact;
    expect(total?.visits).toBe(90);
    expect(valueOf(total?.own ?? present(0))).toBeCloseTo(15000, 9);
    // (60 × 190 + 30 × 120) ÷ 90.
    expect(valueOf(total?.market ?? present(0))).toBeCloseTo(1_500_000 / 90, 9);
    expect(valueOf(total?.year ?? present(0))).toBe(150_000);
    expect(valueOf(total?.ofMedicare ?? present(0))).toBeCloseTo(15000 / 9465, 12);
    expect(impact.leftOut).toEqual(['humana']);
  });
  it('without volumes every payer is shown as if all visits were its own, and nothing is added up', () => {
    const unknown = visitImpact(own, market, null);
    expect(unknown.total).toBeNull();
    expect(valueOf(unknown.rows[0]?.year ?? present(0))).toBe(300_000);
  });
  it('the figure says it, and every number of it opens a working that its sheet computes', () => {
    const figure = visitImpactFigure({
      impact,
      where: 'Alaska',
      medicareYear: 2025,
      mixSource: 'as typed',
      ownRates: 'Your file',
      marketRates: 'Market',
      origin: 'release test',
    });
    expect(figure.summary).toBe(
      'Over 90 visits you are paid $150.00 a visit (158.5% of Medicare), the market $166.67. At the market’s payment the same visits would bring $1,500.00 more a year.',
    );
    expect(figure.notes).toContain('Not in the last row, because a payment is missing: humana.');
    const input = {
      impact,
      own: { board: own, rates: 'Your file' },
      market: { board: market, rates: 'Market' },
      where: 'Alaska',
      schedule,
      origin: 'release test',
      address: '',
    };
    let asked = 0;
    for (const row of figure.rows) {
      for (const { id, kind, label } of figure.columns) {
        const cell = row.cells[id];
        if (id === 'visits' || cell?.kind !== 'value') continue;
        const name = `${row.label}, ${label}`;
        const working = visitImpactWorking(input, row.id, id);
        if (!working) throw new Error(`no working for ${name}`);
        expect(Number(working.value), name).toBeCloseTo(Number(cell.value), 8);
        const inUnit = kind === 'ratio' ? Number(cell.value) : Number(cell.value) / 100;
        const sheet = openSheet(workingCsv(working));
        expect(Number(sheet.beside('Computed by this sheet')), name).toBeCloseTo(inUnit, 7);
        for (const { label: what, number, from } of working.operands) {
          const made = from?.();
          if (made && isWorking(made) && 'cents' in number) {
            expect(made.value, `${name}: ${what}`).toBe(number.cents);
          }
        }
        asked += 1;
      }
    }
    // Two whole rows and the total of 7 figures each; Humana has its own, Medicare and the share.
    expect(asked).toBe(3 * 7 + 3);
  });
});

it('a payer of shares of what Medicare does not price keeps its row and its visits, and is named as left out', () => {
  // 97010 is bundled: 120% of nothing known. 60 and 40 units share out 100 visits as 60 and 40.
  const lines = [
    contractLine({ code: '97010', units: 60, terms: { kind: 'dollars', amount: 500 } }),
    contractLine({
      code: '97010',
      units: 40,
      market: 'cigna',
      terms: { kind: 'medicare-share', share: 1.2 },
    }),
  ];
  const services = [{ code: '97010', units: 1 }];
  const visits = [{ id: 'v', name: 'V', services, assistant: false, perYear: 100 }];
  const payers = contractRates(lines, ['97010'], schedule, alaska, 2025).map((each) => ({ ...each, terms }));
  const shares = visitBoard({ visits, payers, schedule, area: alaska, medicareYear: 2025 });
  const impact = visitImpact(shares, shares, visitMix(lines, ['97010'], alaska, 100));
  expect(impact.rows.map(({ id, visits: of }) => [id, of])).toEqual([
    ['aetna', 60],
    ['cigna', 40],
  ]);
  expect(impact.rows[1]?.own).toEqual(
    absent('not-priced', '97010: Medicare bundles it into other services and pays nothing apart'),
  );
  expect(impact.leftOut).toContain('Cigna');
});

describe('what cannot be compared', () => {
  const services = [{ code: '97110', units: 1 }];
  const visits = [{ id: 'v', name: 'V', services, assistant: false, perYear: 100 }];
  const of = (id: string, rate: number | null, code = '97110'): VisitBoard =>
    visitBoard({
      visits: [{ ...visits[0], services: [{ code, units: 1 }] } as (typeof visits)[number]],
      payers: [
        { id, name: id, terms, rates: new Map(rate === null ? [] : [[code, { rate: present(rate), n: 1 }]]) },
      ],
      schedule,
      area: alaska,
      medicareYear: 2025,
    });

  it('has the reason of one’s own figure before the market’s', () => {
    const [row] = visitImpact(of('aetna', null), of('aetna', 4000), null).rows;
    expect(row?.own).toEqual(absent('refused', 'no rate for 97110'));
    expect([row?.ofMarket, row?.toMarket, row?.year, row?.ofMedicare]).toEqual(
      Array.from({ length: 4 }, () => row?.own),
    );
  });
  it('is absent where the market has no such payer, and Medicare’s share stays', () => {
    const [row] = visitImpact(of('aetna', 4000), of('cigna', 4000), null).rows;
    expect([row?.market, row?.ofMarket, row?.toMarket, row?.year]).toEqual(
      Array.from({ length: 4 }, () => absent('not-in-input')),
    );
    expect(row?.ofMedicare.kind).toBe('value');
  });
  it('says that the market is of commercial plans where the payer is another line', () => {
    const [row] = visitImpact(of('medicaid', 4000), of('cigna', 4000), null).rows;
    expect([row?.market, row?.toMarket]).toEqual(
      Array.from({ length: 2 }, () => absent('not-comparable', 'the market here is of commercial plans')),
    );
  });
  it('is no share of nothing', () => {
    const [row] = visitImpact(of('aetna', 4000), of('aetna', 0), null).rows;
    const nothing = absent('not-comparable', 'nothing is paid there');
    expect([row?.market, row?.ofMarket, row?.toMarket]).toEqual([present(0), nothing, nothing]);
  });
  it('a payer without visits is in no total, and none is told where none is whole', () => {
    const impact = visitImpact(of('aetna', 4000), of('aetna', 5000), new Map([['aetna', 0]]));
    expect([impact.rows[0]?.visits, impact.total, impact.leftOut]).toEqual([0, null, []]);
    const other = visitImpact(of('aetna', 4000), of('cigna', 5000), new Map([['aetna', 7]]));
    expect([other.total, other.leftOut]).toEqual([null, ['aetna']]);
    expect(visitImpact(of('aetna', 4000), of('aetna', 5000), new Map()).rows[0]?.visits).toBe(0);
    // Medicare does not price 97010: the gap to the market is there, the share of Medicare is not.
    const pack = visitImpact(of('aetna', 400, '97010'), of('aetna', 500, '97010'), new Map([['aetna', 7]]));
    expect([pack.rows[0]?.year, pack.rows[0]?.ofMedicare.kind, pack.leftOut]).toEqual([
      present(700),
      'absent',
      ['aetna'],
    ]);
  });
});

describe('visits by payer, from the contract’s units', () => {
  const line = (payer: 'aetna' | 'cigna' | 'bcbs', units: number | null, code = '97110') =>
    contractLine({ id: `${payer}${units}${code}`, market: payer, units, code });

  it('10 visits, 50 and 30 units: 6.25 and 3.75, so 6 and 4', () => {
    const lines = [line('aetna', 50), line('cigna', 30), line('bcbs', 999, '99213')];
    expect(visitMix(lines, ['97110'], alaska, 10)).toEqual(
      new Map([
        ['aetna', 6],
        ['cigna', 4],
      ]),
    );
  });
  it('the payer with more units has the visit that is left, where the remainders are alike', () => {
    // 3 visits, 2 and 2 and 2 units: one each. 4 visits, 1 and 3 units: 1 and 3. 2 visits, 5 and 15: 0.5 and 1.5.
    expect([
      ...(visitMix([line('aetna', 5), line('cigna', 15)], ['97110'], alaska, 2)?.values() ?? []),
    ]).toEqual([0, 2]);
    expect([
      ...(visitMix([line('aetna', 1), line('cigna', 3)], ['97110'], alaska, 4)?.values() ?? []),
    ]).toEqual([1, 3]);
  });
  it('lines of a payer are added up; those without units or of another service are not', () => {
    const lines = [
      line('aetna', 20),
      line('aetna', 20, '97140'),
      line('cigna', null),
      contractLine({ market: 'bcbs', units: 40, modifier: 'CQ' }),
      line('cigna', 40),
    ];
    expect([...(visitMix(lines, ['97110', '97140'], alaska, 8) ?? [])]).toEqual([
      ['aetna', 4],
      ['cigna', 4],
    ]);
    expect([...(visitMix([line('aetna', 5), line('cigna', null)], ['97110'], alaska, 8) ?? [])]).toEqual([
      ['aetna', 8],
    ]);
  });
  it('no units, no telling', () => {
    expect(visitMix([line('aetna', null)], ['97110'], alaska, 10)).toBeNull();
    expect(visitMix([line('aetna', 0)], ['97110'], alaska, 10)).toBeNull();
  });
  it('whole visits that add up, whatever the units', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 5000 })),
        fc.nat(100_000),
        ([a, b, c], visits) => {
          const found = visitMix(
            [line('aetna', a), line('cigna', b), line('bcbs', c)],
            ['97110'],
            alaska,
            visits,
          );
          const all = [...(found?.values() ?? [])];
          expect(all.reduce((sum, each) => sum + each, 0)).toBe(visits);
          expect(all.every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });
});

describe('the contract’s own rates for visits and terms', () => {
  const lines = [
    contractLine({ id: 'a', units: 300, charge: 8000, terms: { kind: 'dollars', amount: 3000 } }),
    contractLine({ id: 'b', units: 100, charge: 9000, terms: { kind: 'dollars', amount: 5000 } }),
    contractLine({ id: 'c', units: 50, modifier: 'CQ', terms: { kind: 'dollars', amount: 1 } }),
    contractLine({ id: 'd', units: 50, place: 'OR', terms: { kind: 'dollars', amount: 1 } }),
    contractLine({ id: 'e', market: 'cigna', payer: 'Cigna', terms: { kind: 'medicare-share', share: 1.2 } }),
    contractLine({ id: 'f', market: 'cigna', payer: 'Cigna', terms: { kind: 'dollars', amount: 4000 } }),
  ];
  it('weighed by units where all state them: (300 × 30 + 100 × 50) ÷ 400 = 35; else the median', () => {
    const rates = contractRates(lines, ['97110'], schedule, alaska, 2025);
    const of = (id: string) => rates.find((each) => each.id === id)?.rates.get('97110');
    expect(of('aetna')).toEqual({ rate: present(3500), n: 2 });
    // 1.2 × 37.06 = 44.472 and 40.00: their middle.
    expect(of('cigna')?.n).toBe(2);
    expect(valueOf(of('cigna')?.rate ?? present(0))).toBeCloseTo((4447.2 + 4000) / 2, 9);
  });
  it('by the median where one line states its units and another none', () => {
    const some = [
      contractLine({ id: 'a', units: 300, terms: { kind: 'dollars', amount: 3000 } }),
      contractLine({ id: 'b', units: null, terms: { kind: 'dollars', amount: 5000 } }),
    ];
    // (30 + 50) ÷ 2; by the units that are there it would be 30.
    expect(contractRates(some, ['97110'], schedule, alaska, 2025)[0]?.rates.get('97110')).toEqual({
      rate: present(4000),
      n: 2,
    });
  });
  it('codes with volumes for a list of terms: rate and charge by units', () => {
    // Charges: (300 × 80 + 100 × 90) ÷ 400 = 82.50.
    expect(contractCodes(lines, null, schedule, alaska, 2025)).toEqual([
      { code: '97110', units: 400, rate: 3500, charge: 8250 },
    ]);
    expect(contractCodes(lines, 'Cigna', schedule, alaska, 2025)).toEqual([]);
    expect(contractCodes(lines.slice(2, 4), null, schedule, alaska, 2025)).toEqual([]);
    expect(contractCodes([contractLine({ units: 0 })], null, schedule, alaska, 2025)).toEqual([]);
    // Most units first, then by code; a share of a code Medicare does not price is no rate.
    const codes = [
      contractLine({ units: 5, code: '97140' }),
      contractLine({ units: 5, code: '97112' }),
      contractLine({ units: 6, code: '97010', terms: { kind: 'medicare-share', share: 1.2 } }),
      contractLine({ units: 7, terms: { kind: 'medicare-share', share: 1.2 } }),
    ];
    // 1.2 × 37.06 = 44.472.
    expect(contractCodes(codes, null, schedule, alaska, 2025).map(({ code, rate }) => [code, rate])).toEqual([
      ['97110', 4447],
      ['97010', null],
      ['97112', 3000],
      ['97140', 3000],
    ]);
    const noCharge = contractLine({ id: 'g', units: 100, code: '97140' });
    expect(contractCodes([...lines, noCharge], null, schedule, alaska, 2025)[1]).toEqual({
      code: '97140',
      units: 100,
      rate: 3000,
      charge: null,
    });
  });
  it('a mean of claims that stands at half a cent goes up, whatever binary fractions make of it', () => {
    const claims = (allowed: number, units: number, payer: string) =>
      contractLine({ id: payer, payer, units, terms: { kind: 'dollars', amount: allowed / units } });
    // (10.04 + 20.21) ÷ (7 + 15) = 30.25 ÷ 22 = 1.375; the sum comes out as 30.249999999999995.
    const averages = [claims(1004, 7, 'A'), claims(2021, 15, 'B')];
    expect(contractCodes(averages, null, schedule, alaska, 2025)).toEqual([
      { code: '97110', units: 22, rate: 138, charge: null },
    ]);
  });
});
