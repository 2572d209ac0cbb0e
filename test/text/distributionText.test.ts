import { expect, test } from 'vitest';
import { pointSentence } from '../../src/text/distributionText.ts';

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
