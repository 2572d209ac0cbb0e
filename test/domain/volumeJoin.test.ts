import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinVolumes, spreadUnits, type VolumeLine } from '../../src/domain/volumeJoin.ts';
import { contractLine } from '../support/contracts.ts';

function volume(spec: Partial<VolumeLine>): VolumeLine {
  return {
    line: 2,
    lines: 1,
    code: '97110',
    modifier: '',
    payer: '',
    market: 'other',
    planLine: 'Commercial',
    place: '',
    site: '',
    units: 100,
    ...spec,
  };
}

const aetna = contractLine({ id: 'a', payer: 'Aetna PPO', market: 'aetna', units: 300 });
const cigna = contractLine({ id: 'c', payer: 'Cigna', market: 'cigna', units: 100 });
const local = contractLine({ id: 'l', payer: 'Zyxo Trust', market: 'other' });
const assistant = contractLine({ id: 'q', payer: 'Aetna PPO', market: 'aetna', modifier: 'CQ' });
const unitsOf = (lines: readonly { id: string; units: number | null }[]) =>
  Object.fromEntries(lines.map(({ id, units }) => [id, units]));

describe('volumes are joined by code and payer', () => {
  test('by the same name, else by what both names stand for; what was stated before is replaced', () => {
    const join = joinVolumes(
      [aetna, cigna, local],
      [
        volume({ payer: 'AETNA  ppo', market: 'aetna', units: 40 }),
        volume({ payer: 'Cigna Open Access', market: 'cigna', units: 25 }),
      ],
    );
    expect(unitsOf(join.lines)).toEqual({ a: 40, c: 25, l: null });
    expect([join.matched, join.spread, join.unmatched]).toEqual([65, 0, []]);
  });

  test('a payer nobody knows matches its own name only, and another line of business none', () => {
    const join = joinVolumes(
      [aetna, local],
      [
        volume({ payer: 'Zyxo Trust', units: 7 }),
        volume({ payer: 'Quillfern', units: 9 }),
        volume({ payer: 'Aetna Medicare', market: 'medicare-advantage', planLine: 'Medicare Advantage' }),
        volume({ code: '97112', payer: 'Aetna PPO', market: 'aetna', units: 3 }),
      ],
    );
    expect(unitsOf(join.lines)).toEqual({ a: null, l: 7 });
    expect(join.unmatched.map(({ volume: { units }, why }) => [units, why])).toEqual([
      [9, 'payer'],
      [100, 'payer'],
      [3, 'code'],
    ]);
  });

  test('a modifier that changes the price must be the same; without one the plain rate comes first', () => {
    const join = joinVolumes(
      [aetna, assistant],
      [
        volume({ payer: 'Aetna PPO', market: 'aetna', units: 50 }),
        volume({ payer: 'Aetna PPO', market: 'aetna', modifier: 'CQ', units: 6 }),
        volume({ payer: 'Aetna PPO', market: 'aetna', modifier: 'CO', units: 2 }),
      ],
    );
    expect(unitsOf(join.lines)).toEqual({ a: 50, q: 6 });
    expect(join.unmatched.map(({ why }) => why)).toEqual(['modifier']);
  });

  test('place of service and state narrow what is left', () => {
    const office = contractLine({ id: 'o', site: 'non-facility', place: 'TX' });
    const hospital = contractLine({ id: 'h', site: 'facility', place: 'TX' });
    const join = joinVolumes(
      [office, hospital],
      [volume({ site: 'facility', units: 5 }), volume({ site: 'non-facility', place: 'OK', units: 8 })],
    );
    expect(unitsOf(join.lines)).toEqual({ o: null, h: 5 });
    expect(join.unmatched.map(({ why }) => why)).toEqual(['state']);
  });

  test('units without a payer are spread by the units the lines stated, evenly where they stated none', () => {
    // 300 : 100 of 101 units: 75.75 and 25.25, in whole units 76 and 25.
    const byUnits = joinVolumes([aetna, cigna], [volume({ units: 101 })]);
    expect(unitsOf(byUnits.lines)).toEqual({ a: 76, c: 25 });
    expect([byUnits.matched, byUnits.spread]).toEqual([101, 101]);
    const evenly = joinVolumes(
      [contractLine({ id: 'x' }), contractLine({ id: 'y' }), contractLine({ id: 'z' })],
      [volume({ units: 100 })],
    );
    expect(unitsOf(evenly.lines)).toEqual({ x: 34, y: 33, z: 33 });
  });

  test('what a payer’s name stands for is a payer and a line of business', () => {
    const medicaid = contractLine({
      id: 'm',
      payer: 'Aetna Better',
      market: 'aetna',
      planLine: 'Medicaid / CHIP',
    });
    const join = joinVolumes(
      [aetna, medicaid],
      [volume({ payer: 'Aetna Other', market: 'aetna', planLine: 'Medicaid / CHIP', units: 4 })],
    );
    expect(unitsOf(join.lines)).toEqual({ a: null, m: 4 });
  });

  test('the largest remainder is served first, then the first line', () => {
    // 10 over 1 : 1 : 5 is 1.43, 1.43 and 7.14: one of the first two gets the tenth.
    expect(spreadUnits(10, [1, 1, 5])).toEqual([2, 1, 7]);
    // 11 over 1 : 2 : 5 is 1.375, 2.75 and 6.875.
    expect(spreadUnits(11, [1, 2, 5])).toEqual([1, 3, 7]);
    expect(spreadUnits(2, [0, 0, 0])).toEqual([1, 1, 0]);
    expect(spreadUnits(6, [1, 0, 2])).toEqual([2, 0, 4]);
  });

  test('where no line is without a modifier, one stated without goes to all of them', () => {
    const join = joinVolumes(
      [assistant, { ...assistant, id: 'o', modifier: 'CO' }],
      [volume({ payer: 'Aetna PPO', units: 3 })],
    );
    expect(unitsOf(join.lines)).toEqual({ q: 2, o: 1 });
    expect([join.matched, join.spread]).toEqual([3, 3]);
  });

  test('names are the same by their letters and digits, word by word', () => {
    const join = joinVolumes(
      [contractLine({ id: 'x', payer: 'Blue-Cross & Co.', market: 'other' })],
      [volume({ payer: ' blue  CROSS co', units: 1 }), volume({ payer: 'bluecross co', units: 2 })],
    );
    expect(unitsOf(join.lines)).toEqual({ x: 1 });
    expect(join.unmatched.map(({ why }) => why)).toEqual(['payer']);
  });

  test('a place of service or state that no line states fits those that state none', () => {
    const bare = contractLine({ id: 'b' });
    const office = contractLine({ id: 'o', site: 'non-facility', place: 'TX' });
    const site = joinVolumes([bare, office], [volume({ site: 'facility', units: 4 })]);
    expect(unitsOf(site.lines)).toEqual({ b: 4, o: null });
    const place = joinVolumes([bare, office], [volume({ place: 'OK', units: 4 })]);
    expect(unitsOf(place.lines)).toEqual({ b: 4, o: null });
    expect(joinVolumes([office], [volume({ site: 'facility' })]).unmatched.map(({ why }) => why)).toEqual([
      'place of service',
    ]);
    // A volume that states neither goes to all.
    expect(unitsOf(joinVolumes([bare, office], [volume({ units: 4 })]).lines)).toEqual({ b: 2, o: 2 });
  });

  test('units of several lines of volumes are added up', () => {
    const join = joinVolumes([aetna], [volume({ units: 4 }), volume({ payer: 'Aetna PPO', units: 5 })]);
    expect(unitsOf(join.lines)).toEqual({ a: 9 });
    expect([join.matched, join.spread]).toEqual([9, 0]);
  });

  test('a rate no longer in force gets none', () => {
    const old = contractLine({ id: 'old', standing: 'replaced', units: 900 });
    expect(unitsOf(joinVolumes([aetna, old], [volume({ units: 10 })]).lines)).toEqual({ a: 10, old: null });
  });
});

test('spread units add up, and none is negative', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 9 }),
      (units, weights) => {
        const shares = spreadUnits(units, weights);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(units);
        expect(shares.every((share) => share >= 0)).toBe(true);
      },
    ),
  );
});

test('matched and unmatched units are all units', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          code: fc.constantFrom('97110', '97112', '97140'),
          payer: fc.constantFrom('', 'Aetna PPO', 'Cigna', 'Nobody'),
          modifier: fc.constantFrom('', 'CQ'),
          site: fc.constantFrom('' as const, 'facility' as const),
          units: fc.integer({ min: 1, max: 5000 }),
        }),
      ),
      (specs) => {
        const volumes = specs.map(volume);
        const join = joinVolumes([aetna, cigna, assistant], volumes);
        const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
        const onLines = sum(join.lines.map(({ units }) => units ?? 0));
        expect(onLines).toBe(join.matched);
        expect(join.matched + sum(join.unmatched.map((each) => each.volume.units))).toBe(
          sum(volumes.map(({ units }) => units)),
        );
      },
    ),
  );
});
