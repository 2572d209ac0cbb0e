import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { sampleVisits } from '../../src/domain/sampleVisits.ts';
import { visitBoard } from '../../src/domain/visitBoard.ts';
import { marketRates, ownRates } from '../../src/domain/visitRates.ts';
import { rateTable } from '../support/builders.ts';
import { shippedDigest, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const terms = { rule: 'eight-minute', reduction: 'none', assistantShare: 1, cap: null } as const;
const codes = ['97110', '97140', '97530', '97161'];

describe('the example’s visits in Alaska, 2025', () => {
  const rates = new Map(
    [
      ['97110', 5000],
      ['97140', 6000],
      ['97530', 7000],
      ['97161', 15000],
    ].map(([code, rate]) => [String(code), { rate: present(Number(rate)), n: 1 }]),
  );
  const board = visitBoard({
    visits: sampleVisits,
    payers: [{ id: 'mine', name: 'Mine', terms, rates }],
    schedule,
    area: { place: 'AK', locality: null },
    medicareYear: 2025,
  });
  const [medicare, mine] = board.rows;

  it('Medicare: each visit from CMS’s columns, the year by how often they come', () => {
    // First visit 126.19 + 29.54; follow-up 37.06 + 29.54 + 28.05; activities (29.54 + 43.22 + 32.38) × 0.85.
    const paid = medicare?.payments.map((payment) => payment.kind === 'value' && payment.value.amount);
    expect(paid?.slice(0, 2)).toEqual([15573, 9465]);
    expect(paid?.[2]).toBeCloseTo(8936.9, 9);
    // 250 × 155.73 + 1200 × 94.65 + 300 × 89.369 = 38,932.50 + 113,580 + 26,810.70 = 179,323.20; ÷ 1750 = 102.4704.
    expect(medicare?.year).toEqual(present(expect.closeTo(17_932_320, 4)));
    expect(medicare?.average).toEqual(present(expect.closeTo(10247.04, 4)));
    expect(medicare?.percentOfMedicare).toEqual(present(1));
    // 102.4704 × 0.984.
    expect(board.received.average).toEqual(present(expect.closeTo(10083.08736, 4)));
    expect(board.received.payments[1]).toEqual(present(expect.closeTo(9313.56, 6)));
    expect(board.received.share).toBeCloseTo(0.984, 12);
  });
  it('a payer: 200, 160 and 190 a visit; 299,000 a year, 166.7% of Medicare', () => {
    // 150 + 50; 2 × 50 + 60; 50 + 2 × 70, in full for the assistant too.
    expect(mine?.payments.map((payment) => payment.kind === 'value' && payment.value.amount)).toEqual([
      20000, 16000, 19000,
    ]);
    // 250 × 200 + 1200 × 160 + 300 × 190 = 50,000 + 192,000 + 57,000.
    expect(mine?.year).toEqual(present(29_900_000));
    expect(mine?.percentOfMedicare).toEqual(present(expect.closeTo(29_900_000 / 17_932_320, 9)));
    // 170.857 − 102.470.
    expect(mine?.difference).toEqual(present(expect.closeTo(29_900_000 / 1750 - 10247.04, 6)));
  });
});

describe('what is missing', () => {
  const board = (perYear: number) =>
    visitBoard({
      visits: [
        { id: 'a', name: 'A', services: [{ code: '97110', minutes: 15 }], assistant: false, perYear: 10 },
        { id: 'b', name: 'B', services: [{ code: '97140', minutes: 15 }], assistant: false, perYear },
      ],
      payers: [{ id: 'p', name: 'P', terms, rates: new Map([['97110', { rate: present(4000), n: 1 }]]) }],
      schedule,
      area: { place: 'AK', locality: null },
      medicareYear: 2025,
    }).rows[1];

  it('a visit without a rate leaves the average out, unless the visit never comes', () => {
    expect(board(5)?.average).toEqual(absent('refused', 'no rate for 97140'));
    expect(board(0)?.average).toEqual(present(4000));
    expect(board(0)?.payments[1]?.kind).toBe('absent');
  });
  it('a year without visits has no average, and one that Medicare pays nothing for no ratio', () => {
    const made = (perYear: number, minutes: number) =>
      visitBoard({
        visits: [{ id: 'a', name: 'A', services: [{ code: '97110', minutes }], assistant: false, perYear }],
        payers: [{ id: 'p', name: 'P', terms, rates: new Map([['97110', { rate: present(4000), n: 1 }]]) }],
        schedule,
        area: { place: 'AK', locality: null },
        medicareYear: 2025,
      });
    const none = absent('not-comparable', 'no visits in the year');
    const idle = made(0, 15);
    expect(idle.rows.map(({ year, average }) => [year, average])).toEqual([
      [present(0), none],
      [present(0), none],
    ]);
    expect([idle.rows[1]?.difference, idle.received.average, idle.received.year]).toEqual([
      none,
      none,
      present(0),
    ]);
    // Medicare pays for these visits: they only do not come.
    expect(idle.rows.map(({ percentOfMedicare }) => percentOfMedicare)).toEqual([none, none]);
    expect(idle.rows[0]?.difference).toEqual(absent('not-comparable', 'Medicare itself'));
    // Five minutes bill no unit.
    expect(made(10, 5).rows[1]?.percentOfMedicare).toEqual(
      absent('not-comparable', 'Medicare pays nothing for these visits'),
    );
  });
  it('a rate that is missing comes before Medicare’s, and Medicare’s is told as not priced', () => {
    const of = (code: string, rated: string) =>
      visitBoard({
        visits: [{ id: 'a', name: 'A', services: [{ code, units: 1 }], assistant: false, perYear: 1 }],
        payers: [{ id: 'p', name: 'P', terms, rates: new Map([[rated, { rate: present(4000), n: 1 }]]) }],
        schedule,
        area: { place: 'AK', locality: null },
        medicareYear: 2025,
      });
    const unpriced = absent('not-comparable', 'Medicare does not price every service');
    const row = of('97010', '97010').rows[1];
    expect([row?.percentOfMedicare, row?.difference]).toEqual([unpriced, unpriced]);
    expect(of('97010', '97010').received.payments[0]?.kind).toBe('absent');
    const missing = of('97110', '97140').rows[1];
    expect([missing?.year, missing?.percentOfMedicare, missing?.difference]).toEqual(
      Array.from({ length: 3 }, () => absent('refused', 'no rate for 97110')),
    );
  });
  it('Medicare does not price 97010: no ratio', () => {
    const [medicare, payer] = visitBoard({
      visits: [{ id: 'a', name: 'A', services: [{ code: '97010', units: 1 }], assistant: false, perYear: 1 }],
      payers: [{ id: 'p', name: 'P', terms, rates: new Map([['97010', { rate: present(1000), n: 1 }]]) }],
      schedule,
      area: { place: 'AK', locality: null },
      medicareYear: 2025,
    }).rows;
    expect(medicare?.average.kind).toBe('absent');
    expect(payer?.average).toEqual(present(1000));
    expect(payer?.percentOfMedicare.kind).toBe('absent');
    expect(payer?.difference.kind).toBe('absent');
  });
});

it('the market’s medians are those of the pages: Cigna in Texas 120.00, 135.84, 120.00, 157.32', () => {
  const found = marketRates(shippedDigest(), codes, 'TX');
  expect(found[0]?.name).toBe('BUCA');
  const cigna = found.find(({ id }) => id === 'cigna');
  expect(codes.map((code) => cigna?.rates.get(code))).toEqual([
    { rate: present(12000), n: 11 },
    { rate: present(13584), n: 7 },
    { rate: present(12000), n: 11 },
    { rate: present(15732), n: 11 },
  ]);
  // Kaiser has three votes nationally: its name and n stay, the median is withheld.
  const kaiser = marketRates(shippedDigest(), ['97110'], null).find(({ id }) => id === 'kaiser');
  expect(kaiser?.rates.get('97110')).toEqual({ rate: absent('too-few', 'fewer than 5 providers (3)'), n: 3 });
});

it('own rates: one line is enough, several give their median, modifiers are left out', () => {
  const table = rateTable('97110', [
    { rate: 50, payer: 'aetna' },
    { rate: 60, payer: 'cigna', plan: 'A' },
    { rate: 70, payer: 'cigna', plan: 'B' },
    { rate: 40, payer: 'cigna', modifier: 'CQ' },
  ]);
  const found = ownRates(new Map([['97110', table]]), ['97110', '97140']);
  expect(found.map(({ name, rates }) => [name, rates.get('97110'), rates.get('97140')])).toEqual([
    ['Aetna', { rate: present(5000), n: 1 }, undefined],
    ['Cigna', { rate: present(6500), n: 2 }, undefined],
  ]);
});

it('an average lies between the least and the most of its visits', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ units: fc.integer({ min: 1, max: 6 }), perYear: fc.integer({ min: 0, max: 900 }) }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      (kinds) => {
        const visits = kinds.map(({ units, perYear }, index) => ({
          id: String(index),
          name: String(index),
          services: [{ code: '97110', units }],
          assistant: false,
          perYear,
        }));
        const [row] = visitBoard({
          visits,
          payers: [],
          schedule,
          area: { place: 'AK', locality: null },
          medicareYear: 2026,
        }).rows;
        const paid = (row?.payments ?? []).flatMap((payment, index) =>
          payment.kind === 'value' && (kinds[index]?.perYear ?? 0) > 0 ? [payment.value.amount] : [],
        );
        if (paid.length === 0) {
          expect(row?.average.kind).toBe('absent');
          return;
        }
        const average = row?.average.kind === 'value' ? row.average.value : Number.NaN;
        expect(average).toBeGreaterThanOrEqual(Math.min(...paid) - 1e-6);
        expect(average).toBeLessThanOrEqual(Math.max(...paid) + 1e-6);
      },
    ),
  );
});
