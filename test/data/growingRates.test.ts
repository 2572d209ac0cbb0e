import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GrowingRates, type RateCells } from '../../src/data/growingRates.ts';

const cells: RateCells = {
  cents: 1,
  provider: 2,
  plan: 3,
  source: 4,
  codeType: 1,
  setting: 2,
  billingClass: 3,
  flags: 5,
  modifier: 6,
  methodology: 7,
};
const columns = Object.keys(cells) as (keyof RateCells)[];
const dictionaries = { providers: [], plans: [], sources: [], modifiers: ['', 'GP'], methodologies: [''] };

describe('rates while they grow', () => {
  test('are held once, with how many rows they stand for and the line of the first', () => {
    const rates = new GrowingRates();
    expect(rates.add(cells, 2, 10)).toBe(true);
    expect(rates.add({ ...cells }, 3, 11)).toBe(false);
    expect(rates.length).toBe(1);
    expect(rates.cellsAt(0)).toEqual(cells);
    expect(rates.table('97110', dictionaries)).toEqual({
      code: '97110',
      length: 1,
      cents: Uint32Array.of(1),
      provider: Uint32Array.of(2),
      plan: Uint32Array.of(3),
      source: Uint32Array.of(4),
      codeType: Uint8Array.of(1),
      setting: Uint8Array.of(2),
      billingClass: Uint8Array.of(3),
      flags: Uint16Array.of(5),
      modifier: Uint16Array.of(6),
      methodology: Uint16Array.of(7),
      sourceRows: Uint32Array.of(5),
      line: Uint32Array.of(10),
      counts: null,
      ...dictionaries,
    });
  });

  test.each(columns)('are others where their %s differs', (column) => {
    const rates = new GrowingRates();
    rates.add(cells, 1, 1);
    const other = { ...cells, [column]: cells[column] + 1 };
    expect(rates.add(other, 1, 2)).toBe(true);
    expect(rates.cellsAt(1)).toEqual(other);
    expect([rates.add(cells, 1, 3), rates.add(other, 1, 4), rates.length]).toEqual([false, false, 2]);
  });

  test('say how many providers an entry stands for, where that was told', () => {
    expect(new GrowingRates().table('97110', dictionaries, Uint32Array.of(9)).counts).toEqual(
      Uint32Array.of(9),
    );
  });

  test('have columns of their own, which can be handed over', () => {
    const rates = new GrowingRates();
    rates.add(cells, 1, 1);
    const table = rates.table('97110', dictionaries);
    expect(table.cents.buffer.byteLength).toBe(4);
    table.cents[0] = 99;
    expect(rates.cellsAt(0).cents).toBe(1);
  });

  test('are all found again however many they are: past each doubling of their room', () => {
    const made = (at: number): RateCells => ({
      cents: at % 7,
      provider: at % 11,
      plan: at % 13,
      source: at % 2,
      codeType: at % 2,
      setting: at % 3,
      billingClass: at % 4,
      flags: at % 5,
      modifier: at % 17,
      methodology: Math.floor(at / 10),
    });
    const rates = new GrowingRates();
    for (const count of [63, 64, 65, 128, 129, 300]) {
      for (let at = rates.length; at < count; at++) expect(rates.add(made(at), 1, at + 2)).toBe(true);
      for (let at = 0; at < count; at++) expect(rates.add(made(at), 1, 9999)).toBe(false);
      expect(rates.length).toBe(count);
    }
    const table = rates.table('97110', dictionaries);
    for (let at = 0; at < 300; at++) {
      expect(rates.cellsAt(at)).toEqual(made(at));
      expect(table.line[at]).toBe(at + 2);
    }
    // Met once, and again in each of the six rounds from the one it came in.
    expect([table.sourceRows[0], table.sourceRows[64], table.sourceRows[299]]).toEqual([7, 5, 2]);
  });

  test('are those that a map of their cells would hold', () => {
    const cell = fc.nat(2);
    const rate = fc.record({
      cents: fc.constantFrom(1, 2, 2 ** 32 - 1),
      provider: cell,
      plan: cell,
      source: cell,
      codeType: fc.nat(1),
      setting: cell,
      billingClass: cell,
      flags: fc.constantFrom(0, 1, 65_535),
      modifier: cell,
      methodology: cell,
    });
    fc.assert(
      fc.property(fc.array(rate, { maxLength: 200 }), (all) => {
        const rates = new GrowingRates();
        const known = new Map<string, number>();
        for (const each of all) {
          const key = JSON.stringify(columns.map((column) => each[column]));
          expect(rates.add(each, 1, 1)).toBe(!known.has(key));
          known.set(key, (known.get(key) ?? 0) + 1);
        }
        const { sourceRows } = rates.table('97110', dictionaries);
        expect([...sourceRows]).toEqual([...known.values()]);
      }),
      { numRuns: 50 },
    );
  });
});
