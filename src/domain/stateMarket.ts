import { benchmark } from './benchmark.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';
import { type Absent, absent } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { noVotesOf } from './payerPlaces.ts';
import type { PlaceCode } from './place.ts';
import { rateIndex } from './rateIndex.ts';
import type { RateTable } from './rateTable.ts';
import { defaultScope, type Scope, type Site } from './scope.ts';

/** The published rates of a state, code by code. */
export interface StateMarket {
  readonly place: PlaceCode;
  readonly scope: Scope;
  readonly tables: ReadonlyMap<string, RateTable>;
  /** Rows of the code's benchmark, BUCA first; none where the state has no file of it. */
  rowsOf(code: string): readonly BenchmarkRow[];
  /** Why a payer (or BUCA), by its id, has no votes for a code. */
  gapOf(code: string, payerId: string): Absent;
}

/** A state's commercial market at some sites, as the pages of codes show it. Each code is worked out when first asked for. */
export function stateMarket(
  tables: ReadonlyMap<string, RateTable>,
  place: PlaceCode,
  site: Site,
  schedule: FeeSchedule,
): StateMarket {
  const scope: Scope = { ...defaultScope, site };
  const known = new Map<string, readonly BenchmarkRow[]>();
  return {
    place,
    scope,
    tables,
    rowsOf(code) {
      const table = tables.get(code);
      const rows = known.get(code) ?? (table ? benchmark(table, scope, place, schedule).rows : []);
      known.set(code, rows);
      return rows;
    },
    gapOf(code, payerId) {
      const table = tables.get(code);
      return table ? noVotesOf(payerId, rateIndex(table), place) : absent('not-in-input');
    },
  };
}
