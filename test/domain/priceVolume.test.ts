import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullYears, priceVolume, volumeYears } from '../../src/domain/priceVolume.ts';
import { contractLine, twoYears, yearLine } from '../support/contracts.ts';

describe('price and volume', () => {
  const dollars = (code: string, year: number, units: number, amount: number, payer = 'Aetna') =>
    yearLine(code, year, units, amount * 100, payer);

  it('splits a change into volume, mix, rate and codes of one year', () => {
    const found = priceVolume([...twoYears, dollars('97530', 2025, 5, 40)], [2024, 2025]);
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
