import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { board, boardCells, comparableCell, ranksOf } from '../../src/domain/board.ts';
import { absent, present } from '../../src/domain/cell.ts';
import { mapClass } from '../../src/domain/mapClass.ts';
import { places } from '../../src/domain/place.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { rateTable } from '../support/builders.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const rates = shippedRates('97110');
const schedule = shippedSchedule();
const all = board(rates, defaultScope, schedule);

function rowOf(place: string, payer: string) {
  const row = all.rows.find((each) => each.place === place && each.payer === payer);
  if (!row) throw new Error(`no row for ${payer} in ${place}`);
  return row;
}

describe('the board of 97110', () => {
  test('has a row for every place and payer, absences included', () => {
    expect(all.rows).toHaveLength(places.length * all.payers.length);
    expect(all.payers.map(({ id }) => id)).toEqual([
      'buca',
      'aetna',
      'bcbs',
      'cigna',
      'uhg',
      'humana',
      'kaiser',
      'other',
    ]);
  });

  // Texas BUCA, median of 52 votes 89.17, against 90.23 nationally (field-guide vectors): 89.17 ÷ 90.23 − 1 = −1.2%.
  test('puts Texas beside the nation', () => {
    const { value, nation, ratio } = boardCells(rowOf('TX', 'buca'), 'median');
    expect(rowOf('TX', 'buca').n).toBe(52);
    expect(value).toEqual(present(8917));
    expect(nation).toEqual(present(9023));
    expect(ratio).toEqual(present((8917 - 9023) / 9023));
  });

  test('has the very cells of each place’s own benchmark, and its votes add up to the nation’s', () => {
    for (const place of ['TX', 'TN', 'CA', 'AK']) {
      for (const row of benchmark(rates, defaultScope, place, schedule).rows) {
        expect(rowOf(place, row.id).here).toEqual(row);
      }
    }
    for (const { id, n } of all.nation.rows) {
      const sum = all.rows.filter(({ payer }) => payer === id).reduce((total, row) => total + row.n, 0);
      expect(sum).toBe(n);
    }
  });

  test('names what is missing: no data in Alaska, too few votes for Alabama to be ranked', () => {
    const alaska = rowOf('AK', 'buca');
    expect(boardCells(alaska, 'median').value).toEqual(absent('not-in-input'));
    expect(comparableCell(alaska, present(1))).toMatchObject({ reason: 'not-in-input' });
    // A payer with no row at all in a place.
    expect(comparableCell(rowOf('AK', 'humana'), present(1))).toEqual(absent('not-in-input'));
    const alabama = rowOf('AL', 'buca');
    expect(alabama.n).toBe(2);
    expect(boardCells(alabama, 'mean').value.kind).toBe('value');
    expect(comparableCell(alabama, boardCells(alabama, 'mean').ratio)).toEqual(
      absent('too-few', 'fewer than 5 votes (2)'),
    );
  });
});

test('a line without BUCA has no BUCA row', () => {
  const medicaid = board(rates, { ...defaultScope, line: 'Medicaid / CHIP' }, schedule);
  expect(medicaid.payers.map(({ id }) => id)).not.toContain('buca');
  expect(medicaid.nation.bucaPresent).toEqual([]);
});

test('a cell may be ranked from five votes on; with fewer the median says why not', () => {
  const votes = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ rate: 30 + at, provider: `H${at}` }));
  const cellOf = (count: number) => {
    const { rows } = board(rateTable('97110', votes(count)), defaultScope, schedule);
    const row = rows.find((each) => each.place === 'TX' && each.payer === 'aetna');
    if (!row) throw new Error('a row for every place and payer');
    return comparableCell(row, present(1234));
  };
  expect(cellOf(5)).toEqual(present(1234));
  expect(cellOf(4)).toEqual(absent('too-few', 'fewer than 5 providers (4)'));
});

test('a payer without a vote in a place has a row there all the same', () => {
  const table = rateTable('97110', [{ rate: 30 }, { rate: 50, place: 'AK', payer: 'humana' }]);
  const { rows } = board(table, defaultScope, schedule);
  const humana = (place: string) => rows.find((row) => row.place === place && row.payer === 'humana');
  const gone = absent('not-in-input');
  const [here, there] = [humana('AK'), humana('TX')];
  if (!here || !there) throw new Error('a row for every place and payer');
  expect([here.n, there.n, there.here, there.deviation]).toEqual([1, 0, undefined, undefined]);
  expect(boardCells(here, 'mean')).toMatchObject({
    value: present(5000),
    nation: present(5000),
    difference: absent('not-comparable', 'no votes outside this place'),
    ratio: absent('not-comparable', 'no votes outside this place'),
  });
  expect(boardCells(there, 'mean')).toEqual({
    value: gone,
    nation: present(5000),
    difference: gone,
    ratio: gone,
    percentOfMedicare: gone,
  });
});

describe('ranks', () => {
  test('equal values share a rank and the next is skipped', () => {
    expect(ranksOf([5, 9, 5, 7, 5, 1])).toEqual([3, 1, 3, 2, 3, 6]);
    expect(ranksOf([])).toEqual([]);
  });

  test('a rank is one more than the number of larger values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
        const ranks = ranksOf(values);
        values.forEach((value, index) => {
          expect(ranks[index]).toBe(1 + values.filter((other) => other > value).length);
        });
      }),
    );
  });
});

describe('classes', () => {
  test.each([
    [-0.468, 1],
    [-0.3, 1],
    // −29.96% prints as −30.0%, and is classed as printed.
    [-0.2996, 1],
    [-0.298, 2],
    [-0.1006, 2],
    [-0.1, 3],
    [-0.1004, 3],
    [0, 3],
    [0.1, 3],
    [0.101, 4],
    [0.2994, 4],
    [0.3, 5],
    [1.014, 5],
  ] as const)('%d from national is class %d', (ratio, step) => {
    expect(mapClass(present(ratio), 'national')).toEqual({ kind: 'step', step });
  });

  test.each([
    [0.855, 1],
    [0.9994, 1],
    [0.9996, 2],
    [1, 2],
    [2.188, 3],
    [3.903, 4],
    [4, 5],
    [8.05, 5],
  ] as const)('%d of Medicare is class %d', (ratio, step) => {
    expect(mapClass(present(ratio), 'medicare')).toEqual({ kind: 'step', step });
  });

  test('an absence keeps its reason', () => {
    expect(mapClass(absent('too-few'), 'national')).toEqual({ kind: 'absent', reason: 'too-few' });
  });

  test('more is never in a lower class', () => {
    const ratio = fc.double({ min: -1, max: 10, noNaN: true });
    fc.assert(
      fc.property(ratio, ratio, fc.constantFrom('national', 'medicare'), (one, other, comparison) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((each) =>
          mapClass(present(each), comparison),
        );
        if (low?.kind !== 'step' || high?.kind !== 'step') throw new Error('a value has a step');
        expect(low.step).toBeLessThanOrEqual(high.step);
      }),
    );
  });
});
