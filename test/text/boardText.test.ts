import { expect, test } from 'vitest';
import { board, boardCells, comparableCell } from '../../src/domain/board.ts';
import { present } from '../../src/domain/cell.ts';
import { mapClass } from '../../src/domain/mapClass.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { voteNoun } from '../../src/domain/voteNoun.ts';
import { poolNote } from '../../src/figures/boardCells.ts';
import { stateMap } from '../../src/figures/stateMap.ts';
import { boardSummary, stepText } from '../../src/text/boardText.ts';
import { rateTable } from '../support/builders.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

/** Aetna's map of `count` providers in each place, all at the place's rate. */
function summary(ratesByPlace: Readonly<Record<string, readonly [count: number, rate: number]>>): string {
  const rates = Object.entries(ratesByPlace).flatMap(([place, [count, rate]]) =>
    Array.from({ length: count }, (_, index) => ({ rate, place, provider: `${place} ${index}` })),
  );
  const all = board(rateTable('97110', rates), defaultScope, schedule);
  return stateMap(all, { payer: 'aetna', measure: 'median', comparison: 'national', origin: 'test' }).figure
    .summary;
}

test('one place that can be compared', () => {
  expect(summary({ TX: [5, 40], OH: [1, 40] })).toBe(
    'Aetna median for 97110: $40.00 nationally, n 6. One place can be compared: Texas: $40.00, n 5, 0.0% from national. 1 of 53 places has 5 or more providers, 1 place has fewer and for 51 places data are not available in the input.',
  );
});

test('a place whose votes are all there are is not 0.0% from a nation', () => {
  expect(summary({ TX: [5, 40] })).not.toContain('0.0%');
});

test('places that are all the same, and a tie at one end', () => {
  expect(summary({ TX: [5, 40], OH: [5, 40] })).toContain('All 2 places that can be compared are the same');
  // 15 votes: five of 40, ten of 50: the median is 50.
  expect(summary({ TX: [5, 50], OH: [5, 50], CA: [5, 40] })).toContain(
    'Highest: Ohio: $50.00, n 5, 0.0% from national and Texas: $50.00, n 5, 0.0% from national. Lowest: California: $40.00, n 5, −20.0% from national.',
  );
});

test('pools of thousands have their digits grouped', () => {
  const said = summary({ TX: [1200, 40], OH: [1100, 50] });
  expect(said).toContain('nationally, n 2,300.');
  expect(said).toContain('Texas: $40.00, n 1,200,');
});

test('nothing to compare', () => {
  expect(summary({ TX: [2, 40] })).toBe(
    'Aetna median for 97110, nationally: fewer than 5 providers (2). No place can be compared. 0 of 53 places have 5 or more providers, 1 place has fewer and for 52 places data are not available in the input.',
  );
});

test('a board of places that are all at the nation’s median has none furthest above or below it', () => {
  const rates = ['TX', 'OH'].flatMap((place) =>
    Array.from({ length: 5 }, (_, index) => ({ rate: 40, place, provider: `${place} ${index}` })),
  );
  const row = board(rateTable('97110', rates), defaultScope, schedule).rows.find(
    ({ payer, place }) => payer === 'aetna' && place === 'TX',
  );
  if (!row) throw new Error('no row for Aetna');
  const summaryOf = (score: number) =>
    boardSummary({
      measure: 'median',
      combinations: [{ row, score: present(score) }],
      tooFew: 1,
      notInInput: 1,
    });
  const reach = '1 of 3 combinations of place and payer can be compared.';
  expect(summaryOf(0)).toBe(reach);
  expect(summaryOf(0.1)).toMatch(
    /^Furthest above its national median: Aetna in Texas, \+10\.0% \(n 5\)\. 1 of 3/,
  );
  expect(summaryOf(-0.1)).toMatch(
    /^Furthest below its national median: Aetna in Texas, −10\.0% \(n 5\)\. 1 of 3/,
  );
});

test('a vote is called what it is', () => {
  expect(voteNoun('buca', 'providers')).toBe('vote');
  expect(voteNoun('aetna', 'providers')).toBe('provider');
  expect(voteNoun('buca', 'rates')).toBe('rate');
});

test('the score of a place with too few votes is absent, whichever measure is picked', () => {
  const all = board(rateTable('97110', [{ rate: 40 }, { rate: 50, place: 'OH' }]), defaultScope, schedule);
  const row = all.rows.find(({ place, payer }) => place === 'TX' && payer === 'aetna');
  if (!row) throw new Error('no row for Aetna in Texas');
  expect(boardCells(row, 'mean').ratio.kind).toBe('value');
  expect(comparableCell(row, boardCells(row, 'mean').ratio).kind).toBe('absent');
});

test('the files of a release of one state', () => {
  const all = board(rateTable('97110', [{ rate: 40, place: 'TX' }]), defaultScope, schedule);
  expect(poolNote(all)).toMatch(
    /^“National” is a pool of 1 state’s published files, not a national sample; here it counts 1 provider in 1 state\./,
  );
});

test('every limit of the map’s classes is in the words of one of them', () => {
  const words = (ratio: number, comparison: 'national' | 'medicare') => {
    const found = mapClass(present(ratio), comparison);
    return found.kind === 'step' ? stepText[comparison][found.step] : '';
  };
  expect([-0.3, -0.1, 0.1, 0.3].map((ratio) => words(ratio, 'national'))).toEqual([
    '30% or more below national',
    'Within 10% of national',
    'Within 10% of national',
    '30% or more above national',
  ]);
  expect([-0.101, -0.299, 0.101, 0.299].map((ratio) => words(ratio, 'national'))).toEqual([
    'Over 10%, under 30% below',
    'Over 10%, under 30% below',
    'Over 10%, under 30% above',
    'Over 10%, under 30% above',
  ]);
  expect([0.999, 1, 2, 3, 4].map((ratio) => words(ratio, 'medicare'))).toEqual([
    'Under 100% of Medicare',
    '100% to under 200%',
    '200% to under 300%',
    '300% to under 400%',
    '400% of Medicare or more',
  ]);
});
