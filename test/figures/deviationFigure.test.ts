import { expect, test } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { buildFeeSchedule } from '../../src/domain/feeSchedule.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { deviationFigure } from '../../src/figures/deviationFigure.ts';
import { methods } from '../../src/text/methods.ts';
import { twoStates } from '../support/builders.ts';

const schedule = buildFeeSchedule({ rvus: [], gpcis: [], factors: [] });
const table = twoStates();
const nation = benchmark(table, defaultScope, null, schedule);
const texas = benchmark(table, defaultScope, 'TX', schedule);

// Texas 60; all ten, 10 20 30 40 40 50 50 60 70 80: (40 + 50) ÷ 2 = 45.
test('a place of a user’s file stands against all of the file, which is no nation', () => {
  const figure = deviationFigure(texas, nation, 'the file', true);
  expect([figure.title, figure.summary, ...figure.notes]).toEqual([
    'Texas against all of your file for 97110',
    'Of 1 payer with enough votes in both, 1 pays above the median of all of your file in Texas and 0 below.',
    'All of your file includes Texas: its votes are on both sides of the difference.',
  ]);
  expect([figure.title, figure.method, ...figure.columns.map(({ label }) => label)].join()).not.toMatch(
    /nation/i,
  );
});

test('a published place against the national pool', () => {
  const figure = deviationFigure(texas, nation, 'the release');
  expect(figure.title).toBe('Texas against national for 97110');
  expect(figure.rows.find(({ id }) => id === 'aetna')?.cells['median-difference']).toEqual({
    kind: 'value',
    value: 1500,
  });
});

test('n is said to be of votes, or of rates where each counts by itself', () => {
  const meaning = (basis: Scope['basis']) => {
    const of = (place: string | null) => benchmark(table, { ...defaultScope, basis }, place, schedule);
    const { columns } = deviationFigure(of('TX'), of(null), 'the release');
    return columns.slice(0, 2).map(({ definition }) => definition);
  };
  expect(meaning('providers').join()).toMatch(/^One vote for each provider.*One vote for each provider/);
  expect(meaning('rates')).toEqual([methods.ratesAlone, methods.ratesAlone]);
});
