import { benchmark } from '../domain/benchmark.ts';
import { valueOf } from '../domain/cell.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { CompareMeasure } from '../domain/heatClass.ts';
import { amountsOf } from '../domain/sortedVotes.ts';
import type { StateMarket } from '../domain/stateMarket.ts';
import { medianRankWorking } from './contractMarketWorking.ts';
import { recomputeModel } from './recompute.ts';
import type { Explained, WorkingPlace } from './working.ts';

/** The working of a cell of published rates: its votes, or the pool its rank is among; undefined where there is none. */
export function publishedCellWorking(
  market: StateMarket,
  code: string,
  payer: string,
  measure: CompareMeasure,
  schedule: FeeSchedule,
  at: WorkingPlace,
): Explained | undefined {
  const table = market.tables.get(code);
  if (!table) return undefined;
  const here = benchmark(table, market.scope, market.place, schedule);
  const row = here.rows.find(({ id }) => id === payer);
  if (!row) return undefined;
  if (measure === 'rank') {
    const pool = here.rows.find(({ id }) => id === 'buca');
    const median = valueOf(row.median);
    if (!pool || median === undefined) return undefined;
    const votes = amountsOf(pool.votes);
    return medianRankWorking(`${row.name} for ${code}`, median, { name: pool.name, votes }, at);
  }
  return recomputeModel({
    ...at,
    benchmark: here,
    row,
    table,
    measure: measure === 'medicare' ? 'percent-of-medicare' : 'median',
    ratesFile: `rates/${code}/${market.place}.csv`,
  });
}
