import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { recomputeMeasures } from '../../src/domain/recomputeMeasure.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { recomputed, recomputeModel } from '../../src/figures/recompute.ts';
import { linesText } from '../../src/text/linesText.ts';
import { excelQuantile } from '../../src/text/quantileText.ts';
import { rateTable } from '../support/builders.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();
const shared = {
  ratesFile: 'rates/97110/national.csv',
  origin: 'release test',
  address: 'https://example.org/code/97110/',
} as const;

describe('on the shipped rates of 97110', () => {
  const table = shippedRates('97110');
  const national = benchmark(table, defaultScope, null, schedule);

  it('computes every present figure of every payer to the same number as the benchmark', () => {
    let figures = 0;
    for (const row of national.rows) {
      for (const measure of recomputeMeasures) {
        const model = recomputeModel({ ...shared, benchmark: national, row, measure, table });
        const cell = measure === 'percent-of-medicare' ? row.percentOfMedicare : row[measure];
        expect(model.value).toEqual(cell);
        figures += cell.kind === 'value' ? 1 : 0;
      }
    }
    expect(figures).toBeGreaterThan(30);
  });

  it('names provider, plans, methodology, date and the lines of each vote', () => {
    const row = national.rows.find(({ id }) => id === 'aetna');
    if (!row) throw new Error('no Aetna row');
    const { votes, title } = recomputeModel({
      ...shared,
      benchmark: national,
      row,
      measure: 'median',
      table,
    });
    expect(title).toBe('Median of Aetna for 97110, National');
    expect(votes).toHaveLength(row.n);
    expect(votes.reduce((sum, vote) => sum + vote.source.rates.length, 0)).toBe(row.rates);
    for (const { source } of votes) {
      expect([source.provider, source.place, source.date].every((text) => text !== '')).toBe(true);
      expect(source.plans.length).toBeGreaterThan(0);
      expect(source.methodologies.every((text) => text !== '')).toBe(true);
    }
  });
});

it('says whose flagged votes were left out by choice, and how many', () => {
  // Medicare pays some $28 in Texas: 500 is past 5.5 times that.
  const table = rateTable('97110', [
    ...[30, 30, 31, 31, 32].map((rate, at) => ({ rate, provider: `P${at}` })),
    { rate: 500, provider: 'Far' },
    { rate: 500, provider: 'Far', payer: 'cigna' as const },
  ]);
  const here = benchmark(table, { ...defaultScope, outliers: 'out' }, null, schedule);
  const leftOut = here.rows.slice(0, 2).map((row) => {
    return recomputeModel({ ...shared, benchmark: here, row, measure: 'mean', table }).leftOut;
  });
  expect(leftOut).toEqual([
    ['2 votes of BUCA flagged as implausible, by your choice'],
    ['1 vote of Aetna flagged as implausible, by your choice'],
  ]);
});

it('says what was left out and why', () => {
  const table = rateTable('97110', [
    { rate: 50 },
    { rate: 60, line: 'Medicaid / CHIP' },
    { rate: 70, modifier: 'CQ' },
  ]);
  const here = benchmark(table, defaultScope, null, schedule);
  const row = here.rows.find(({ id }) => id === 'aetna');
  if (!row) throw new Error('no Aetna row');
  const model = recomputeModel({ ...shared, benchmark: here, row, measure: 'mean', table });
  expect(model.leftOut).toEqual(['1 rate of other plan lines', '1 rate of assistants (CQ, CO)']);
  expect(model.valueText).toBe('$50.00');
  expect(model.votes[0]?.source).toMatchObject({
    provider: 'Hospital A',
    place: 'TX',
    methodologies: ['methodology not stated'],
    rates: [{ cents: 5000, line: 2 }],
  });
});

it('keeps an absent figure absent, and its votes in sight', () => {
  const table = rateTable('97110', [{ rate: 50 }]);
  const here = benchmark(table, defaultScope, null, schedule);
  const row = here.rows.find(({ id }) => id === 'aetna');
  if (!row) throw new Error('no Aetna row');
  const model = recomputeModel({ ...shared, benchmark: here, row, measure: 'p25', table });
  expect(model.valueText).toBe('fewer than 5 providers (1)');
  expect(model.votes).toHaveLength(1);
});

describe('the three percentile definitions', () => {
  // The 12 payers of the 97760 article (field notes, 3.1): R-7 27.1975 and 39.3275, R-6 26.6925 and 40.9825, nearest rank 26.44 and 38.50.
  const votes = [45.22, 25.72, 35.97, 28.56, 26.44, 27.45, 35.2, 41.81, 155.55, 26.44, 37.91, 38.5].map(
    (dollars) => ({
      amount: Math.round(dollars * 100),
      weight: 1,
      medicare: { kind: 'value', value: 4000 } as const,
    }),
  );

  it.each([
    ['type7', 2719.75, 3932.75],
    ['type6', 2669.25, 4098.25],
    ['nearestRank', 2644, 3850],
  ] as const)('%s', (definition, p25, p75) => {
    expect(recomputed('p25', definition, votes)).toBe(p25);
    expect(recomputed('p75', definition, votes)).toBe(p75);
    expect(recomputed('spread', definition, votes)).toBe(p75 - p25);
  });

  it('divides sum by sum for percent of Medicare, over the votes that can be compared', () => {
    const gap = { kind: 'absent', reason: 'not-priced', detail: '' } as const;
    // (30 + 90) ÷ (40 + 60) = 1.2; the vote without a Medicare amount is in neither sum.
    expect(
      recomputed('percent-of-medicare', 'type7', [
        { amount: 3000, weight: 1, medicare: { kind: 'value', value: 4000 } },
        { amount: 50000, weight: 1, medicare: gap },
        { amount: 9000, weight: 1, medicare: { kind: 'value', value: 6000 } },
      ]),
    ).toBe(1.2);
  });

  it('is named as Excel names it', () => {
    expect(excelQuantile('type7', 'D2:D9', 0.25)).toBe('PERCENTILE.INC(D2:D9,0.25)');
    expect(excelQuantile('type6', 'D2:D9', 0.75)).toBe('PERCENTILE.EXC(D2:D9,0.75)');
    expect(excelQuantile('type7', 'D2:D9', 0.5)).toBe('MEDIAN(D2:D9)');
    // The median by nearest rank is the lower of the two in the middle, which MEDIAN would not give.
    expect(excelQuantile('nearestRank', 'D2:D9', 0.5)).toBe('SMALL(D2:D9,ROUNDUP(0.5*COUNT(D2:D9),0))');
  });
});

describe('line numbers in words', () => {
  it('joins neighbours', () => {
    expect(linesText([12])).toBe('line 12');
    expect(linesText([12, 14, 15, 16, 20])).toBe('lines 12, 14–16 and 20');
    // A JSON file is one line, whatever stands in it.
    expect(linesText([1, 1])).toBe('line 1');
    expect(linesText([1, 1, 2])).toBe('lines 1–2');
  });

  it('names every line once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { minLength: 1 }), (numbers) => {
        const lines = numbers.toSorted((a, b) => a - b);
        const named = [...linesText(lines).matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to]) => {
          const first = Number(from);
          return Array.from({ length: Number(to ?? first) - first + 1 }, (_, index) => first + index);
        });
        expect(named).toEqual(lines);
      }),
    );
  });
});
