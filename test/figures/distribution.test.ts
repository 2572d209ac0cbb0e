import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { absent, valueOf } from '../../src/domain/cell.ts';
import { medicareBenchmark } from '../../src/domain/medicareBenchmark.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { distributionModel, type WhiskerKind } from '../../src/figures/distribution.ts';
import { binWidth, distributionBins } from '../../src/figures/distributionBins.ts';
import { votesFigure } from '../../src/figures/votesFigure.ts';
import { rateTable } from '../support/builders.ts';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

function modelOf(
  table: RateTable,
  id: string,
  whiskers: WhiskerKind = 'p10-p90',
  scope: Scope = defaultScope,
) {
  const here = benchmark(table, scope, null, schedule);
  const row = here.rows.find((each) => each.id === id);
  if (!row) throw new Error(`no row ${id}`);
  const medicare = medicareBenchmark(schedule, table.code, null, 2026, scope.site);
  const ratesFile = `rates/${table.code}/national.csv`;
  return {
    here,
    row,
    ratesFile,
    model: distributionModel({ benchmark: here, row, table, medicare, whiskers, ratesFile }),
  };
}

/** One vote per hospital, dollars as given. */
function votes(dollars: readonly number[]): RateTable {
  return rateTable(
    '97760',
    dollars.map((rate, index) => ({ rate, provider: `Hospital ${index}` })),
  );
}

describe('few votes', () => {
  // The 12 payers of the 97760 article as votes: P25 27.1975, P75 39.3275, fences 9.0025 and 57.5225, P90 by type 7
  // at position 9.9: 41.81 + 0.9·(45.22 − 41.81) = 44.879; P10 at 1.1: 26.44 (25.72, 26.44, 26.44 …).
  const twelve = votes([45.22, 25.72, 35.97, 28.56, 26.44, 27.45, 35.2, 41.81, 155.55, 26.44, 37.91, 38.5]);

  it('are dots with a box and whiskers to P10 and P90', () => {
    const { model } = modelOf(twelve, 'aetna');
    expect(model.kind).toBe('dots');
    expect(model.points.map((point) => point.amount / 100)).toEqual([
      25.72, 26.44, 26.44, 27.45, 28.56, 35.2, 35.97, 37.91, 38.5, 41.81, 45.22, 155.55,
    ]);
    expect(model.box).toEqual({ low: 2644, p25: 2719.75, median: 3558.5, p75: 3932.75, high: 4487.9 });
    expect(model.bins).toEqual([]);
  });

  it('have whiskers to the outermost votes within the fences, the outlier outside', () => {
    const { model } = modelOf(twelve, 'aetna', 'fences');
    expect(model.box).toMatchObject({ low: 2572, high: 4522 });
    expect(model.summary).toContain('within the fences $25.72 to $45.22, with 1 vote outside.');
    expect(model.caption).toContain('Tukey’s fences');
  });

  it('keep a vote far outside in words and among the dots, not on the scale', () => {
    const { model } = modelOf(twelve, 'aetna');
    expect(model.domain).toEqual([0, 6000]);
    expect(model.beyond).toEqual(['Past the end of the axis: 1 vote, $155.55 (Hospital 8).']);
    expect(model.points.at(-1)?.detail).toMatch(
      /^Hospital 8, TX: \$155\.55, \d{3}\.\d% of Medicare\. Aetna; Aetna\. methodology not stated\. File of 2026-01-01; rates\/97760\/national\.csv, line 10\.$/,
    );
  });

  it('fewer than 5 have no box, and say so', () => {
    const { model } = modelOf(votes([30, 40]), 'aetna');
    expect(model.box).toBeNull();
    expect(model.points).toHaveLength(2);
    expect(model.caption).toBe('Each dot is one vote. No box: too few for percentiles.');
  });

  it('of a file that states no place are named without one, and the table says that it is not there', () => {
    const table = rateTable(
      '97110',
      [25, 31].map((rate) => ({ rate, provider: 'Your file', place: '' })),
    );
    const { model, here, ratesFile } = modelOf(table, 'aetna');
    expect(model.points[0]?.detail).toMatch(/^Your file: \$28\.00/);
    const [row] = votesFigure(model, here, ratesFile, 'release test', { limit: 10 }).rows;
    expect(row?.cells['state']).toEqual(absent('not-in-input'));
  });

  it('follow the percentile definition of the scope, and name it', () => {
    const { model } = modelOf(twelve, 'aetna', 'p10-p90', { ...defaultScope, definition: 'nearestRank' });
    expect(model.box).toMatchObject({ p25: 2644, p75: 3850 });
    expect(model.caption).toContain('nearest rank');
  });
});

it('without a vote there is a name for the absence and nothing to draw', () => {
  const { model } = modelOf(votes([30]), 'cigna');
  expect(model).toMatchObject({
    kind: 'none',
    absence: 'Data not available in the input',
    points: [],
    box: null,
  });
});

describe('many votes, on the shipped rates of 97110', () => {
  const { model, row, here, ratesFile } = modelOf(shippedRates('97110'), 'buca');

  it('are a histogram that counts each once', () => {
    expect(model.kind).toBe('histogram');
    expect(model.bins.reduce((total, bin) => total + bin.count, 0)).toBe(row.n);
    expect(model.points).toHaveLength(row.n);
  });

  it('have the box of the benchmark', () => {
    expect(model.box).toMatchObject({
      p25: valueOf(row.p25),
      median: valueOf(row.median),
      p75: valueOf(row.p75),
    });
  });

  it('name whose votes a bar counts, and list exactly those', () => {
    for (const bin of model.bins.filter(({ count }) => count > 0)) {
      expect(bin.detail).toMatch(/\(\d+\.\d%\)\. From \d+ providers?(; the lowest)?: .+ \(.+\)\.$/);
      expect(votesFigure(model, here, ratesFile, 'release test', { bin }).rows).toHaveLength(bin.count);
    }
    const bin = model.bins.find(({ count }) => count > 0);
    if (!bin) throw new Error('no bin');
    const [first, ...rows] = votesFigure(model, here, ratesFile, 'release test', { bin }).rows;
    expect(bin.detail).toContain(`${first?.label} (`);
    for (const { cells } of rows) {
      expect(Object.keys(cells)).toEqual(
        expect.arrayContaining(['plans', 'methodology', 'date', 'lines', 'payer', 'state']),
      );
    }
  });

  it('are all in the table when asked for, and the first of them before', () => {
    const figure = votesFigure(model, here, ratesFile, 'release test', { limit: 50 });
    expect(figure.rows).toHaveLength(50);
    expect(
      votesFigure(model, here, ratesFile, 'release test', { limit: Number.POSITIVE_INFINITY }).rows,
    ).toHaveLength(row.n);
    expect(figure.sources).toBe('rates/97110/national.csv, release test.');
    expect(figure.rows[0]?.cells['lines']).toMatchObject({ kind: 'value' });
  });
});

describe('bins', () => {
  it('are as wide as the rule says', () => {
    // 2·85.20 ÷ ∛129 = 33.7 dollars → 25 dollars.
    expect(binWidth(129, 8520, 40000)).toBe(2500);
    // No spread: never under a dollar.
    expect(binWidth(40, 0, 500)).toBe(100);
    // 240 dollars in at most 24 bins: 10 dollars.
    expect(binWidth(1000, 100, 24000)).toBe(1000);
  });

  it('hold every amount once, lower edge included, whatever the amounts', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 30, maxLength: 90 });
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 50_000 }),
        fc.integer({ min: 100, max: 300_000 }),
        (list, spread, reach) => {
          const sorted = list.toSorted((a, b) => a - b);
          const bins = distributionBins(sorted, spread, reach, 'vote');
          expect(bins.reduce((total, bin) => total + bin.count, 0)).toBe(sorted.length);
          expect(bins.length).toBeLessThanOrEqual(26);
          for (const bin of bins) {
            const inside = sorted.filter((amount) => amount >= bin.from && (bin.isOpen || amount < bin.to));
            expect(bin.count).toBe(inside.length);
          }
        },
      ),
    );
  });

  it('says range, count and share', () => {
    const bins = distributionBins([100, 150, 900, 5000], 200, 1000, 'vote');
    // 2·2.00 ÷ ∛4 = 2.52 dollars → 2.50 dollars.
    expect(bins.at(0)?.detail).toBe('$0.00 to under $2.50: 2 votes of 4 (50.0%).');
    expect(bins.at(1)?.detail).toBe('$2.50 to under $5.00: 0 votes of 4 (0.0%).');
    expect(bins.at(-1)).toMatchObject({ isOpen: true, count: 1 });
    expect(bins.at(-1)?.detail).toContain('and more, up to $50.00: 1 vote of 4 (25.0%).');
  });
});
