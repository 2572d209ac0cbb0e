import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/stats/summary.ts';
import { binProviders, distributionSummary, pointSentence } from '../../src/text/distributionText.ts';

const point = (amount: number, ...rates: readonly number[]) =>
  pointSentence({
    provider: 'Clinic',
    place: 'TX',
    payer: 'Aetna',
    plans: ['PPO'],
    methodologies: ['fee schedule'],
    date: '2026',
    rates: rates.map((cents, index) => ({ cents, line: index + 2 })),
    amount,
    ofMedicare: undefined,
    ratesFile: 'TX.csv',
  });

test('a vote is the median of distinct rates, and is not called that of all', () => {
  expect(point(6000, 6000)).toMatch(/^Clinic, TX: \$60\.00\. Aetna;/);
  // 60, 60, 80: the median of all three is 60, that of the distinct two is 70.
  expect(point(7000, 6000, 6000, 8000)).toMatch(
    /^Clinic, TX: \$70\.00, the median of 2 distinct amounts in 3 rates\. Aetna;/,
  );
  expect(point(7000, 6000, 8000)).toMatch(/^Clinic, TX: \$70\.00, the median of 2 rates\. Aetna;/);
  expect(point(6000, 6000, 6000)).toMatch(/^Clinic, TX: \$60\.00, 2 rates alike\. Aetna;/);
});

describe('what a distribution’s drawing shows, in words', () => {
  const words = (amounts: readonly number[], box: { low: number; high: number } | null = null) =>
    distributionSummary(
      {
        name: 'Aetna',
        noun: 'vote',
        definition: 'type7',
        whiskers: 'p10-p90',
        summary: summarize(amounts),
        box,
        amounts,
      },
      '',
    );

  test('equal amounts are said once, and one vote is not “all”', () => {
    expect(words([6000])).toBe('Aetna: 1 vote, $60.00, mean $60.00; too few for percentiles.');
    expect(words([6000, 6000])).toBe('Aetna: 2 votes, all $60.00, mean $60.00; too few for percentiles.');
    expect(words([5000, 6000])).toBe(
      'Aetna: 2 votes, from $50.00 to $60.00, mean $55.00; too few for percentiles.',
    );
  });

  test('votes at the ends of the whiskers are not outside them', () => {
    // R: quantile(c(1, 2, 3, 4, 5, 6), c(.25, .5, .75)) is 2.25 3.50 4.75; 1 and 6 lie beyond 2 and 5.
    expect(words([100, 200, 300, 400, 500, 600], { low: 200, high: 500 })).toBe(
      'Aetna: 6 votes, from $1.00 to $6.00, mean $3.50. Middle half $2.25 to $4.75, median $3.50; P10 to P90 $2.00 to $5.00, with 2 votes outside.',
    );
  });
});

test('who is in a bar: three are named in full, of more the lowest three', () => {
  const vote = (provider: string, weight = 1) => ({ provider, payer: 'Aetna', weight });
  expect(binProviders([])).toBe('');
  expect(binProviders([vote('A')])).toBe(' From 1 provider: A (Aetna).');
  expect(binProviders(['A', 'B', 'C'].map((name) => vote(name)))).toBe(
    ' From 3 providers: A (Aetna), B (Aetna) and C (Aetna).',
  );
  expect(binProviders(['A', 'B', 'C', 'D'].map((name) => vote(name)))).toBe(
    ' From 4 providers; the lowest: A (Aetna), B (Aetna) and C (Aetna).',
  );
  // A class of 20 providers paid alike is one entry; a provider with two votes is one provider.
  expect(binProviders([vote('A', 20), vote('B'), vote('B')])).toBe(
    ' From 21 providers: A (Aetna) and B (Aetna).',
  );
});
