import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import { benchmarkEffects, documentGroups, rowEffect } from '../../src/domain/effectGroups.ts';
import { type EffectGroup, type EffectVote, outlierEffect } from '../../src/domain/outlierEffect.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { rateTable } from '../support/builders.ts';
import { printedFigure } from '../support/printedFigure.ts';
import { documentFigures, shippedPublished } from '../support/publishedFigures.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

describe('the table of 97760 (field-guide 5.4)', () => {
  const [group, ...others] = documentGroups(documentFigures('97760', 'D'));
  if (!group) throw new Error('document D has commercial and Medicare rows');
  const effect = outlierEffect(group);

  test('has seven commercial rows; Medicare, Medicare Advantage and workers’ comp are not among them', () => {
    expect(others).toEqual([]);
    expect(group.votes.map((vote) => vote.amount)).toEqual([2572, 3597, 2644, 2745, 3520, 15_555, 2644]);
    expect(group.medicareRows).toEqual([4522, 4181, 3791]);
  });

  test('is 114.1% of Medicare with NC BCBS and 70.9% without; medians 65.7%', () => {
    // Mean 332.77 ÷ 7 = 47.5386; Medicare 124.94 ÷ 3 = 41.6467; 47.5386 ÷ 41.6467 = 1.1415.
    expect(valueOf(effect.all.mean)).toBeCloseTo(33_277 / 7, 9);
    expect(valueOf(effect.all.percentOfMedicare)).toBeCloseTo(1.1415, 4);
    // Without 155.55: 177.22 ÷ 6 = 29.5367; ÷ 41.6467 = 0.7092.
    expect(valueOf(effect.withoutAll.mean)).toBeCloseTo(17_722 / 6, 9);
    expect(valueOf(effect.withoutAll.percentOfMedicare)).toBeCloseTo(0.7092, 4);
    // 27.45 ÷ 41.81 = 0.6565.
    expect(effect.all.median).toEqual(present(2745));
    expect(valueOf(effect.all.medianOfMedicare)).toBeCloseTo(0.6565, 4);
    // Without: (26.44 + 27.45) ÷ 2 = 26.945.
    expect(effect.withoutAll.median).toEqual(present(2694.5));
  });

  test('flags NC BCBS alone, by its fence, and says that it flips the conclusion', () => {
    expect(effect.flagged.map(({ vote }) => vote.label)).toEqual(['NC BCBS']);
    expect(effect.flagged[0]?.vote.flags).toEqual(['above-fence']);
    expect(effect.flagged[0]?.flips).toBe(true);
    expect(effect.flips).toBe(true);
    expect(effect.flagged[0]?.without).toEqual(effect.withoutAll);
  });

  test('is judged by the Medicare amount of the same state where the table has one', () => {
    const medicare = group.votes.map((vote) => valueOf(vote.medicare));
    expect(medicare).toEqual([4181, undefined, 4181, undefined, undefined, 4522, 4181]);
  });
});

test('one vote has nothing beside it when it is left out', () => {
  const vote: EffectVote = {
    id: 'v',
    amount: 200,
    weight: 1,
    medicare: absent('not-comparable'),
    flags: ['above-fence'],
    label: 'V',
    date: '',
  };
  const gap = absent('too-few', 'no vote is left');
  const nothing = { n: 0, mean: gap, median: gap, percentOfMedicare: gap, medianOfMedicare: gap };
  for (const medicareRows of [[100], []]) {
    const { flagged, flips, withoutAll } = outlierEffect({ id: 'g', name: 'G', votes: [vote], medicareRows });
    expect(flagged.map((each) => [each.flips, each.without])).toEqual([[false, nothing]]);
    expect([flips, withoutAll]).toEqual([false, nothing]);
  }
});

test('documents without commercial averages make no group', () => {
  expect(documentGroups(shippedPublished('97755'))).toEqual([]);
  expect(documentGroups(shippedPublished('97750'))).toEqual([]);
});

describe('the rows of a document', () => {
  const medicare = { payerClass: 'medicare', payerId: 'medicare' } as const;

  test('each beside Medicare of its own place, where the document prints it', () => {
    const [group, ...others] = documentGroups([
      printedFigure({ id: 'a', mean: 30, payer: 'A', date: '2024' }),
      printedFigure({ id: 'b', mean: 40, place: 'AK' }),
      printedFigure({ id: 'c', mean: 50, place: null }),
      printedFigure({ id: 'd', median: 60 }),
      printedFigure({ id: 'e', mean: '>70' }),
      printedFigure({ id: 'f', mean: 80, payerClass: 'medicaid' }),
      printedFigure({ ...medicare, mean: 20 }),
      printedFigure({ ...medicare, mean: '>99', place: 'AK' }),
      printedFigure({ ...medicare, mean: 25, place: null }),
    ]);
    const none = absent('not-comparable', 'the document prints no Medicare amount for this place');
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      id: 'document-A',
      name: 'Document A, commercial rows',
      medicareRows: [2000, 2500],
    });
    expect(group?.votes.map(({ id, amount, medicare: beside }) => [id, amount, beside])).toEqual([
      ['a', 3000, present(2000)],
      ['b', 4000, none],
      ['c', 5000, none],
    ]);
    expect(group?.votes[0]).toMatchObject({ label: 'A', date: '2024', weight: 1, flags: [] });
  });

  test('two commercial amounts and one of Medicare make a group, document by document', () => {
    const row = printedFigure({ mean: 30 });
    const base = printedFigure({ ...medicare, mean: 20 });
    expect(documentGroups([row, base])).toEqual([]);
    expect(documentGroups([row, row])).toEqual([]);
    expect(documentGroups([row, row, printedFigure({ ...medicare, median: 20 })])).toEqual([]);
    expect(documentGroups([row, { ...row, document: 'B' }, base])).toEqual([]);
    const both = [row, row, base];
    expect(
      documentGroups([...both, ...both.map((each) => ({ ...each, document: 'B' }))]).map(({ id }) => id),
    ).toEqual(['document-A', 'document-B']);
  });

  test('what stands out among them is flagged', () => {
    const rows = [30, 31, 32, 33, 34, 120].map((mean, index) => printedFigure({ id: String(index), mean }));
    const [group] = documentGroups([...rows, printedFigure({ ...medicare, mean: 20 })]);
    expect(group?.votes.map(({ flags }) => flags.join())).toEqual([
      '',
      '',
      '',
      '',
      '',
      'above-fence,above-medicare-range',
    ]);
  });
});

describe('the votes of a benchmark', () => {
  const rates = [30, 31, 32, 33, 34, 400].map((rate, index) => ({ rate, provider: `Hospital ${index}` }));
  const table = rateTable('97110', rates);
  const schedule = shippedSchedule();

  test('are the same whether the scope counts flagged votes or not', () => {
    const effects = (['in', 'out'] as const).map((outliers) => {
      const here = benchmark(table, { ...defaultScope, outliers }, null, schedule);
      return benchmarkEffects(here, table);
    });
    expect(effects[1]).toEqual(effects[0]);
    const aetna = effects[0]?.find(({ group }) => group.id === 'aetna');
    // 400 is above the fence (33.75 + 1.5 × 2.5 = 37.5) and above 5.5 times Texas Medicare 2026, about 29 dollars.
    expect(aetna?.flagged.map(({ vote }) => [vote.label, vote.flags])).toEqual([
      ['Hospital 5, TX', ['above-fence', 'above-medicare-range']],
    ]);
    // 560 ÷ 6 with, 160 ÷ 5 without.
    expect(valueOf(aetna?.all.mean ?? absent('not-in-input'))).toBeCloseTo(56_000 / 6, 9);
    expect(aetna?.withoutAll.mean).toEqual(present(3200));
    expect(aetna?.withoutAll.n).toBe(5);
  });

  test('name the provider and its place, and a class as one of so many alike', () => {
    const few = rateTable('97110', [
      { rate: 30, provider: 'Alone' },
      { rate: 31, provider: 'Class', count: 3 },
      { rate: 32, provider: 'Your file', place: '' },
    ]);
    const groups = benchmarkEffects(benchmark(few, defaultScope, null, schedule), few).map(
      ({ group }) => group,
    );
    // Rows without a vote make no group.
    expect(groups.map(({ id }) => id)).toEqual(['buca', 'aetna']);
    expect(groups[1]).toMatchObject({ name: 'Aetna', definition: 'type7' });
    expect(groups[1]?.votes.map(({ id, label, weight, date }) => [id, label, weight, date])).toEqual([
      ['aetna-0', 'Alone, TX', 1, '2026-01-01'],
      ['aetna-1', 'Class, TX: one of 3 alike', 3, '2026-01-01'],
      ['aetna-2', 'Your file', 1, '2026-01-01'],
    ]);
  });

  test('are worked out once, row by row or all at a time', () => {
    const here = benchmark(table, defaultScope, null, schedule);
    const byRow = here.rows.map((row) => rowEffect(row, here, table));
    // BUCA, Aetna; the other payers of BUCA have a row and no vote.
    expect(byRow.map((effect) => effect?.group.id)).toEqual([
      'buca',
      'aetna',
      undefined,
      undefined,
      undefined,
    ]);
    const all = benchmarkEffects(here, table);
    expect(all).toHaveLength(2);
    all.forEach((effect, index) => {
      expect(effect).toBe(byRow[index]);
    });
  });

  test('with all of them, give the benchmark’s own figures', () => {
    const rows = shippedRates('97110');
    const here = benchmark(rows, defaultScope, null, schedule);
    for (const { group, all } of benchmarkEffects(here, rows)) {
      const row = here.rows.find((each) => each.id === group.id);
      expect([all.n, all.mean, all.percentOfMedicare]).toEqual([row?.n, row?.mean, row?.percentOfMedicare]);
    }
  });

  test('without the flagged ones, give the figures of the benchmark that leaves them out', () => {
    const rows = shippedRates('97110');
    const out = benchmark(rows, { ...defaultScope, outliers: 'out' }, null, schedule);
    for (const { group, withoutAll } of benchmarkEffects(out, rows)) {
      const row = out.rows.find((each) => each.id === group.id);
      expect([withoutAll.n, valueOf(withoutAll.mean)]).toEqual([row?.n, row && valueOf(row.mean)]);
    }
  });
});

describe('figures by hand', () => {
  const vote = (amount: number, more: Partial<EffectVote> = {}): EffectVote => ({
    id: String(amount),
    label: '',
    date: '',
    amount,
    weight: 1,
    medicare: present(100),
    flags: [],
    ...more,
  });
  const odd = { flags: ['above-fence'] } as const;
  const effect = (votes: readonly EffectVote[], more: Partial<EffectGroup> = {}) =>
    outlierEffect({ id: 'g', name: 'g', votes, ...more });
  const noMedicare = absent('not-comparable', 'no Medicare amount to compare with');

  test('of no vote, and of the only one left out', () => {
    const gap = absent('too-few', 'no vote is left');
    const none = { n: 0, mean: gap, median: gap, percentOfMedicare: gap, medianOfMedicare: gap };
    expect(effect([])).toMatchObject({ all: none, withoutAll: none, flagged: [], flips: false });
    const alone = effect([vote(150, odd)]);
    expect(alone.flagged[0]?.without).toEqual(none);
    expect([alone.flips, alone.flagged[0]?.flips, alone.flaggedVotes]).toEqual([false, false, 1]);
  });

  test('four votes have a mean and a ratio of sums, and no medians', () => {
    const four = effect([10, 20, 30, 40].map((amount) => vote(amount))).all;
    const few = absent('too-few', 'fewer than 5 votes (4)');
    expect(four).toEqual({
      n: 4,
      mean: present(25),
      median: few,
      percentOfMedicare: present(0.25),
      medianOfMedicare: few,
    });
  });

  test('votes without a Medicare amount are in the mean and the median, not in the ratios', () => {
    const wyoming = absent('not-priced', 'no Medicare locality for WY in 2026');
    const votes = [10, 20, 30, 40, 50].map((amount) => vote(amount));
    const { all } = effect([...votes, vote(900, { medicare: wyoming })]);
    expect(all).toEqual({
      n: 6,
      mean: present(175),
      // Between 30 and 40; beside Medicare it is that of the five, 30 ÷ 100.
      median: present(35),
      percentOfMedicare: present(0.3),
      medianOfMedicare: present(0.3),
    });
    const none = effect([vote(10, { medicare: wyoming }), vote(20, { medicare: noMedicare })]).all;
    expect([none.percentOfMedicare, none.medianOfMedicare]).toEqual([wyoming, wyoming]);
  });

  test('a class is as many votes, and without one of it the others stay', () => {
    const votes = [vote(10, { weight: 3 }), vote(90, { ...odd, weight: 2 }), vote(50)];
    const { all, flagged, withoutAll, flaggedVotes } = effect(votes);
    // 10 10 10 50 90 90: mean 260 ÷ 6, median 30; without one 90: 170 ÷ 5 and 10; without both 80 ÷ 4.
    expect([all.n, valueOf(all.mean), all.median]).toEqual([6, 260 / 6, present(30)]);
    expect(flagged[0]?.without).toMatchObject({ n: 5, mean: present(34), median: present(10) });
    expect([withoutAll.n, withoutAll.mean, flaggedVotes]).toEqual([4, present(20), 2]);
  });

  test('from above Medicare to 100% of it is a crossing, from 100% on up is one, too', () => {
    const flips = (...amounts: readonly number[]) => {
      const found = effect(amounts.map((amount, index) => vote(amount, index === 0 ? odd : {})));
      return [found.flips, found.flagged[0]?.flips];
    };
    expect(flips(130, 100, 100)).toEqual([true, true]);
    expect(flips(70, 120, 110)).toEqual([true, true]); // 100% with it, 115% without
    expect(flips(50, 100, 100)).toEqual([false, false]);
    expect(flips(130, 120, 110)).toEqual([false, false]);
  });

  test('the highest flagged vote is told first', () => {
    const { flagged } = effect([vote(20, odd), vote(10), vote(90, odd), vote(50, odd)]);
    expect(flagged.map((each) => each.vote.amount)).toEqual([90, 50, 20]);
  });

  test('beside a document’s Medicare rows the ratio is mean ÷ mean, whatever each vote is compared with', () => {
    const five = [10, 20, 30, 40, 150].map((amount, index) => vote(amount, index === 4 ? odd : {}));
    const found = effect(five, { medicareRows: [20, 40, 90] });
    // 50 ÷ 50 and 30 ÷ 40; without 150 it is 25 ÷ 50.
    expect(found.all).toMatchObject({ percentOfMedicare: present(1), medianOfMedicare: present(0.75) });
    expect(found.flagged[0]?.without).toMatchObject({ percentOfMedicare: present(0.5) });
    expect(effect(five, { medicareRows: [] }).all).toMatchObject({
      percentOfMedicare: noMedicare,
      medianOfMedicare: noMedicare,
    });
  });

  test('without one of many votes, wherever it stands among them', () => {
    // 10, 20 … 90 of Medicare 100, 200 … 900: each left out in turn moves mean and median as a list of eight.
    const nine = Array.from({ length: 9 }, (_, at) =>
      vote(10 * (at + 1), { ...odd, medicare: present(100 * (at + 1)) }),
    );
    const { flagged } = effect(nine);
    expect(
      flagged.map(({ without }) => [without.n, valueOf(without.mean), valueOf(without.median)]).toReversed(),
    ).toEqual([
      [8, 440 / 8, 55],
      [8, 430 / 8, 55],
      [8, 420 / 8, 55],
      [8, 410 / 8, 55],
      [8, 400 / 8, 50],
      [8, 390 / 8, 45],
      [8, 380 / 8, 45],
      [8, 370 / 8, 45],
      [8, 360 / 8, 45],
    ]);
    for (const { without } of flagged) {
      expect(valueOf(without.percentOfMedicare)).toBeCloseTo(0.1, 12);
      expect(valueOf(without.medianOfMedicare)).toBeCloseTo(0.1, 12);
    }
  });
});

test('a figure without one vote is the plain figure of the others, and flips where it crosses Medicare', () => {
  const vote = fc.record({
    amount: fc.integer({ min: 1, max: 9000 }),
    weight: fc.constantFrom(1, 1, 3),
    // Some have nothing to compare with.
    medicare: fc.option(fc.integer({ min: 3000, max: 5000 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(vote, { minLength: 2, maxLength: 20 }), (drawn) => {
      const votes = drawn.map(
        ({ medicare, ...each }, index): EffectVote => ({
          ...each,
          id: String(index),
          label: '',
          date: '',
          medicare: medicare === undefined ? absent('not-comparable') : present(medicare),
          flags: ['above-gross'],
        }),
      );
      const { all, flagged } = outlierEffect({ id: 'g', name: 'g', votes });
      for (const { vote: left, without, flips } of flagged) {
        const others = votes.flatMap((each) =>
          each === left ? Array.from({ length: each.weight - 1 }, () => ({ ...each, weight: 1 })) : [each],
        );
        const plain = outlierEffect({ id: 'g', name: 'g', votes: others }).all;
        for (const measure of ['mean', 'median', 'percentOfMedicare', 'medianOfMedicare'] as const) {
          expect(without[measure].kind).toBe(plain[measure].kind);
          expect(valueOf(without[measure]) ?? 0).toBeCloseTo(valueOf(plain[measure]) ?? 0, 9);
        }
        const [before, after] = [valueOf(all.percentOfMedicare), valueOf(plain.percentOfMedicare)];
        expect(flips).toBe(before !== undefined && after !== undefined && before > 1 !== after > 1);
      }
    }),
  );
});

test('leaving out never invents: n falls by the number of flagged votes, and means stay within the votes', () => {
  const vote = fc.record({ amount: fc.integer({ min: 1, max: 50_000 }), isFlagged: fc.boolean() });
  fc.assert(
    fc.property(fc.array(vote, { minLength: 1, maxLength: 30 }), (drawn) => {
      const votes = drawn.map(
        ({ amount, isFlagged }, index): EffectVote => ({
          id: String(index),
          label: '',
          date: '',
          amount,
          weight: 1,
          medicare: present(4000),
          flags: isFlagged ? ['above-gross'] : [],
        }),
      );
      const effect = outlierEffect({ id: 'g', name: 'g', votes });
      expect(effect.withoutAll.n).toBe(votes.length - effect.flagged.length);
      expect(effect.flagged.every(({ without }) => without.n === votes.length - 1)).toBe(true);
      const mean = valueOf(effect.withoutAll.mean);
      const kept = votes.filter(({ flags }) => flags.length === 0).map(({ amount }) => amount);
      expect(mean === undefined).toBe(kept.length === 0);
      if (mean !== undefined) {
        expect(mean).toBeGreaterThanOrEqual(Math.min(...kept));
        expect(mean).toBeLessThanOrEqual(Math.max(...kept));
      }
    }),
  );
});
