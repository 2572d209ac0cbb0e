import { describe, expect, test } from 'vitest';
import { board } from '../../src/domain/board.ts';
import { absent, valueOf } from '../../src/domain/cell.ts';
import { places } from '../../src/domain/place.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { deviationBoard } from '../../src/figures/deviationBoard.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { payerMaps, stateMap } from '../../src/figures/stateMap.ts';
import { rateTable } from '../support/builders.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const all = board(shippedRates('97110'), defaultScope, schedule);
const view = { measure: 'median', comparison: 'national', origin: 'release test' } as const;

function cellsOf(figure: Figure, id: string) {
  const row = figure.rows.find((each) => each.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row.cells;
}

describe('the map of BUCA medians for 97110', () => {
  const map = stateMap(all, { ...view, payer: 'buca' });
  const markOf = (place: string) => map.marks.find((mark) => mark.place === place);

  test('has a mark for each of the 53 places, in postal-code order, and a row for each mark', () => {
    expect(map.marks.map(({ place }) => place)).toEqual(places.map(({ code }) => code));
    expect(map.figure.rows.map(({ id }) => id).sort()).toEqual(places.map(({ code }) => code).sort());
  });

  test('says each place as one phrase', () => {
    expect(markOf('TX')).toEqual({
      place: 'TX',
      class: { kind: 'step', step: 3 },
      detail: 'Texas: $89.17, n 52, −1.2% from national',
    });
    expect(markOf('TN')?.class).toEqual({ kind: 'step', step: 1 });
    expect(markOf('AL')?.detail).toBe('Alabama: fewer than 5 votes (2)');
    expect(markOf('PR')).toEqual({
      place: 'PR',
      class: { kind: 'absent', reason: 'not-in-input' },
      detail: 'Puerto Rico: Data not available in the input',
    });
  });

  test('ranks from the highest; too few and no data come last, with their reasons', () => {
    expect(map.figure.rows.slice(0, 6).map(({ id }) => id)).toEqual(['CA', 'TX', 'IL', 'WA', 'TN', 'AL']);
    expect(valueOf(cellsOf(map.figure, 'TN')['rank'] ?? { kind: 'value', value: 0 })).toBe(5);
    expect(cellsOf(map.figure, 'AL')['rank']).toMatchObject({ reason: 'too-few' });
    expect(cellsOf(map.figure, 'AK')['n']).toMatchObject({ reason: 'not-in-input' });
  });

  test('the legend has all five classes, then the absences; it counts 53 places', () => {
    expect(map.legend.map(({ label, places: count }) => [label, count])).toEqual([
      ['30% or more below national', 1],
      ['Over 10%, under 30% below', 2],
      ['Within 10% of national', 1],
      ['Over 10%, under 30% above', 0],
      ['30% or more above national', 1],
      ['Fewer than 5 votes', 9],
      ['Rates only outside this scope', 1],
      ['Data not available in the input', 38],
    ]);
  });

  test('reads as sentences with highest, lowest and reach', () => {
    expect(map.figure.summary).toBe(
      'BUCA median for 97110: $90.23 nationally, n 129. Highest: California: $151.50, n 24, +67.9% from national. Lowest: Tennessee: $47.96, n 11, −46.8% from national. 5 of 53 places have 5 or more votes, 9 places have fewer, 1 place has rates only outside this scope and for 38 places data are not available in the input.',
    );
  });
});

test('against Medicare the order and the classes follow the ratio', () => {
  const map = stateMap(all, { ...view, payer: 'buca', comparison: 'medicare' });
  expect(map.figure.rows.slice(0, 5).map(({ id }) => id)).toEqual(['CA', 'TX', 'IL', 'TN', 'WA']);
  expect(map.marks.find(({ place }) => place === 'TX')?.detail).toBe(
    'Texas: $89.17, n 52, added up 390.3% of Medicare',
  );
  // $89.17 is the median, 390.3% that of the sums: neither is of the other.
  expect(map.figure.title).toBe('BUCA median and % of Medicare for 97110 by state');
  expect(map.figure.summary).toMatch(
    /^BUCA median for 97110: \$90\.23 nationally, n 129, added up 365\.1% of Medicare\. Highest: California: /,
  );
  expect(map.figure.method).toContain('% of Medicare: Sum of the votes ÷ sum of the Medicare amounts');
});

test('a code that hospitals are not paid for by the fee schedule has no class against Medicare, and says why', () => {
  const votes = ['A', 'B', 'C', 'D', 'E'].map((provider) => ({ rate: 30, provider, place: 'TX' }));
  const other = board(rateTable('99213', votes), defaultScope, schedule);
  const map = stateMap(other, { ...view, payer: 'aetna', comparison: 'medicare' });
  expect(map.legend.map(({ label }) => label)).toContain('Nothing to compare with');
  expect(map.figure.summary).toContain('No place can be compared.');
  expect(map.figure.summary).toContain('1 place has no amount to compare with');
});

test('a map never mixes what two filters show: the same ratio has the same class in every payer’s map', () => {
  for (const map of payerMaps(all, view)) {
    for (const { place, class: mapClass } of map.marks) {
      const cell = cellsOf(map.figure, place)['ratio'];
      if (mapClass.kind === 'absent' || cell?.kind !== 'value') continue;
      expect(mapClass.step === 3).toBe(Math.abs(Math.round(Number(cell.value) * 1000)) <= 100);
    }
    expect(map.legend.reduce((sum, entry) => sum + entry.places, 0)).toBe(53);
  }
});

describe('the board as a figure', () => {
  const figure = deviationBoard(all, 'median', 'release test');

  test('ranks by the size of the difference, whichever its sign', () => {
    expect(figure.rows.slice(0, 7).map(({ id }) => id)).toEqual([
      'CA-bcbs',
      'CA-uhg',
      'CA-other',
      'CA-buca',
      'CA-aetna',
      'CA-cigna',
      'TN-buca',
    ]);
    expect(figure.rows).toHaveLength(53 * 8);
  });

  test('speaks of payers, not of the pool among them', () => {
    expect(figure.summary).toBe(
      'Furthest above its national median: BCBS in California, +101.4% (n 6). Furthest below its national median: BCBS in Texas, −17.4% (n 17). 17 of 424 combinations of place and payer can be compared.',
    );
  });

  test('does not call votes too few where there are no others to compare with', () => {
    const votes = ['A', 'B', 'C', 'D', 'E'].map((provider) => ({ rate: 30, provider, place: 'TX' }));
    const alone = board(rateTable('97110', votes), defaultScope, schedule);
    // 53 places × BUCA and its four payers.
    expect(deviationBoard(alone, 'median', 'release test').summary).toBe(
      '0 of 265 combinations of place and payer can be compared.',
    );
  });

  test('exported, says what its percent of Medicare is', () => {
    expect(figure.method).toContain('% of Medicare: Sum of the votes ÷ sum of the Medicare amounts');
  });

  test('every row has a cell for every column', () => {
    for (const row of figure.rows) {
      for (const column of figure.columns) expect(row.cells[column.id]).toBeDefined();
    }
  });
});

test('rates counted one by one are called rates in the sources and the rank', () => {
  const byRate = board(shippedRates('97110'), { ...defaultScope, basis: 'rates' }, schedule);
  const { sources, columns } = stateMap(byRate, { ...view, payer: 'buca' }).figure;
  expect(sources).toContain('CMS physician fee schedule of each rate’s year');
  expect(columns.map(({ definition }) => definition).join(' ')).toContain('Ranked with 5 or more rates.');
  expect(columns[0]?.definition).toBe('Published rates counted, each by itself.');
});

test('what is left out as flagged is not counted among what the input lacks', () => {
  const figure = deviationBoard(
    board(shippedRates('G0283'), { ...defaultScope, outliers: 'out' }, schedule),
    'median',
    'release test',
  );
  expect(cellsOf(figure, 'CA-aetna')['n']).toEqual(absent('too-few', 'no provider left, 2 flagged'));
  const missing = figure.rows.filter(
    ({ cells }) => cells['n']?.kind === 'absent' && cells['n'].reason === 'not-in-input',
  );
  expect(figure.notes).toContain(
    `Data not available in the input: ${missing.length} combinations of place and payer.`,
  );
});
