import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHeadlines } from '../../src/data/readHeadlines.ts';
import { benchmark } from '../../src/domain/benchmark.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { formatCell } from '../../src/text/numbers.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const text = readFileSync(new URL('../../public/data/headlines.csv', import.meta.url), 'utf8');
const headlines = readHeadlines(text, 'headlines.csv');

describe('the shipped headline figures', () => {
  it('cover the 56 codes with rates and read without a problem', () => {
    expect(headlines.problems).toEqual([]);
    expect(headlines.rows).toHaveLength(56);
  });

  it.each(headlines.rows)('$code: printed as the code’s own page prints them', (headline) => {
    const table = shippedRates(headline.code);
    const [buca] = benchmark(table, defaultScope, null, shippedSchedule()).rows;
    expect(buca?.id).toBe('buca');
    if (!buca) return;
    expect(headline.rates).toBe(table.length);
    expect(headline.bucaVotes).toBe(buca.n);
    expect(formatCell(headline.bucaMean, 'money')).toBe(formatCell(buca.mean, 'money'));
    expect(formatCell(headline.bucaMedian, 'money')).toBe(formatCell(buca.median, 'money'));
    expect(formatCell(headline.percentOfMedicare, 'ratio')).toBe(formatCell(buca.percentOfMedicare, 'ratio'));
  });

  it('refuse an amount beside an absence, and an unknown reason', () => {
    const lines = text.split('\n');
    const bad = [lines[0], '97110,1,1,1,1,5.00,too-few,,not-in-input,,whatever:x'].join('\n');
    const { rows, leftOut, problems } = readHeadlines(bad, 'headlines.csv');
    expect([rows.length, leftOut]).toEqual([0, 1]);
    expect(problems.map(({ column, found }) => [column, found])).toEqual([
      ['buca_mean_absence', 'too-few'],
      ['percent_of_medicare_absence', 'whatever:x'],
    ]);
  });
});
