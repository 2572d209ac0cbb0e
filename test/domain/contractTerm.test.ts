import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import {
  type Charge,
  type ContractTerm,
  chargeIn,
  type TermAmount,
  type TermFacts,
  termAmounts,
} from '../../src/domain/contractTerm.ts';
import { everywhere } from '../../src/domain/medicareArea.ts';
import { medicareAhead, medicareHistory, yearlyChange } from '../../src/domain/medicareYears.ts';
import { cents, roundHalfAwayFromZero } from '../../src/domain/money.ts';
import { compareTerms, comparisonOf, type TermInput } from '../../src/domain/termComparison.ts';
import { evenChanges, termEven } from '../../src/domain/termEven.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const never = { kind: 'fixed', rate: 0 } as const;
const dollars = (amount: number, rate = 0, lesserOfCharges = false): ContractTerm => ({
  base: { kind: 'dollars', amount: cents(amount) },
  escalator: { kind: 'fixed', rate },
  lesserOfCharges,
});
const medicare = (share: number, year: 'service' | 'signing' | number = 'service'): ContractTerm => ({
  base: { kind: 'medicare', share, year },
  escalator: never,
  lesserOfCharges: false,
});
/** 97755, mean over all localities: 40.37 39.80 39.87 40.15 39.34 38.56 38.85 (field guide 5.1, own computation). */
const history = medicareHistory(schedule, '97755', everywhere);
const paid = (term: ContractTerm, charge: Charge | null = null) =>
  termAmounts(term, history, { charge, known: history, listed: null }).map(({ amount }) =>
    amount.kind === 'value' ? roundHalfAwayFromZero(amount.value) : amount.reason,
  );

describe('what the same words would have paid for 97755 in 2020 to 2026', () => {
  it('Medicare itself', () => {
    expect(history.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(paid(medicare(1))).toEqual([4037, 3980, 3987, 4015, 3934, 3856, 3885]);
  });
  it('110% of Medicare, moving: 1.1 × 40.3729 = 44.41 down to 1.1 × 38.8467 = 42.73', () => {
    expect(paid(medicare(1.1))).toEqual([4441, 4378, 4385, 4417, 4327, 4242, 4273]);
  });
  it('110% of Medicare of the year of signing, and of 2023 (1.1 × 40.1534), stand still', () => {
    expect(new Set(paid(medicare(1.1, 'signing')))).toEqual(new Set([4441]));
    expect(new Set(paid(medicare(1.1, 2023)))).toEqual(new Set([4417]));
    expect(paid(medicare(1.1, 2019))[0]).toBe('not-priced');
  });
  it('$40.00 rising 3% a year from the second: 40.00, 41.20, 42.44, … × 1.03', () => {
    expect(paid(dollars(4000, 0.03))).toEqual([4000, 4120, 4244, 4371, 4502, 4637, 4776]);
  });
  it('rises typed year by year (5%, 1%), none after the list: 40.00, 42.00, 42.42, 42.42', () => {
    const typed: ContractTerm = { ...dollars(4000), escalator: { kind: 'typed', rates: [0.05, 0.01] } };
    expect(paid(typed)).toEqual([4000, 4200, 4242, 4242, 4242, 4242, 4242]);
  });
  it('the lesser of charges: an escalator outgrows the charge in its third year', () => {
    // 40.00, 42.00, 44.10 against a charge of 43.00 in every year.
    const charge = { amount: cents(4300), year: 2026, growth: 0 };
    const amounts = termAmounts(dollars(4000, 0.05, true), history, {
      charge,
      known: history,
      listed: null,
    });
    expect(amounts.slice(0, 4).map(({ amount }) => valueOf(amount))).toEqual([4000, 4200, 4300, 4300]);
    expect(amounts.map(({ isCharge }) => isCharge)).toEqual([false, false, true, true, true, true, true]);
    expect(amounts[2]?.rate).toEqual(present(expect.closeTo(4410, 6)));
  });
  it('60% of charges that rise 4% a year to 90.00 in 2026: 54.00, and 54.00 ÷ 1.04 the year before', () => {
    const charge = { amount: cents(9000), year: 2026, growth: 0.04 };
    const share: ContractTerm = {
      base: { kind: 'charges', share: 0.6 },
      escalator: never,
      lesserOfCharges: false,
    };
    // 90 ÷ 1.04^6 × 0.6 = 42.677.
    expect(paid(share, charge).slice(-2)).toEqual([5192, 5400]);
    expect(paid(share, charge)[0]).toBe(4268);
    expect(paid(share)[0]).toBe('refused');
    expect(chargeIn(charge, 2028)).toBeCloseTo(9734.4, 6);
  });
});

describe('where a term flips', () => {
  const input = { b: medicare(1.1), charge: null, units: 100 };
  it('$42.50 against 110% of Medicare: below until 2024, above in 2025 (42.42), below again in 2026 (42.73)', () => {
    const { flips, years } = compareTerms({ ...input, a: dollars(4250) }, history, history);
    expect(flips).toEqual([
      { year: 2025, better: 'a' },
      { year: 2026, better: 'b' },
    ]);
    expect(roundHalfAwayFromZero(valueOf(years[0]?.difference ?? absent('refused')) ?? 0)).toBe(-191);
  });
  it('$43.00 rising 1% a year overtakes in 2022 (43.86 against 43.85); what was lost is made good in 2025', () => {
    // Differences: 43.00 − 44.41, 43.43 − 43.78, 43.86 − 43.85, 44.30 − 44.17, 44.75 − 43.27, 45.19 − 42.42, …
    const { flips, runningFlips, totals } = compareTerms(
      { ...input, a: dollars(4300, 0.01) },
      history,
      history,
    );
    expect(flips).toEqual([{ year: 2022, better: 'a' }]);
    // −1.41 − 0.35 + 0.01 + 0.13 = −1.62; + 1.48 = −0.14; + 2.77: ahead from 2025.
    expect(runningFlips).toEqual([{ year: 2025, better: 'a' }]);
    expect(totals.difference.kind).toBe('value');
  });
  it('equal terms never flip', () => {
    expect(compareTerms({ ...input, a: medicare(1.1) }, history, history).flips).toEqual([]);
  });
});

describe('two runs side by side', () => {
  const gap = absent('not-priced', 'no amount');
  const run = [2024, 2025, 2026].map((year) => ({ year, amount: present(0), isAssumed: false }));
  const paidIn = (...amounts: readonly (number | null)[]) =>
    amounts.map((amount, index): TermAmount => {
      const cell = amount === null ? gap : present(amount);
      return { year: 2024 + index, rate: cell, amount: cell, isCharge: false };
    });

  it('a sum stays absent from the first year that is, and so do the totals', () => {
    const { years, totals } = comparisonOf(run, paidIn(10, null, 30), paidIn(5, 20, 10), 2);
    expect(years.map(({ difference }) => difference)).toEqual([present(5), gap, present(20)]);
    expect(years.map(({ running }) => running)).toEqual([present(10), gap, gap]);
    expect(totals).toEqual({ a: gap, b: present(70), difference: gap });
    const other = comparisonOf(run, paidIn(10, 20, 30), paidIn(5, null, 10), 2);
    expect(other.years[1]?.difference).toBe(gap);
    expect(other.totals).toEqual({ a: present(120), b: gap, difference: gap });
  });
  it('the better of the two changes with the sign, past what is printed as $0.00', () => {
    const flips = (...differences: readonly number[]) => {
      const { flips: found, runningFlips } = comparisonOf(run, paidIn(...differences), paidIn(0, 0, 0), 1);
      return [found, runningFlips];
    };
    expect(flips(1, -1, -1)).toEqual([[{ year: 2025, better: 'b' }], [{ year: 2026, better: 'b' }]]);
    expect(flips(-1, 0, 2)).toEqual([[{ year: 2026, better: 'a' }], [{ year: 2026, better: 'a' }]]);
    expect(flips(1, -0.49, 1)).toEqual([[], []]);
    expect(flips(1, -0.5, 1)[0]).toEqual([
      { year: 2025, better: 'b' },
      { year: 2026, better: 'a' },
    ]);
  });
});

describe('even changes that make two equal', () => {
  /** Differences of $100 for a percent of change, so that half a cent is next to none of it. */
  const found = (difference: (growth: number) => number | undefined) =>
    evenChanges((growth) => {
      const value = difference(growth);
      return value === undefined ? undefined : 1_000_000 * value;
    });
  const at = (...changes: readonly number[]) =>
    changes.map((change) => ({ from: expect.closeTo(change, 9), to: expect.closeTo(change, 9) }));

  it('one, between −20% and +20% a year, rising or falling, on a step of half a percent or between two', () => {
    expect(found((growth) => growth - 0.05)).toEqual(at(0.05));
    expect(found((growth) => -0.125 - growth)).toEqual(at(-0.125));
    expect(found((growth) => growth - 0.0512345)).toEqual(at(0.0512345));
    expect(found((growth) => growth)).toEqual(at(0));
  });
  it('two, where the difference turns twice', () => {
    expect(found((growth) => (growth - 0.012) * (growth - 0.071))).toEqual(at(0.012, 0.071));
    expect(found((growth) => (growth + 0.1) * (growth - 0.1))).toEqual(at(-0.1, 0.1));
  });
  it('all from one on, where both pay the charge from there; or all there are', () => {
    expect(found((growth) => Math.max(0, 0.032 - growth))).toEqual([
      { from: expect.closeTo(0.032, 5), to: 0.2 },
    ]);
    expect(found((growth) => Math.min(0, growth - 0.05) + Math.max(0, growth - 0.1))).toEqual([
      { from: expect.closeTo(0.05, 5), to: expect.closeTo(0.1, 6) },
    ]);
    expect(found((growth) => Math.max(0, -0.1 - growth) + Math.max(0, growth - 0.1))).toEqual([
      { from: expect.closeTo(-0.1, 5), to: expect.closeTo(0.1, 6) },
    ]);
    expect(found(() => 0)).toEqual([{ from: -0.2, to: 0.2 }]);
  });
  it('at an end', () => {
    expect(found((growth) => growth - 0.2)).toEqual([{ from: expect.closeTo(0.2, 5), to: 0.2 }]);
    expect(found((growth) => growth + 0.2)).toEqual([{ from: -0.2, to: expect.closeTo(-0.2, 5) }]);
  });
  it('none where one is always the better, or there is no amount', () => {
    for (const worth of [
      () => 1,
      (growth: number) => growth ** 2 + 0.001,
      () => undefined,
      (growth: number) => (growth < 0 ? -1 : undefined),
      (growth: number) => (growth < 0 ? undefined : 1),
    ])
      expect(found(worth)).toEqual([]);
  });
});

describe('what a year of a term is', () => {
  const run = medicareAhead(history, 2, 0.01);
  const amounts = (change: Partial<ContractTerm>, facts: Partial<TermFacts> = {}) =>
    termAmounts(
      { base: { kind: 'dollars', amount: cents(4000) }, escalator: never, lesserOfCharges: true, ...change },
      run,
      { charge: null, known: history, listed: null, ...facts },
    );
  const charge = { amount: cents(4000), year: 2026, growth: 0 };

  it('a charge equal to the rate is not the charge', () => {
    expect(amounts({}, { charge }).map(({ isCharge, amount }) => [isCharge, amount])).toEqual([
      [false, present(4000)],
      [false, present(4000)],
    ]);
    expect(amounts({}, { charge: { ...charge, amount: cents(3999) } })[0]).toMatchObject({
      rate: present(4000),
      amount: present(3999),
      isCharge: true,
    });
  });
  it('the lesser of charges needs one, and the rate stays told', () => {
    const noCharge = absent('refused', 'no charge is given');
    expect(amounts({})[0]).toMatchObject({ rate: present(4000), amount: noCharge, isCharge: false });
    expect(amounts({ base: { kind: 'charges', share: 0.5 } })[0]).toMatchObject({ rate: noCharge });
  });
  it('the list’s own rate, or none', () => {
    const of = (listed: number | null) =>
      amounts({ base: { kind: 'listed' }, lesserOfCharges: false }, { listed })[0];
    expect(of(1234)).toEqual({ year: 2026, rate: present(1234), amount: present(1234), isCharge: false });
    expect(of(null)?.amount).toEqual(absent('refused', 'no rate is given for the code'));
  });
  it('a year of Medicare that no table has', () => {
    const old = amounts({ base: { kind: 'medicare', share: 1, year: 1999 }, lesserOfCharges: false })[0];
    expect(old).toMatchObject({
      amount: absent('not-priced', 'no Medicare amount for 1999'),
      isCharge: false,
    });
  });
});

describe('the years ahead', () => {
  const even = (input: TermInput, years: number) =>
    termEven((growth) => compareTerms(input, medicareAhead(history, years, growth), history), years);

  it('97755 changed by (38.8467 ÷ 40.3729)^(1/6) − 1 = −0.64% a year', () => {
    expect(yearlyChange(history)).toBeCloseTo((38.8467 / 40.37286) ** (1 / 6) - 1, 6);
    expect(yearlyChange(history.slice(0, 1))).toBeUndefined();
    expect(yearlyChange([])).toBeUndefined();
    const year = (number: number, amount: number | null) => ({
      year: number,
      amount: amount === null ? absent('not-priced') : present(amount),
      isAssumed: false,
    });
    // 100 to 121 in two years is 10% a year; years without an amount are passed over.
    expect(yearlyChange([year(2019, null), year(2020, 100), year(2021, null), year(2022, 121)])).toBe(0.1);
    expect(yearlyChange([year(2020, 100), year(2021, null)])).toBeUndefined();
  });
  it('start with the newest real year; later ones are marked as assumed', () => {
    const run = medicareAhead(history, 3, -0.01);
    expect(run.map(({ year, isAssumed }) => [year, isAssumed])).toEqual([
      [2026, false],
      [2027, true],
      [2028, true],
    ]);
    expect(medicareAhead([], 3, 0.01)).toEqual([]);
    const gone = [{ year: 2026, amount: absent('not-priced'), isAssumed: false }];
    expect(medicareAhead(gone, 2, 0.01)).toEqual([
      gone[0],
      {
        year: 2027,
        amount: absent('not-comparable', 'no Medicare amount for 2026 to go on from'),
        isAssumed: true,
      },
    ]);
    // 38.8467 × 0.99 × 0.99 = 38.0737.
    expect(valueOf(run[2]?.amount ?? absent('refused'))).toBeCloseTo(3807.37, 1);
  });
  it('break-even: over two years 100% of Medicare equals its fixed amount × 1.01 when it rises 2% in the second', () => {
    // M + M(1 + g) = 2 × 1.01 M → g = 0.02.
    const input = { a: medicare(1), b: medicare(1.01, 2026), charge: null, units: 10 };
    expect(even(input, 2).changes).toEqual([{ from: expect.closeTo(0.02, 9), to: expect.closeTo(0.02, 9) }]);
    expect(even({ ...input, b: medicare(1.01) }, 2).changes).toEqual([]);
    expect(even({ ...input, b: medicare(9, 2026) }, 2).changes).toEqual([]);
  });
  it('break-even compares the two once for each change that is looked at', () => {
    const looked: number[] = [];
    const input = { a: medicare(1), b: medicare(0.96, 2026), charge: null, units: 10 };
    termEven((growth) => {
      looked.push(growth);
      return compareTerms(input, medicareAhead(history, 3, growth), history);
    }, 3);
    expect(looked.length).toBeGreaterThan(80);
    expect(new Set(looked).size).toBe(looked.length);
  });
  it('the level at which they change places: 100% of Medicare equals 96% of 2026’s when it stands at 96%', () => {
    const input = { a: medicare(1), b: medicare(0.96, 2026), charge: null, units: 10 };
    expect(even(input, 3).levels).toEqual([{ from: expect.closeTo(0.96, 9), to: expect.closeTo(0.96, 9) }]);
    // Over one year nothing is assumed.
    expect(even(input, 1).levels).toEqual([]);
  });
  it('a code Medicare does not price has no amount, and terms in dollars still do', () => {
    const none = medicareHistory(schedule, '97010', everywhere);
    const { years, totals } = compareTerms(
      { a: dollars(1000), b: medicare(1), charge: null, units: 1 },
      none,
      none,
    );
    expect(years[0]?.a.amount).toEqual(present(1000));
    expect(years[0]?.difference.kind).toBe('absent');
    expect(totals.b.kind).toBe('absent');
  });
});

it('for any two terms: totals are sums, and A against B is B against A turned round', () => {
  const term = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: -5, max: 10 }))
      .map(([amount, rise]) => dollars(amount, rise / 100)),
    fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('service', 'signing', 2022))
      .map(([share, year]) => medicare(share / 100, year as 'service')),
  );
  fc.assert(
    fc.property(term, term, fc.integer({ min: 1, max: 5000 }), (a, b, units) => {
      const one = compareTerms({ a, b, charge: null, units }, history, history);
      const other = compareTerms({ a: b, b: a, charge: null, units }, history, history);
      expect(one.flips.map(({ year }) => year)).toEqual(other.flips.map(({ year }) => year));
      const total = valueOf(one.totals.difference) ?? Number.NaN;
      const last = valueOf(one.years.at(-1)?.running ?? absent('refused')) ?? Number.NaN;
      expect(last).toBeCloseTo(total, 3);
      expect(valueOf(other.totals.difference)).toBeCloseTo(-total, 3);
    }),
  );
});
