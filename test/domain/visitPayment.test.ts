import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absent, type Cell, present } from '../../src/domain/cell.ts';
import { afterSequestration, medicareVisitTerms, sequestration } from '../../src/domain/medicareVisit.ts';
import { cents, parseDollars } from '../../src/domain/money.ts';
import { billedServices, type TypicalVisit } from '../../src/domain/typicalVisit.ts';
import { medicareUnitRate, payerUnitRate } from '../../src/domain/unitRate.ts';
import { reductions, type UnitRate, type VisitTerms, visitPayment } from '../../src/domain/visitPayment.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const visit = (services: TypicalVisit['services'], changes: Partial<TypicalVisit> = {}): TypicalVisit => ({
  id: 'visit',
  name: 'Visit',
  services,
  assistant: false,
  perYear: 1,
  ...changes,
});
const plain: VisitTerms = { rule: 'eight-minute', reduction: 'none', assistantShare: 1, cap: null };

function amount(payment: ReturnType<typeof visitPayment>): number {
  if (payment.kind === 'absent') throw new Error(payment.detail);
  return payment.value.amount;
}

/** Dollars of Texas medians in release 2026-11-22: the page of each code prints them. */
const cigna = new Map([
  ['97110', 12000],
  ['97140', 13584],
  ['97530', 12000],
]);
const ratesOf =
  (rates: ReadonlyMap<string, number>, year = 2025) =>
  (code: string): Cell<UnitRate> => {
    const rate = rates.get(code);
    return payerUnitRate(
      rate === undefined ? absent('not-in-input') : present(rate),
      medicareUnitRate(schedule, code, { place: 'AK', locality: null }, year),
    );
  };

describe('minutes become billed units', () => {
  const minutes = (...each: readonly number[]) =>
    visit(each.map((count, index) => ({ code: `9711${index}`, minutes: count })));
  const total = (of: TypicalVisit, rule: 'eight-minute' | 'midpoint') =>
    billedServices(of, rule).reduce((sum, { units }) => sum + units, 0);
  // Field guide 3.7.
  it.each([
    [[10, 10], 1, 2],
    [[5, 5, 5], 1, 0],
    [[7, 7, 7], 1, 0],
    [[33, 7], 3, 2],
    [[20, 18], 3, 2],
  ])('%j: %i by the 8-minute rule, %i by the midpoint rule', (each, pooled, single) => {
    expect(total(minutes(...each), 'eight-minute')).toBe(pooled);
    expect(total(minutes(...each), 'midpoint')).toBe(single);
  });
  it('untimed services keep their units, and codes without a unit are not billed', () => {
    const mixed = visit([
      { code: '97161', units: 1 },
      { code: '97110', minutes: 20 },
      { code: '97140', minutes: 5 },
    ]);
    expect(billedServices(mixed, 'midpoint')).toEqual([
      { code: '97161', units: 1 },
      { code: '97110', units: 1 },
    ]);
    // 25 timed minutes are 2 units by Medicare; 97110 and 97140 have 5 minutes left each, the first given wins.
    expect(billedServices(mixed, 'eight-minute')).toEqual([
      { code: '97161', units: 1 },
      { code: '97110', units: 2 },
    ]);
  });
});

describe('Medicare, Alaska 2025: one locality, so sums of CMS’s own two columns (PFAK25A), to the cent', () => {
  const pay = (of: TypicalVisit, year = 2025) =>
    visitPayment(of, medicareVisitTerms(year), (code) =>
      medicareUnitRate(schedule, code, { place: 'AK', locality: null }, year),
    );
  const followUp = visit([
    { code: '97110', minutes: 30 },
    { code: '97140', minutes: 15 },
  ]);

  it('97110 ×2 and 97140: 37.06 + 29.54 + 28.05 = 94.65', () => {
    expect(amount(pay(followUp))).toBe(9465);
  });
  it('the unit with the highest practice expense is spared, wherever it stands: 29.54 + 43.22 + 32.38', () => {
    const activities = visit([
      { code: '97110', minutes: 18 },
      { code: '97530', minutes: 20 },
    ]);
    // 38 minutes are 3 units; the third goes to 97530, which has 5 minutes left against 3.
    expect(amount(pay(activities))).toBe(10514);
    expect(amount(pay({ ...activities, assistant: true }))).toBeCloseTo(8936.9, 9);
  });
  it('an assistant’s services: 85% from 2022, not before', () => {
    expect(medicareVisitTerms(2021).assistantShare).toBe(1);
    expect(medicareVisitTerms(2022).assistantShare).toBe(0.85);
  });
  it('sequestration: 2% of the 80% Medicare pays; none while it was suspended', () => {
    // 94.65 × (1 − 0.8 × 0.02) = 94.65 − 1.5144.
    expect(afterSequestration(9465, 2025)).toBeCloseTo(9313.56, 9);
    expect([2020, 2021, 2022, 2026].map(sequestration)).toEqual([0, 0, 0.02, 0.02]);
  });

  const official = readFileSync('sources/cms-pfs/official-amounts-check.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.lastIndexOf('"') + 2).split(','))
    .flatMap(([year, , , place, code, full, , reduced]) =>
      code && place && full && reduced ? [{ year: Number(year), place, code, full, reduced }] : [],
    );
  it('the list holds CMS’s whole column as far as it is known: 37 always-therapy services', () => {
    expect(official).toHaveLength(37);
  });
  it.each(official)('two units of $code: $full + $reduced', ({ year, place, code, full, reduced }) => {
    const two = visit([{ code, units: 2 }]);
    const payment = visitPayment(two, medicareVisitTerms(year), (each) =>
      medicareUnitRate(schedule, each, { place, locality: null }, year),
    );
    expect(amount(payment)).toBe(Number(parseDollars(full)) + Number(parseDollars(reduced)));
  });
});

describe('a payer’s own terms', () => {
  const followUp = visit([
    { code: '97110', minutes: 30 },
    { code: '97140', minutes: 15 },
  ]);
  const pay = (terms: Partial<VisitTerms>, of = followUp) =>
    visitPayment(of, { ...plain, ...terms }, ratesOf(cigna));

  it('no reduction: 2 × 120.00 + 135.84', () => {
    expect(amount(pay({}))).toBe(37584);
  });
  it('half of the rate on later codes: 97110 has the higher allowance (240.00) and is spared, 97140 at 67.92', () => {
    expect(amount(pay({ reduction: 'later-codes' }))).toBe(2 * 12000 + 6792);
  });
  it('half of the rate after the first unit: one unit of 97110 in full, the other at 60.00, 97140 at 67.92', () => {
    expect(amount(pay({ reduction: 'later-units' }))).toBe(12000 + 6000 + 6792);
  });
  it('both readings as AmeriHealth’s notice works them: 3 × $100 and 2 × $75 pay $375.00 and $275.00', () => {
    // By code: 300.00 in full, 150.00 at half. By unit: 100.00, 2 × 50.00, 2 × 37.50.
    const speech = visit([
      { code: '92521', units: 3 },
      { code: '92523', units: 2 },
    ]);
    const rates = new Map([
      ['92521', 10000],
      ['92523', 7500],
    ]);
    const paid = (reduction: VisitTerms['reduction']) =>
      amount(visitPayment(speech, { ...plain, reduction }, ratesOf(rates)));
    expect([paid('none'), paid('later-codes'), paid('later-units')]).toEqual([45000, 37500, 27500]);
  });
  it('equal practice expense: the service with the higher fee is spared', () => {
    const unit = (full: number, fee: number): UnitRate => ({ full, reduced: full / 2, expense: 40, fee });
    const two = visit([
      { code: 'low', units: 1 },
      { code: 'high', units: 1 },
    ]);
    const rates = new Map([
      ['low', unit(2000, 3000)],
      ['high', unit(8000, 3500)],
    ]);
    // 20.00 ÷ 2 + 80.00.
    expect(
      amount(
        visitPayment(two, { ...plain, reduction: 'practice-expense' }, (code) =>
          present(rates.get(code) as UnitRate),
        ),
      ),
    ).toBe(9000);
  });
  it('reduced like Medicare: the payer’s rate × Medicare’s reduced ÷ full', () => {
    // 97110 has the higher practice expense: one unit at 120.00, one at 120.00 × 29.54 ÷ 37.06, 135.84 × 28.05 ÷ 35.04.
    expect(amount(pay({ reduction: 'practice-expense' }))).toBeCloseTo(
      12000 + (12000 * 2954) / 3706 + (13584 * 2805) / 3504,
      9,
    );
  });
  it('an assistant at 85%, then the cap', () => {
    expect(amount(pay({ assistantShare: 0.85 }, { ...followUp, assistant: true }))).toBeCloseTo(31946.4, 9);
    const capped = pay({ cap: cents(12500) });
    expect(capped.kind === 'value' && [capped.value.amount, capped.value.isCapped]).toEqual([12500, true]);
    const below = pay({ cap: cents(50000) });
    expect(below.kind === 'value' && [below.value.amount, below.value.isCapped]).toEqual([37584, false]);
  });
  it('a cap of exactly the amount caps nothing', () => {
    const exact = pay({ cap: cents(37584) });
    expect(exact.kind === 'value' && [exact.value.amount, exact.value.isCapped]).toEqual([37584, false]);
    const less = pay({ cap: cents(37583) });
    expect(less.kind === 'value' && [less.value.amount, less.value.isCapped]).toEqual([37583, true]);
  });
  it('says for each service how many units are in full, and what the others pay', () => {
    const services = (terms: Partial<VisitTerms>) => {
      const payment = pay(terms);
      return payment.kind === 'value'
        ? payment.value.services.map(({ code, units, inFull, full, lower, amount: sum }) => [
            code,
            units,
            inFull,
            full,
            lower,
            sum,
          ])
        : [];
    };
    expect(services({})).toEqual([
      ['97110', 2, 2, 12000, 12000, 24000],
      ['97140', 1, 1, 13584, 13584, 13584],
    ]);
    expect(services({ reduction: 'later-codes' })).toEqual([
      ['97110', 2, 2, 12000, 6000, 24000],
      ['97140', 1, 0, 13584, 6792, 6792],
    ]);
    expect(services({ reduction: 'later-units' })).toEqual([
      ['97110', 2, 1, 12000, 6000, 18000],
      ['97140', 1, 0, 13584, 6792, 6792],
    ]);
  });
  it('the service with the higher allowance is spared, wherever it stands: 3 × 40 before 1 × 100', () => {
    const rates = new Map<string, UnitRate>([
      ['97110', { full: 10_000, reduced: 6000, expense: 40, fee: 10_000 }],
      ['97140', { full: 4000, reduced: 2000, expense: 40, fee: 4000 }],
      ['99213', { full: 90_000, reduced: null, expense: 90, fee: 90_000 }],
    ]);
    const services = visit([
      { code: '97110', units: 1 },
      { code: '97140', units: 3 },
      { code: '99213', units: 1 },
    ]);
    const inFull = (reduction: VisitTerms['reduction']) => {
      const payment = visitPayment(services, { ...plain, reduction }, (code) =>
        present(rates.get(code) as UnitRate),
      );
      return payment.kind === 'value' && payment.value.services.map((each) => each.inFull);
    };
    expect(inFull('later-codes')).toEqual([0, 3, 1]);
    expect(inFull('later-units')).toEqual([0, 1, 1]);
    // Practice expense alike: the higher fee.
    expect(inFull('practice-expense')).toEqual([1, 0, 1]);
  });
  it('of equal services the first is spared', () => {
    const rate: UnitRate = { full: 5000, reduced: 3000, expense: 40, fee: 5000 };
    const twice = visit([
      { code: '97110', units: 1 },
      { code: '97112', units: 1 },
    ]);
    for (const reduction of ['practice-expense', 'later-codes', 'later-units'] as const) {
      const payment = visitPayment(twice, { ...plain, reduction }, () => present(rate));
      expect(payment.kind === 'value' && payment.value.services.map(({ inFull }) => inFull)).toEqual([1, 0]);
    }
  });
  it('an assistant’s share is taken of the sum, and only where one gives the visit', () => {
    const shares = [
      pay({ assistantShare: 0.85 }),
      pay({ assistantShare: 0.85 }, { ...followUp, assistant: true }),
    ];
    expect(
      shares.map((each) => each.kind === 'value' && [each.value.share, each.value.sum, each.value.adjusted]),
    ).toEqual([
      [1, 37584, 37584],
      [0.85, 37584, expect.closeTo(31946.4, 9)],
    ]);
  });
  it('a code without a rate makes the visit absent by name; too few votes say so', () => {
    const withMore = visit([...followUp.services, { code: '97161', units: 1 }]);
    expect(pay({}, withMore)).toEqual(absent('refused', 'no rate for 97161'));
    const few = visitPayment(followUp, plain, () => absent('too-few', 'fewer than 5 providers (3)'));
    expect(few).toEqual(absent('too-few', '97110: fewer than 5 providers (3)'));
    const unpriced = visitPayment(followUp, plain, () => absent('not-priced', 'bundled'));
    expect(unpriced).toEqual(absent('not-priced', '97110: bundled'));
  });
  it.each(['practice-expense', 'later-units', 'later-codes'] as const)(
    'a service that is not therapy is never reduced: %s',
    (reduction) => {
      const office = visit([
        { code: '99213', units: 1 },
        { code: '97110', minutes: 15 },
      ]);
      const payment = visitPayment(
        office,
        { ...plain, reduction },
        ratesOf(new Map([...cigna, ['99213', 10000]])),
      );
      expect(amount(payment)).toBe(22000);
    },
  );
  it('too short for a unit: nothing is billed, and nothing paid', () => {
    expect(amount(pay({ rule: 'midpoint' }, visit([{ code: '97110', minutes: 7 }])))).toBe(0);
  });
});

describe('for any visit', () => {
  const services = fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('97110', '97112', '97140', '97530', '97116'),
      minutes: fc.integer({ min: 0, max: 90 }),
    }),
    { selector: ({ code }) => code, minLength: 1 },
  );
  const rates = (code: string) => medicareUnitRate(schedule, code, { place: 'AK', locality: null }, 2026);

  it('the spared unit is the one whose reduction would cost most (to the cent of rounding)', () => {
    fc.assert(
      fc.property(services, (each) => {
        const payment = visitPayment(visit(each), medicareVisitTerms(2026), rates);
        if (payment.kind === 'absent') throw new Error(payment.detail);
        const billed = payment.value.services;
        const reduced = billed.reduce((sum, { units, lower }) => sum + units * lower, 0);
        const spared = Math.max(0, ...billed.map(({ full, lower }) => full - lower));
        expect(Math.abs(payment.value.amount - reduced - spared)).toBeLessThanOrEqual(1);
        expect(billed.reduce((sum, { inFull }) => sum + inFull, 0)).toBe(billed.length === 0 ? 0 : 1);
      }),
    );
  });
  it('no reduction pays most; an assistant and a cap never add', () => {
    fc.assert(
      fc.property(services, fc.integer({ min: 0, max: 30_000 }), fc.boolean(), (each, cap, assistant) => {
        const of = visit(each, { assistant });
        const full = amount(visitPayment(of, { ...plain, assistantShare: 0.85 }, rates));
        for (const reduction of reductions) {
          const terms = { ...plain, reduction, assistantShare: 0.85 };
          const paid = amount(visitPayment(of, terms, rates));
          expect(paid).toBeLessThanOrEqual(full + 1e-9);
          const capped = amount(visitPayment(of, { ...terms, cap: cents(cap) }, rates));
          expect(capped).toBe(Math.min(paid, cap));
        }
      }),
    );
  });
});
