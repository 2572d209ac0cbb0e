import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { absent, present, valueOf } from '../../src/domain/cell.ts';
import { benchmarkGroups, documentGroups } from '../../src/domain/effectGroups.ts';
import { type EffectVote, outlierEffect } from '../../src/domain/outlierEffect.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { rateTable } from '../support/builders.ts';
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

test('documents without commercial averages make no group', () => {
  expect(documentGroups(shippedPublished('97755'))).toEqual([]);
  expect(documentGroups(shippedPublished('97750'))).toEqual([]);
});

describe('the votes of a benchmark', () => {
  const rates = [30, 31, 32, 33, 34, 400].map((rate, index) => ({ rate, provider: `Hospital ${index}` }));
  const table = rateTable('97110', rates);
  const schedule = shippedSchedule();

  test('are the same whether the scope counts flagged votes or not', () => {
    const effects = (['in', 'out'] as const).map((outliers) => {
      const here = benchmark(table, { ...defaultScope, outliers }, null, schedule);
      return benchmarkGroups(here, table).map(outlierEffect);
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

  test('with all of them, give the benchmark’s own figures', () => {
    const rows = shippedRates('97110');
    const here = benchmark(rows, defaultScope, null, schedule);
    for (const group of benchmarkGroups(here, rows)) {
      const row = here.rows.find((each) => each.id === group.id);
      const { all } = outlierEffect({ ...group, votes: group.votes });
      expect([all.n, all.mean, all.percentOfMedicare]).toEqual([row?.n, row?.mean, row?.percentOfMedicare]);
    }
  });

  test('without the flagged ones, give the figures of the benchmark that leaves them out', () => {
    const rows = shippedRates('97110');
    const out = benchmark(rows, { ...defaultScope, outliers: 'out' }, null, schedule);
    for (const group of benchmarkGroups(out, rows)) {
      const row = out.rows.find((each) => each.id === group.id);
      const { withoutAll } = outlierEffect(group);
      expect([withoutAll.n, valueOf(withoutAll.mean)]).toEqual([row?.n, row && valueOf(row.mean)]);
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
