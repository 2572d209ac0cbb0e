import { benchmark } from '../../src/domain/benchmark.ts';
import { valueOf } from '../../src/domain/cell.ts';
import { buildFeeSchedule } from '../../src/domain/feeSchedule.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import type { Implementation, Make } from './recompute.ts';

/** The app's own recompute, whole: with facets, reasons, grades and counts, which the peers are not asked for. */
export const make: Make = (table) => {
  // No Medicare tables: the peers are not asked for the ratio either.
  const schedule = buildFeeSchedule({ rvus: [], gpcis: [], factors: [] });
  const made: Implementation = {
    ask(firstYear) {
      const scope = { ...defaultScope, vintage: { from: firstYear, to: null } };
      return benchmark(table, scope, null, schedule).rows.map((row) => ({
        payer: row.id,
        n: row.n,
        mean: valueOf(row.mean) ?? 0,
        p25: valueOf(row.p25) ?? 0,
        median: valueOf(row.median) ?? 0,
        p75: valueOf(row.p75) ?? 0,
      }));
    },
  };
  return Promise.resolve(made);
};
