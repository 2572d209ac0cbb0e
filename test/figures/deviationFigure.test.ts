import { expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { board } from '../../src/domain/board.ts';
import { buildFeeSchedule } from '../../src/domain/feeSchedule.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { deviationBoard } from '../../src/figures/deviationBoard.ts';
import { deviationFigure } from '../../src/figures/deviationFigure.ts';
import { methods } from '../../src/text/methods.ts';
import { rateTable, twoStates } from '../support/builders.ts';

const schedule = buildFeeSchedule({ rvus: [], gpcis: [], factors: [] });
const table = twoStates();
const nation = benchmark(table, defaultScope, null, schedule);
const texas = benchmark(table, defaultScope, 'TX', schedule);

// Texas 60; all ten, 10 20 30 40 40 50 50 60 70 80: (40 + 50) ÷ 2 = 45.
test('a place of a user’s file stands against all of the file, which is no nation', () => {
  const figure = deviationFigure(texas, nation, 'the file', true);
  expect([figure.title, figure.summary, ...figure.notes]).toEqual([
    'Texas against all of your file for 97110',
    'Medians in Texas against the median of all of your file: of 1 payer that can be compared 1 above and 0 below.',
    'All of your file includes Texas: its votes are on both sides of the difference.',
  ]);
  expect([figure.title, figure.method, ...figure.columns.map(({ label }) => label)].join()).not.toMatch(
    /nation/i,
  );
});

test('no votes outside a place are another reason than too few in it', () => {
  const summaryOf = (votes: number, place: string) => {
    const few = rateTable('97110', [
      ...Array.from({ length: votes }, (_, at) => ({ rate: 40, provider: `Texan ${at}` })),
      ...[10, 20].map((rate, at) => ({
        rate,
        payer: 'cigna' as const,
        place: 'NC',
        provider: `Other ${at}`,
      })),
    ]);
    const all = benchmark(few, defaultScope, null, schedule);
    return deviationFigure(benchmark(few, defaultScope, place, schedule), all, 'the release').summary;
  };
  expect(summaryOf(5, 'TX')).toBe(
    'No medians to compare: payers with enough votes in Texas have no others in the national pool.',
  );
  expect(summaryOf(4, 'TX')).toBe('No payer has enough votes in Texas to compare medians.');
  expect(summaryOf(5, 'NC')).toBe('No payer has enough votes in North Carolina to compare medians.');
});

test('a published place against the national pool', () => {
  const figure = deviationFigure(texas, nation, 'the release');
  expect(figure.title).toBe('Texas against national for 97110');
  expect(figure.rows.find(({ id }) => id === 'aetna')?.cells['median-difference']).toEqual({
    kind: 'value',
    value: 1500,
  });
});

test('payers above, below and at their national median are counted apart, and BUCA is none of them', () => {
  const five = (payer: 'aetna' | 'cigna' | 'bcbs', place: string, rate: number) =>
    Array.from({ length: 5 }, (_, at) => ({ payer, place, rate, provider: `${place} ${at}` }));
  // National medians of ten: (40 + 60) ÷ 2 = 50 where the states differ, 50 where they do not.
  const rates = rateTable('97110', [
    ...five('aetna', 'TX', 60),
    ...five('aetna', 'NC', 40),
    ...five('cigna', 'TX', 40),
    ...five('cigna', 'NC', 60),
    ...five('bcbs', 'TX', 50),
    ...five('bcbs', 'NC', 50),
  ]);
  const side = (place: string | null) => benchmark(rates, defaultScope, place, schedule);
  expect(deviationFigure(side('TX'), side(null), 'the release').summary).toBe(
    'Medians in Texas against the national median: of 3 payers that can be compared 1 above, 1 below and 1 the same.',
  );
});

test('n is called what it counts', () => {
  const nOf = (basis: Scope['basis']) => {
    const scope = { ...defaultScope, basis };
    const all = board(table, scope, schedule);
    const side = (place: string | null) => benchmark(table, scope, place, schedule);
    const { columns } = deviationFigure(side('TX'), side(null), 'the release');
    return [columns, deviationBoard(all, 'median', 'the release').columns].map(
      (each) => each.find(({ id }) => id === 'n')?.definition,
    );
  };
  expect(nOf('providers')).toEqual([methods.votes, methods.votes]);
  expect(nOf('rates')).toEqual([methods.ratesAlone, methods.ratesAlone]);
});
