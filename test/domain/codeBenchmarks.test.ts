import { describe, expect, test } from 'vitest';
import { present } from '../../src/domain/cell.ts';
import {
  type CodeBenchmarksInput,
  codeBenchmarks,
  foreseeBenchmarks,
} from '../../src/domain/codeBenchmarks.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { rateTable } from '../support/builders.ts';
import { plainSchedule } from '../support/plainSchedule.ts';

const schedule = plainSchedule({ dollars: { TX: [20], AK: [40] }, years: [2025, 2026] });

/** Rates of 30 in Texas and 50 in Alaska; tables made anew each time, because answers are kept by table. */
function asked(change: Partial<CodeBenchmarksInput> = {}): CodeBenchmarksInput {
  return {
    nationalRates: rateTable('97110', [{ rate: 30 }, { rate: 50, place: 'AK' }]),
    placeRates: rateTable('97110', [{ rate: 30 }]),
    place: 'TX',
    scope: defaultScope,
    schedule,
    medicareYear: 2026,
    ...change,
  };
}

describe('a place and the nation', () => {
  test('each from its own table, with Medicare of the place beside it', () => {
    const input = asked();
    const { here, nation } = codeBenchmarks(input);
    expect(here.table).toBe(input.placeRates);
    expect(here.benchmark).toMatchObject({ code: '97110', place: 'TX' });
    expect(here.benchmark.rows[0]?.mean).toEqual(present(3000));
    expect(here.medicare).toMatchObject({ place: 'TX', year: 2026, mean: present(2000) });
    expect(nation.table).toBe(input.nationalRates);
    expect(nation.benchmark.place).toBeNull();
    expect(nation.benchmark.rows[0]?.mean).toEqual(present(4000));
    expect(nation.medicare).toMatchObject({ place: null, mean: present(3000) });
  });

  test('the nation asked for is one value, and so is a place without rates of its own', () => {
    for (const change of [{ place: null }, { placeRates: null }]) {
      const { here, nation } = codeBenchmarks(asked(change));
      expect(here).toBe(nation);
      expect(here.benchmark.place).toBeNull();
    }
  });
});

describe('answers are kept', () => {
  const office = { ...defaultScope, site: 'office' } as const;

  test('for an equal choice, whichever object says it', () => {
    const input = asked();
    const first = codeBenchmarks(input);
    const again = codeBenchmarks({ ...input, scope: { ...defaultScope } });
    expect(again.here).toBe(first.here);
    expect(again.nation).toBe(first.nation);
  });

  test('apart by scope, place, year and schedule', () => {
    const input = asked();
    const { here } = codeBenchmarks(input);
    const others = [
      codeBenchmarks({ ...input, scope: office }).here,
      codeBenchmarks({ ...input, place: 'AK' }).here,
      codeBenchmarks({ ...input, medicareYear: 2025 }).here,
      codeBenchmarks({ ...input, schedule: plainSchedule({ dollars: { TX: [99] } }) }).here,
    ];
    expect(new Set([here, ...others]).size).toBe(5);
    expect(others.map(({ medicare }) => [medicare.place, medicare.year])).toEqual([
      ['TX', 2026],
      ['AK', 2026],
      ['TX', 2025],
      ['TX', 2026],
    ]);
    expect(others[3]?.medicare.mean).toEqual(present(9900));
  });

  test('six of each table: the seventh choice takes the place of the one not asked for the longest', () => {
    const input = asked({ place: null });
    const of = (medicareYear: number) => codeBenchmarks({ ...input, medicareYear }).nation;
    const [first, second] = [2001, 2002, 2003, 2004, 2005, 2006].map(of);
    expect(of(2001)).toBe(first);
    // Asked for again, 2001 is not the oldest any more: 2002 is.
    of(2007);
    expect(of(2001)).toBe(first);
    expect(of(2002)).not.toBe(second);
  });

  test('asking for one again and again does not push out the others', () => {
    const input = asked({ place: null });
    const of = (medicareYear: number) => codeBenchmarks({ ...input, medicareYear }).nation;
    const first = of(2001);
    for (let times = 0; times < 10; times++) of(2002);
    expect(of(2001)).toBe(first);
  });
});

describe('worked out beforehand', () => {
  /** A table that tells whether it was counted: what a benchmark says of its providers it reads each time. */
  function watched(table: CodeBenchmarksInput['nationalRates'], length = table.length) {
    const read = { times: 0 };
    const seen = new Proxy(table, {
      get(target, name) {
        if (name === 'providers') read.times++;
        return name === 'length' ? length : Reflect.get(target, name);
      },
    });
    return { table: seen, read };
  }

  test('a choice then needs no count: not of the place, not of the nation, in whichever year of Medicare', () => {
    const given = asked();
    const nation = watched(given.nationalRates);
    const texas = watched(rateTable('97110', [{ rate: 30 }]));
    const input = { ...given, nationalRates: nation.table, placeRates: texas.table };
    foreseeBenchmarks(input);
    const counts = [nation.read.times, texas.read.times];
    expect(Math.min(...counts)).toBeGreaterThan(0);
    for (const medicareYear of [2025, 2026]) {
      const { here } = codeBenchmarks({ ...input, medicareYear });
      expect(here.benchmark.rows[0]?.mean).toEqual(present(3000));
      expect(here.medicare.year).toBe(medicareYear);
    }
    expect([nation.read.times, texas.read.times]).toEqual(counts);
    codeBenchmarks({ ...input, scope: { ...defaultScope, basis: 'rates' } });
    expect(nation.read.times).toBeGreaterThan(counts[0] as number);
  });

  test('of a table that would hold up the page, nothing', () => {
    const { table, read } = watched(asked().nationalRates, 200_001);
    foreseeBenchmarks(asked({ nationalRates: table, placeRates: null }));
    expect(read.times).toBe(0);
  });
});
