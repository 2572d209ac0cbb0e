import { benchmark } from '../../src/domain/benchmark.ts';
import { type BenchmarkFacts, benchmarkFacts, type RowFacts } from '../../src/domain/benchmarkFacts.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { rateTable } from './builders.ts';
import { plainSchedule } from './plainSchedule.ts';

export type FactsSpec = Partial<RowFacts> & Pick<RowFacts, 'id'>;

/** Facts of a benchmark whose rows have only what is said of them; a median without its mean is the mean, too. */
export function plainFacts(...rows: readonly FactsSpec[]): BenchmarkFacts {
  const empty = benchmark(rateTable('97110', []), defaultScope, null, plainSchedule({ dollars: {} }));
  const [row] = benchmarkFacts(empty).rows;
  if (!row) throw new Error('a benchmark has a row of BUCA');
  return {
    ...benchmarkFacts(empty),
    rows: rows.map((spec) => ({ ...row, name: spec.id, n: 5, mean: spec.median ?? row.mean, ...spec })),
  };
}
