import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { mean as oracleMean, quantile as oracleQuantile } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { roundHalfAwayFromZero } from '../../src/domain/money.ts';
import { tukeyFences } from '../../src/stats/fences.ts';
import { mean } from '../../src/stats/mean.ts';
import { quantileSorted } from '../../src/stats/quantile.ts';
import type { QuantileDefinition } from '../../src/stats/quantileDefinition.ts';
import { sortedCopy } from '../../src/stats/sortedCopy.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/oracles');

function rowsOf(file: string): number[][] {
  return readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').map(Number));
}

const points = [0.1, 0.25, 0.5, 0.75, 0.9];
const vectors = rowsOf('vectors.csv');

/** Mean, then five percentiles by each definition: the columns of the answers that were kept. */
function ours(values: readonly number[], definitions: readonly QuantileDefinition[]): number[] {
  const sorted = sortedCopy(values);
  const percentiles = definitions.flatMap((definition) =>
    points.map((p) => quantileSorted(sorted, p, definition)),
  );
  return [mean(values), ...percentiles];
}

/** The others interpolate in floating point: their last bits may differ, never the sixth decimal of a cent. */
function differences(found: readonly number[], expected: readonly number[], what: string): string[] {
  if (found.length !== expected.length) return [`${what}: ${found.length} answers, not ${expected.length}`];
  return found.flatMap((value, column) => {
    const theirs = expected[column] as number;
    return Math.abs(value - theirs) < 2e-6 ? [] : [`${what}, column ${column}: ${value}, not ${theirs}`];
  });
}

describe('answers that R and NumPy printed (commands in test/fixtures/oracles)', () => {
  test('there are as many answers as lists', () => {
    expect(vectors.length).toBe(400);
    expect(rowsOf('numpy.csv').length).toBe(400);
    expect(rowsOf('r.csv').length).toBe(400);
  });

  test('NumPy: mean; quantiles linear, weibull and inverted_cdf', () => {
    const found = rowsOf('numpy.csv').flatMap((answers, index) => {
      const values = vectors[index] as number[];
      return differences(ours(values, ['type7', 'type6', 'nearestRank']), answers, `line ${index + 1}`);
    });
    expect(found).toEqual([]);
  });

  test('R: mean; quantiles of type 7, 6 and 1; fences from type 7', () => {
    const found = rowsOf('r.csv').flatMap((answers, index) => {
      const values = vectors[index] as number[];
      const { lower, upper } = tukeyFences(values);
      const own = [...ours(values, ['type7', 'type6', 'nearestRank']), lower, upper];
      return differences(own, answers, `line ${index + 1}`);
    });
    expect(found).toEqual([]);
  });
});

/** Lists as they come: ties, single values, amounts of a file's whole range. */
const randomLists = fc.sample(
  fc.array(fc.oneof(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 4_294_967_295 })), {
    minLength: 1,
    maxLength: 80,
    size: 'max',
  }),
  { numRuns: 5000, seed: 97110 },
);

describe('5,000 random lists', () => {
  test('DuckDB: avg, quantile_cont is type 7, quantile_disc is the nearest rank, to the cent', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run('CREATE TABLE amounts (list INTEGER, cents BIGINT)');
    const appender = await connection.createAppender('amounts');
    randomLists.forEach((values, list) => {
      for (const value of values) {
        appender.appendInteger(list);
        appender.appendBigInt(BigInt(value));
        appender.endRow();
      }
    });
    appender.closeSync();
    const list = points.join(', ');
    const result = await connection.runAndReadAll(`
      SELECT list, avg(cents), quantile_cont(cents::DOUBLE, [${list}]), quantile_disc(cents, [${list}])
      FROM amounts GROUP BY list ORDER BY list`);
    const rows = result.getRowsJson() as [number, number, number[], string[]][];
    connection.closeSync();
    instance.closeSync();
    expect(rows.length).toBe(5000);
    for (const [at, average, continuous, discrete] of rows) {
      const answers = [average, ...continuous, ...discrete.map(Number)];
      const found = ours(randomLists[at] as number[], ['type7', 'nearestRank']);
      found.forEach((value, column) => {
        const theirs = answers[column] as number;
        // A half cent may fall either way in floating point: 1e-6 of a cent is what a double holds at 42 million dollars.
        const isSame =
          roundHalfAwayFromZero(value) === roundHalfAwayFromZero(theirs) || Math.abs(value - theirs) < 2e-6;
        expect(isSame, `list ${at}, column ${column}: ${value}, DuckDB ${theirs}`).toBe(true);
      });
    }
  });

  test('simple-statistics: mean and quartiles', () => {
    for (const values of randomLists) {
      const sorted = sortedCopy(values);
      expect(mean(values)).toBeCloseTo(oracleMean(values), 4);
      for (const p of [0.25, 0.5, 0.75]) {
        expect(quantileSorted(sorted, p)).toBeCloseTo(oracleQuantile(values, p), 4);
      }
    }
  });
});
