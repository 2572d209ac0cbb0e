import type { Benchmark } from '../domain/benchmark.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { DeviationAsk } from './deviationAsk.ts';
import { deviationWorking } from './deviationWorking.ts';
import { recomputeModel } from './recompute.ts';
import type { Explained, WorkingPlace } from './working.ts';

/** A benchmark and the rates it was made from. */
export interface DeviationSide {
  readonly benchmark: Benchmark;
  readonly table: RateTable;
  readonly ratesFile: string;
}

/** The working asked for; undefined where the figure is absent. */
export function explainDeviation(
  here: DeviationSide,
  nation: DeviationSide,
  { rowId, measure, what }: DeviationAsk,
  at: WorkingPlace,
): Explained | undefined {
  const [local, national] = [here, nation].map(({ benchmark }) =>
    benchmark.rows.find(({ id }) => id === rowId),
  );
  if (!local || !national) return undefined;
  if (what === 'here') return recomputeModel({ ...here, ...at, row: local, measure });
  if (what === 'nation') return recomputeModel({ ...nation, ...at, row: national, measure });
  return deviationWorking({
    ...at,
    here: { ...here, row: local },
    nation: { ...nation, row: national },
    measure,
    as: what,
  });
}
