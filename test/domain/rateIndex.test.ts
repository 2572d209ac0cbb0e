import { describe, expect, test } from 'vitest';
import { payers } from '../../src/domain/payer.ts';
import { rateIndex } from '../../src/domain/rateIndex.ts';
import { type RateSpec, rateTable } from '../support/builders.ts';

const indexOf = (rates: readonly RateSpec[]) => rateIndex(rateTable('97110', rates));

describe('slots', () => {
  test('stand by payer, then provider, then rate, equal ones as in the table', () => {
    const index = indexOf([
      { rate: 40, payer: 'cigna', provider: 'A' },
      { rate: 20, payer: 'aetna', provider: 'B' },
      { rate: 50, payer: 'aetna', provider: 'A' },
      { rate: 10, payer: 'aetna', provider: 'B' },
      { rate: 20, payer: 'aetna', provider: 'B', plan: 'Other' },
      { rate: 30, payer: 'aetna', provider: 'A' },
    ]);
    expect([...index.row]).toEqual([5, 2, 3, 1, 4, 0]);
    expect([...index.cents]).toEqual([3000, 5000, 1000, 2000, 2000, 4000]);
    // A is the first provider of the table.
    expect([...index.provider]).toEqual([0, 0, 1, 1, 1, 0]);
    expect(index.mostCents).toBe(5000);
    const starts = [...index.payerStarts];
    expect(starts).toHaveLength(payers.length + 1);
    // aetna 0 to 5, bcbs none, cigna 5 to 6, none after.
    expect(starts.slice(0, 4)).toEqual([0, 5, 5, 6]);
    expect(starts.slice(4).every((start) => start === 6)).toBe(true);
  });

  test('keep the order of amounts of every size', () => {
    // 2^11, 2^22 and 2^31 cents lie between: each digit decides somewhere.
    const dollars = [
      20.47, 20.48, 20.49, 41_943.03, 41_943.04, 41_943.05, 60_000, 21_474_836.48, 42_949_672.95,
    ];
    const index = indexOf(dollars.toReversed().map((rate) => ({ rate })));
    expect([...index.cents].map((cents) => cents / 100)).toEqual(dollars);
    expect([...index.row]).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });
});

describe('places and dates', () => {
  test('are those of the rates, places by letter and dates oldest first', () => {
    const index = indexOf([
      { rate: 1, provider: 'T', place: 'TX', date: '2026-01-01' },
      { rate: 2, provider: 'K', place: 'AK', date: '2024' },
      { rate: 3, provider: 'U', place: 'TX', date: '2025-03' },
      { rate: 4, provider: 'N', place: '', date: '2024' },
    ]);
    expect(index.places).toEqual(['', 'AK', 'TX']);
    expect(index.dates).toEqual([
      { date: '2024', year: 2024 },
      { date: '2025-03', year: 2025 },
      { date: '2026-01-01', year: 2026 },
    ]);
    expect([...index.placeOf]).toEqual([2, 1, 2, 0]);
    // Place × 3 + date, slot by slot: T, K, U and N are providers 0 to 3.
    expect([...index.file]).toEqual([8, 3, 7, 0]);
  });

  test('leave out what a dictionary holds and no rate has', () => {
    const table = rateTable('97110', [
      { rate: 1, provider: 'Gone', place: 'AK', date: '2020', count: 7 },
      { rate: 2, provider: 'Here', place: 'TX', count: 3 },
    ]);
    const one = (column: Uint32Array) => column.subarray(1);
    const index = rateIndex({
      ...table,
      length: 1,
      cents: one(table.cents),
      provider: one(table.provider),
      plan: one(table.plan),
      source: one(table.source),
    });
    expect(index).toMatchObject({ places: ['TX'], dates: [{ date: '2026-01-01', year: 2026 }] });
    expect([...index.providers]).toEqual([1]);
    expect([...(index.counts ?? [])]).toEqual([3]);
    expect([[...index.provider], [...index.file]]).toEqual([[0], [0]]);
  });
});

test('a table is laid out once', () => {
  const table = rateTable('97110', [{ rate: 1 }]);
  expect(rateIndex(table)).toBe(rateIndex(table));
  expect(rateIndex({ ...table })).not.toBe(rateIndex(table));
});
