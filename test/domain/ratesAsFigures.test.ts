import { expect, test } from 'vitest';
import { absent, present } from '../../src/domain/cell.ts';
import { planLines } from '../../src/domain/payer.ts';
import { publishedMeasures } from '../../src/domain/published.ts';
import { ratesAsFigures } from '../../src/domain/ratesAsFigures.ts';
import { rateTable } from '../support/builders.ts';

test('a rate is a row whose mean is the rate, with all else absent', () => {
  const table = rateTable('97110', [
    { rate: 1 },
    { rate: 30.5, payer: 'cigna', plan: 'PPO', provider: 'Pecan', place: 'AK', date: '2024-05', kind: 'own' },
  ]);
  const { amounts, ...row } = ratesAsFigures(table)[1] ?? { amounts: {} };
  expect(row).toEqual({
    id: 'line-3',
    document: 'your file, AK',
    title: 'own 2024-05',
    date: '2024-05',
    years: [],
    place: 'AK',
    market: 'Pecan',
    payer: 'Cigna',
    payerId: 'cigna',
    payerClass: 'commercial',
    plan: 'PPO',
    n: absent('not-in-input'),
    nUnit: '',
    claims: [],
    remark: '',
  });
  const { mean, ...others } = amounts as Record<string, unknown>;
  expect(mean).toEqual(present({ cents: 3050, printed: 'exact' }));
  expect(Object.keys(others)).toEqual(publishedMeasures.filter((measure) => measure !== 'mean'));
  expect(Object.values(others)).toEqual(Object.keys(others).map(() => absent('not-in-input')));
});

test('each line of business has its class; a row of Medicare is one whatever its line', () => {
  const classOf = (spec: Parameters<typeof rateTable>[1][number]) =>
    ratesAsFigures(rateTable('97110', [spec]))[0]?.payerClass;
  expect(planLines.map((line) => classOf({ rate: 1, line }))).toEqual([
    'commercial',
    'commercial',
    'medicare-advantage',
    'medicaid',
    'medicare',
    'other',
    'other',
    'workers-comp',
    'other',
    'other',
  ]);
  expect(classOf({ rate: 1, payer: 'medicare', line: 'Commercial' })).toBe('medicare');
});

test('a row without a state is of one document and no place; everything else is as the file prints it', () => {
  const table = rateTable('97110', [
    { rate: 12.5, place: '', provider: 'Clinic', plan: 'PPO', payer: 'cigna', date: '2025-02' },
  ]);
  expect(ratesAsFigures(table)).toMatchObject([
    {
      id: 'line-2',
      document: 'your file',
      title: 'hospital 2025-02',
      date: '2025-02',
      years: [],
      place: null,
      market: 'Clinic',
      payer: 'Cigna',
      payerId: 'cigna',
      payerClass: 'commercial',
      plan: 'PPO',
      nUnit: '',
      claims: [],
      remark: '',
    },
  ]);
});
