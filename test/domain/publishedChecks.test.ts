import { describe, expect, test } from 'vitest';
import { absent, valueOf } from '../../src/domain/cell.ts';
import type { PublishedFigure } from '../../src/domain/published.ts';
import { claimAmount, type PublishedCheck, publishedChecks } from '../../src/domain/publishedChecks.ts';
import { ratesAsFigures } from '../../src/domain/ratesAsFigures.ts';
import { rateTable } from '../support/builders.ts';
import { type PrintedSpec, printedFigure } from '../support/printedFigure.ts';
import { documentFigures, shippedPublished } from '../support/publishedFigures.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

function checksOf<Rule extends PublishedCheck['rule']>(
  code: string,
  figures: readonly PublishedFigure[],
  rule: Rule,
): ReadonlyArray<Extract<PublishedCheck, { rule: Rule }>> {
  return publishedChecks(code, figures, schedule).filter(
    (check): check is Extract<PublishedCheck, { rule: Rule }> => check.rule === rule,
  );
}

describe('Medicare rows against the fee schedule', () => {
  const medicare = checksOf('97760', documentFigures('97760', 'D'), 'medicare-amount');
  const by = (payer: string) => medicare.find((check) => check.row.payer === payer);

  test('document D, North Carolina 45.22: 2024 to the cent', () => {
    const check = by('NC Medicare Part B');
    expect(check?.severity).toBe('pass');
    expect(check?.years).toEqual([2024]);
    expect(check?.official.map(({ year, mean }) => [year, mean])).toEqual([[2024, 4522]]);
  });

  test('document D, Virginia 41.81: 89% of 47.06; the second locality is filed under DC', () => {
    const check = by('VA Medicare Part B');
    expect(check?.severity).toBe('fail');
    expect(check?.years).toEqual([]);
    expect(check?.official.map(({ year, mean }) => [year, mean])).toEqual([[2024, 4706]]);
    expect(check?.ratios[0]).toBeCloseTo(4181 / 4706, 9); // 0.888
  });

  test('document D, Ohio 37.91: 84% of 44.89', () => {
    const check = by('OH Medicare Part B');
    expect(check?.severity).toBe('fail');
    expect(check?.official.map(({ mean }) => mean)).toEqual([4489]);
    expect(check?.ratios[0]).toBeCloseTo(3791 / 4489, 9); // 0.845
  });

  test('document A, Alaska 38.19: no year’s; 49.70 in 2024 and 48.65 in 2025 beside it', () => {
    const [check, ...more] = checksOf('97755', documentFigures('97755', 'A'), 'medicare-amount').filter(
      ({ row }) => row.place === 'AK',
    );
    expect(more).toEqual([]);
    expect(check?.severity).toBe('fail');
    expect(check?.official.map(({ year, mean }) => [year, mean])).toEqual([
      [2024, 4970],
      [2025, 4865],
    ]);
    expect(check?.ratios.map((ratio) => Math.round(ratio * 100))).toEqual([77, 78]);
  });

  test('document A, national 39.08: near 2024, whose localities give its quartiles 37 and 40', () => {
    const check = checksOf('97755', documentFigures('97755', 'A'), 'medicare-amount').find(
      ({ row }) => row.place === 'US',
    );
    expect(check?.severity).toBe('note');
    const official = check?.official[0];
    expect(official?.year).toBe(2024);
    // Field-guide 5.1: the 109 localities of 2024 give mean 39.34, P25 37.28 and P75 40.22.
    expect(official?.localities).toBe(109);
    expect(Math.round(official?.mean ?? 0)).toBe(3934);
    expect([official?.p25, official?.p75].map((each) => Math.round(each ?? 0))).toEqual([3728, 4022]);
    expect(check?.quartilesAgree[0]).toBe(true);
  });

  test('document B, 50.00: 147% of the national 33.95 of 2024', () => {
    const [check] = checksOf('97750', documentFigures('97750', 'B'), 'medicare-amount');
    expect(check?.severity).toBe('fail');
    expect(check?.official.map(({ year, nationalPayment }) => [year, nationalPayment])).toEqual([
      [2024, 3395],
    ]);
    expect(check?.ratios[0]).toBeCloseTo(5000 / 3395, 9); // 1.473
  });

  test('a national amount near one of the years beside it is a note, whatever the others are', () => {
    const [row] = documentFigures('97755', 'A').filter(
      (each) => each.place === 'US' && each.payerClass === 'medicare',
    );
    const mean = row?.amounts.mean;
    if (!row || mean?.kind !== 'value') throw new Error('no national row');
    const near = (share: number, years: readonly number[]) => {
      // 39.34 is the mean over the localities of 2024 (field guide 5.1); that of 2025 is lower.
      const printed = { ...mean, value: { ...mean.value, cents: Math.round(3934 * share) } };
      const moved: PublishedFigure = { ...row, date: '', years, amounts: { ...row.amounts, mean: printed } };
      return checksOf('97755', [moved], 'medicare-amount')[0];
    };
    const both = near(1.045, [2024, 2025]);
    expect(both?.years).toEqual([]);
    expect(both?.official.map(({ year }) => year)).toEqual([2024, 2025]);
    expect((both?.official[1]?.mean ?? 0) * 1.05).toBeLessThan(3934 * 1.045);
    expect(both?.severity).toBe('note');
    expect(near(1.3, [2024, 2025])?.severity).toBe('fail');
    // Without a date and without years of its own it is laid beside the newest tables.
    expect(near(1.3, [])?.official.map(({ year }) => year)).toEqual(schedule.years.slice(-1));
  });

  test('a printed P25 without a P75 is held against nothing', () => {
    const [row] = documentFigures('97755', 'A').filter(
      (each) => each.place === 'US' && each.payerClass === 'medicare',
    );
    if (!row) throw new Error('no national row');
    const halved = { ...row, amounts: { ...row.amounts, p75: absent('not-in-input') } };
    expect(checksOf('97755', [halved], 'medicare-amount')[0]?.quartilesAgree[0]).toBeNull();
  });

  test('rates without a state are rows of one file, of no place', () => {
    const [figure] = ratesAsFigures(rateTable('97110', [{ rate: 30, place: '' }]));
    expect([figure?.document, figure?.place]).toEqual(['your file', null]);
    const [texan] = ratesAsFigures(rateTable('97110', [{ rate: 30 }]));
    expect([texan?.document, texan?.place]).toEqual(['your file, TX', 'TX']);
  });

  test('a dated row is only held against its own year', () => {
    const nc = documentFigures('97760', 'D').filter((row) => row.payer === 'NC Medicare Part B');
    const dated = nc.map((row) => ({ ...row, date: '2025' }));
    const [check] = checksOf('97760', dated, 'medicare-amount');
    expect(check?.severity).toBe('fail');
    expect(check?.official.map(({ year, mean }) => [year, mean])).toEqual([[2025, 4365]]);
  });

  test('a year or a code without a schedule is a note with its reason, not a failure', () => {
    const nc = documentFigures('97760', 'D').filter((row) => row.payer === 'NC Medicare Part B');
    const [old] = checksOf(
      '97760',
      nc.map((row) => ({ ...row, date: '2012' })),
      'medicare-amount',
    );
    expect([old?.severity, old?.missing?.detail]).toEqual([
      'note',
      'no Medicare tables for 2012 in this release',
    ]);
    const [packs] = checksOf('97010', nc, 'medicare-amount');
    expect(packs?.severity).toBe('note');
    expect(packs?.missing?.reason).toBe('not-priced');
  });

  test('in a state of several localities an amount between them is a note', () => {
    const ca = rateTable('97760', [
      { rate: 55.03, payer: 'medicare', line: 'Medicare (traditional)', place: 'CA', date: '2024-05-01' },
    ]);
    const [check] = checksOf('97760', ratesAsFigures(ca), 'medicare-amount');
    const official = check?.official[0];
    expect(official && official.least < 5503 && 5503 < official.most).toBe(true);
    expect(check?.severity).toBe('note');
  });
});

describe('rows against themselves', () => {
  test('document A, UnitedHealth in Alaska: the mean 95.49 is below all its percentiles', () => {
    const checks = checksOf('97755', documentFigures('97755', 'A'), 'mean-outside-quartiles');
    expect(
      checks.map(({ row, severity, side, beyondAll }) => [row.payer, severity, side, beyondAll]),
    ).toEqual([['UnitedHealth Group', 'fail', 'below', true]]);
  });

  test('a mean above its P75 and below its maximum is a note', () => {
    // Twin Cities have no means; of the Austin summaries of 97110, see each row’s own numbers.
    const all = shippedPublished('99213');
    const [row] = all.filter((each) => each.payer === 'UnitedHealthcare');
    if (!row) throw new Error('the Austin summary of UnitedHealthcare is shipped');
    expect(checksOf('99213', [row], 'mean-outside-quartiles')).toEqual([]); // 57.11 < 78.31 < 95.88
    const high = {
      ...row,
      amounts: { ...row.amounts, mean: { kind: 'value', value: { cents: 9600, printed: 'exact' } } },
    } as const;
    const [check] = checksOf('99213', [high], 'mean-outside-quartiles');
    expect([check?.severity, check?.side, check?.beyondAll]).toEqual(['note', 'above', false]);
  });

  test('document D: one Virginia insurer under three names, two of them with 26.44', () => {
    const checks = checksOf('97760', documentFigures('97760', 'D'), 'several-names');
    expect(checks.map(({ rows }) => rows.map((row) => row.payer))).toEqual([
      ['ANTHEM HEALTH PLANS OF VIRGINIA', 'VA BCBS', 'Anthem Blue Cross and Blue Shield of VA'],
    ]);
    expect(checks[0]?.same.map((rows) => rows.map((row) => row.payer))).toEqual([
      ['VA BCBS', 'Anthem Blue Cross and Blue Shield of VA'],
    ]);
  });

  test('document D: NC BCBS 155.55 carries commercial from 70.9% to 114.1% of Medicare', () => {
    const checks = checksOf('97760', documentFigures('97760', 'D'), 'one-row-flips');
    expect(checks.map(({ row, severity }) => [row.payer, severity])).toEqual([['NC BCBS', 'fail']]);
    const percent = (cell: (typeof checks)[number]['all'] | undefined) =>
      cell && Math.round((valueOf(cell.percentOfMedicare) ?? 0) * 1000) / 10;
    expect([percent(checks[0]?.all), percent(checks[0]?.without)]).toEqual([114.1, 70.9]);
  });

  test('document A: its tightest spread is claimed for two payers, and 12.80 is BCBS’s', () => {
    const checks = checksOf('97755', documentFigures('97755', 'A'), 'claim');
    const alaska = checks.filter(({ rows }) => rows[0]?.place === 'AK');
    expect(
      alaska.map(({ claim, severity, rows }) => [claim, severity, rows.map((row) => row.payer)]),
    ).toEqual([
      ['smallest-spread', 'fail', ['BCBS', 'UnitedHealth Group']],
      ['widest-spread', 'pass', ['Cigna Health']],
      ['highest-mean', 'pass', ['UnitedHealth Group']],
      ['lowest-mean', 'pass', ['Medicare']],
    ]);
    expect(alaska[0]?.printed).toBe(2); // 12.80 and 35.88; UnitedHealth’s is not printed
  });

  test('a claim that the numbers contradict fails', () => {
    const alaska = documentFigures('97755', 'A').filter((row) => row.place === 'AK');
    const swapped = alaska.map((row) =>
      row.payer === 'Medicare' ? { ...row, claims: ['highest-mean' as const] } : { ...row, claims: [] },
    );
    const [check] = checksOf('97755', swapped, 'claim');
    expect([check?.severity, check?.against.map((row) => row.payer)]).toEqual([
      'fail',
      ['UnitedHealth Group'],
    ]);
  });
});

describe('a mean beside its own percentiles', () => {
  const check = (spec: PrintedSpec) => {
    const [found] = checksOf('97110', [printedFigure(spec)], 'mean-outside-quartiles');
    return found && [found.severity, found.side, found.beyondAll];
  };

  test('holds from P25 to P75, both included', () => {
    for (const mean of [40, 45, 50]) expect(check({ mean, p25: 40, p75: 50 })).toBeUndefined();
    expect(check({ mean: 39.99, p25: 40, p75: 50 })).toEqual(['fail', 'below', true]);
    expect(check({ mean: 50.01, p25: 40, p75: 50 })).toEqual(['fail', 'above', true]);
  });

  test('is a note while some percentile lies beyond it', () => {
    expect(check({ mean: 39, p25: 40, p75: 50, p10: 38 })).toEqual(['note', 'below', false]);
    expect(check({ mean: 39, p25: 40, p75: 50, min: 39 })).toEqual(['note', 'below', false]);
    expect(check({ mean: 51, p25: 40, p75: 50, p90: 52 })).toEqual(['note', 'above', false]);
    expect(check({ mean: 51, p25: 40, p75: 50, max: 51 })).toEqual(['note', 'above', false]);
    // A spread is no percentile.
    expect(check({ mean: 39, p25: 40, p75: 50, spread: 10 })).toEqual(['fail', 'below', true]);
  });

  test('needs one quartile on its side, and a bound holds on one side only', () => {
    expect(check({ mean: 39, p25: 40 })).toEqual(['fail', 'below', true]);
    expect(check({ mean: 51, p75: 50 })).toEqual(['fail', 'above', true]);
    expect(check({ mean: 95.49, p25: '>99' })).toEqual(['fail', 'below', true]);
    expect(check({ mean: 100, p75: '>99' })).toBeUndefined();
    expect(check({ mean: '>10', p25: 40, p75: 50 })).toBeUndefined();
    expect(check({ p25: 40, p75: 50 })).toBeUndefined();
  });
});

describe('one insurer under several names', () => {
  const names = (...others: readonly PrintedSpec[]) =>
    checksOf(
      '97110',
      [printedFigure({ id: 'a', mean: 30 }), ...others.map((other) => printedFigure({ mean: 30, ...other }))],
      'several-names',
    );
  const alike = { id: 'b', payer: 'Aetna Life' };

  test('is a note, with the rows that print one amount', () => {
    const [check, ...more] = names(
      alike,
      { id: 'c', payer: 'Aetna Health', mean: 31 },
      { id: 'd', payer: 'Aetna', mean: 31 },
      { id: 'e', payer: 'Aetna Inc', mean: 32 },
    );
    expect(more).toEqual([]);
    expect(check?.severity).toBe('note');
    expect(check?.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(check?.same.map((rows) => rows.map(({ id }) => id))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('no amount is not one amount, nor is the same name twice', () => {
    const bound = { mean: '>30' } as const;
    const rows = [printedFigure({ ...bound }), printedFigure({ ...alike, ...bound })];
    expect(checksOf('97110', rows, 'several-names').map(({ same }) => same)).toEqual([[]]);
    expect(names({ id: 'b' })).toEqual([]);
    expect(names({ id: 'b' }, { ...alike, mean: 31 })[0]?.same).toEqual([]);
  });

  test.each<PrintedSpec>([
    { document: 'B' },
    { date: '2024' },
    { place: 'AK' },
    { market: 'Austin' },
    { payerId: 'cigna' },
    { payerClass: 'medicare-advantage' },
    { plan: 'PPO' },
  ])('rows that differ in %o are not held against each other', (other) => {
    expect(names({ ...alike, ...other })).toEqual([]);
  });

  test.each<PrintedSpec>([
    { payerId: null },
    { payerId: 'other' },
    { payerId: 'buca' },
    { payerClass: 'medicare' },
    { place: null },
  ])('nor are rows of many or of nowhere: %o', (spec) => {
    const rows = [printedFigure(spec), printedFigure({ ...alike, ...spec })];
    expect(checksOf('97110', rows, 'several-names')).toEqual([]);
  });
});

describe('one row that flips commercial ÷ Medicare', () => {
  const flips = (medicare: number, ...means: readonly number[]) =>
    checksOf(
      '97110',
      [
        printedFigure({ id: 'm', payerClass: 'medicare', payerId: 'medicare', mean: medicare }),
        ...means.map((mean, index) => printedFigure({ id: `r${index}`, payer: `P${index}`, mean })),
      ],
      'one-row-flips',
    ).map(({ row, all, without }) => [
      row.id,
      valueOf(all.percentOfMedicare),
      valueOf(without.percentOfMedicare),
    ]);

  test('from above: (30 + 30 + 90) ÷ 3 = 50 of 40, and 30 without the 90', () => {
    expect(flips(40, 30, 30, 90)).toEqual([['r2', 1.25, 0.75]]);
  });

  test('from below: (50 + 50 + 5) ÷ 3 = 35 of 40, and 50 without the 5', () => {
    expect(flips(40, 50, 50, 5)).toEqual([['r2', 0.875, 1.25]]);
  });

  test('not where the mean stays on its side, or comes only to 100%', () => {
    expect(flips(40, 45, 50, 60)).toEqual([]);
    // 35 in all; without the 25 it is 40, which is not above.
    expect(flips(40, 40, 40, 25)).toEqual([]);
    // 100% in all is not above: (38 + 42) ÷ 2 = 40, and 42 without the 38 is.
    expect(flips(40, 38, 42).map(([id]) => id)).toEqual(['r0']);
  });

  test('of several the one furthest from the mean', () => {
    // Mean 42 of 40. Without 20: 53; without 52: 37; without 54: 36. The 54 lies 12 off, the 52 ten.
    expect(flips(40, 20, 52, 54).map(([id]) => id)).toEqual(['r2']);
    expect(flips(40, 20, 54, 52).map(([id]) => id)).toEqual(['r1']);
  });
});

describe('what is said in words', () => {
  const said = (claims: PublishedFigure['claims'], first: PrintedSpec, ...others: readonly PrintedSpec[]) => {
    const rows = [
      printedFigure({ id: 'a', claims, ...first }),
      ...others.map((other, index) => printedFigure({ id: `o${index}`, ...other })),
    ];
    return checksOf('97110', rows, 'claim').map(({ claim, severity, against, printed }) => [
      claim,
      severity,
      against.map(({ id }) => id),
      printed,
    ]);
  };

  test('holds where no other row’s number is better; an equal one is not', () => {
    expect(said(['highest-mean'], { mean: 50 }, { mean: 50 }, { mean: 49 })).toEqual([
      ['highest-mean', 'pass', [], 3],
    ]);
    expect(said(['lowest-mean'], { mean: 50 }, { mean: 50 }, { mean: 51 })).toEqual([
      ['lowest-mean', 'pass', [], 3],
    ]);
    expect(said(['widest-spread'], { spread: 9 }, { p25: 1, p75: 10 }, { spread: 8 })).toEqual([
      ['widest-spread', 'pass', [], 3],
    ]);
    expect(said(['smallest-spread'], { spread: 9 }, { p25: 1, p75: 10 }, { spread: 10 })).toEqual([
      ['smallest-spread', 'pass', [], 3],
    ]);
  });

  test('fails where one is', () => {
    expect(said(['highest-mean'], { mean: 50 }, { mean: 51 }, { mean: 9 })).toEqual([
      ['highest-mean', 'fail', ['o0'], 3],
    ]);
    expect(said(['lowest-mean'], { mean: 50 }, { mean: 51 }, { mean: 9 })).toEqual([
      ['lowest-mean', 'fail', ['o1'], 3],
    ]);
    expect(said(['widest-spread'], { spread: 9 }, { spread: 10 }, { spread: 8 })).toEqual([
      ['widest-spread', 'fail', ['o0'], 3],
    ]);
    expect(said(['smallest-spread'], { spread: 9 }, { spread: 10 }, { spread: 8 })).toEqual([
      ['smallest-spread', 'fail', ['o1'], 3],
    ]);
  });

  test('is a note where its own number is not printed', () => {
    expect(said(['highest-mean'], {}, { mean: 51 })).toEqual([['highest-mean', 'note', [], 1]]);
    expect(said(['widest-spread'], { spread: '>9' }, { spread: 10 })).toEqual([
      ['widest-spread', 'note', [], 1],
    ]);
  });

  test('is held against rows of its document, place and market only', () => {
    for (const elsewhere of [{ document: 'B' }, { place: 'AK' }, { market: 'Austin' }])
      expect(said(['highest-mean'], { mean: 50 }, { mean: 51, ...elsewhere })).toEqual([
        ['highest-mean', 'pass', [], 1],
      ]);
  });

  test('of two rows of one document, place and market contradicts itself; of two places it does not', () => {
    const claims = ['highest-mean'] as const;
    expect(said(claims, { mean: 50 }, { mean: 50, claims })).toEqual([['highest-mean', 'fail', [], 2]]);
    for (const elsewhere of [{ document: 'B' }, { place: 'AK' }, { market: 'Austin' }])
      expect(
        said(claims, { mean: 50 }, { mean: 60, claims, ...elsewhere }).map(([, severity]) => severity),
      ).toEqual(['pass', 'pass']);
    // Another claim is another finding.
    expect(said(['highest-mean', 'lowest-mean'], { mean: 50 }).map(([claim]) => claim)).toEqual([
      'highest-mean',
      'lowest-mean',
    ]);
  });

  test('the number a claim is about', () => {
    const row = printedFigure({ mean: 45, p25: 40, p75: 50 });
    expect(claimAmount(row, 'highest-mean')).toBe(4500);
    expect(claimAmount(row, 'lowest-mean')).toBe(4500);
    expect(claimAmount(row, 'widest-spread')).toBe(1000);
    expect(claimAmount(row, 'smallest-spread')).toBe(1000);
    expect(claimAmount(printedFigure({ mean: 45 }), 'widest-spread')).toBeUndefined();
    expect(claimAmount(printedFigure({ spread: '>9' }), 'widest-spread')).toBeUndefined();
  });
});

test('failures come first, then notes, then what holds', () => {
  const rows = [
    printedFigure({ id: 'a', mean: 50, claims: ['highest-mean'] }),
    printedFigure({ id: 'b', mean: 39, p25: 40, min: 30, payer: 'B' }),
    printedFigure({ id: 'c', mean: 51, document: 'B', p75: 50 }),
  ];
  expect(publishedChecks('97110', rows, schedule).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['mean-outside-quartiles', 'fail'],
    ['mean-outside-quartiles', 'note'],
    ['several-names', 'note'],
    ['claim', 'pass'],
  ]);
});

describe('the same checks on a user’s file', () => {
  const file = rateTable('97760', [
    { rate: 45.22, payer: 'medicare', line: 'Medicare (traditional)', place: 'NC', date: '2024-04-01' },
    { rate: 41.81, payer: 'medicare', line: 'Medicare (traditional)', place: 'VA', date: '2024-04-01' },
    { rate: 155.55, payer: 'bcbs', place: 'NC', date: '2024-04-01' },
    { rate: 27.45, payer: 'cigna', place: 'NC', date: '2024-04-01' },
    { rate: 35.2, payer: 'uhg', place: 'NC', date: '2024-04-01' },
  ]);

  test('find the Medicare row that is not the schedule’s and the row that flips North Carolina', () => {
    const checks = publishedChecks('97760', ratesAsFigures(file), schedule);
    expect(checks.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['medicare-amount', 'fail'], // Virginia
      ['one-row-flips', 'fail'], // 72.73 ÷ 45.22 with, 31.33 ÷ 45.22 without
      ['medicare-amount', 'pass'], // North Carolina
    ]);
  });

  test('never hold states against each other', () => {
    const names = ratesAsFigures(file).map((row) => row.document);
    expect(new Set(names)).toEqual(new Set(['your file, NC', 'your file, VA']));
  });
});
