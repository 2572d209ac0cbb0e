import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { present } from '../../src/domain/cell.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { gradeText } from '../../src/text/gradeText.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

function gradeFor(count: number, spec: (n: number) => Partial<RateSpec> = () => ({})) {
  const rates = Array.from({ length: count }, (_, n) => ({
    rate: 50 + n,
    provider: `Hospital ${n}`,
    methodology: 'fee schedule',
    ...spec(n),
  }));
  const { rows } = benchmark(rateTable('97110', rates), defaultScope, null, shippedSchedule());
  const row = rows.find((each) => each.id === 'aetna');
  if (!row) throw new Error('no row');
  return row.grade;
}

describe('confidence grade', () => {
  it.each([
    [4, 'insufficient'],
    [5, 'low'],
    [10, 'low'],
    [11, 'fair'],
    [29, 'fair'],
    [30, 'good'],
  ])('%i votes alone: %s', (count, level) => {
    expect(gradeFor(count).level).toBe(level);
  });
  it('steps down for files more than 4 years apart', () => {
    const spread = gradeFor(30, (n) => ({ date: n === 0 ? '2021' : '2026' }));
    expect(spread).toEqual({ level: 'fair', reasons: [{ rule: 'vintage-spread', years: 5 }] });
    expect(gradeFor(30, (n) => ({ date: n === 0 ? '2022' : '2026' })).level).toBe('good');
  });
  it('steps down when fewer than half of the rates state a dollar methodology', () => {
    const soft = gradeFor(30, (n) => ({ methodology: n < 14 ? 'fee schedule' : '' }));
    expect(soft).toEqual({ level: 'fair', reasons: [{ rule: 'soft-methodology', firmShare: 14 / 30 }] });
    expect(gradeFor(30, (n) => ({ methodology: n < 15 ? 'fee schedule' : '' })).level).toBe('good');
  });
  it.each([
    [9, { level: 'fair', reasons: [{ rule: 'large-provider', share: 9 / 32 }] }],
    // 8 of 32 is a quarter, and no more.
    [8, { level: 'good', reasons: [] }],
  ])(
    'steps down when one provider casts more than a quarter of the votes (basis: rates): %i of 32',
    (large, grade) => {
      const rates = Array.from({ length: 32 }, (_, n) => ({
        rate: 50 + n,
        provider: n < large ? 'Large' : `Hospital ${n}`,
        methodology: 'fee schedule',
      }));
      const { rows } = benchmark(
        rateTable('97110', rates),
        { ...defaultScope, basis: 'rates' },
        null,
        shippedSchedule(),
      );
      expect(rows.find((each) => each.id === 'aetna')?.grade).toEqual(grade);
    },
  );
  it('does not fall below low, which is for too few votes alone', () => {
    expect(gradeFor(12, (n) => ({ date: n === 0 ? '2020' : '2026', methodology: '' })).level).toBe('low');
  });
  it('says why in words', () => {
    expect(gradeText(gradeFor(12, () => ({ methodology: '' }))).reasons).toBe(
      'n 12; 0.0% of its rates state a dollar methodology',
    );
  });
  it('grades the shipped 97110 figures: every reason is a rule of the policy', () => {
    const { rows } = benchmark(shippedRates('97110'), defaultScope, null, shippedSchedule());
    expect(Object.fromEntries(rows.map((row) => [row.id, row.grade.level]))).toMatchObject({
      kaiser: 'insufficient',
    });
  });
});

describe('flagged votes', () => {
  const rates = [25.72, 35.97, 26.44, 27.45, 35.2, 26.44, 155.55].map((rate, n) => ({
    rate,
    provider: `Payer ${n}`,
    place: 'NC',
  }));
  const table = rateTable('97760', rates);
  it('count unless the scope leaves them out, and are kept as evidence', () => {
    const counted = benchmark(table, defaultScope, null, shippedSchedule()).rows.find(
      (row) => row.id === 'aetna',
    );
    const without = benchmark(table, { ...defaultScope, outliers: 'out' }, null, shippedSchedule()).rows.find(
      (row) => row.id === 'aetna',
    );
    expect([counted?.n, without?.n]).toEqual([7, 6]);
    expect(without?.flaggedOut.map((vote) => [vote.amount, vote.flags])).toEqual([[15_555, ['above-fence']]]);
    expect(without?.mean).toMatchObject({ value: 17_722 / 6 }); // 29.54
  });
  it('change nothing else: other definitions give other quartiles of the same votes', () => {
    const of = (definition: 'type6' | 'nearestRank') =>
      benchmark(table, { ...defaultScope, definition }, null, shippedSchedule()).rows.find(
        (row) => row.id === 'aetna',
      );
    expect([of('type6')?.p25, of('type6')?.p75]).toEqual([present(2644), present(3597)]);
    expect(of('nearestRank')?.p25).toEqual(present(2644));
  });
});
