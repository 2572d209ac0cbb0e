import type { Benchmark } from '../domain/benchmark.ts';
import type { Measure } from '../domain/board.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { deviationWorking } from './deviationWorking.ts';
import { recomputeModel } from './recompute.ts';
import type { Explained, WorkingPlace } from './working.ts';

/** A figure of the deviation table: one side's own, or what parts the two. Plain, so that it can wait for the rates. */
export interface DeviationAsk {
  readonly rowId: string;
  readonly measure: Measure;
  readonly what: 'here' | 'nation' | 'difference' | 'ratio';
}

const asks: Readonly<Record<string, Omit<DeviationAsk, 'rowId'>>> = {
  median: { measure: 'median', what: 'here' },
  'median-national': { measure: 'median', what: 'nation' },
  'median-difference': { measure: 'median', what: 'difference' },
  'median-ratio': { measure: 'median', what: 'ratio' },
  'mean-difference': { measure: 'mean', what: 'difference' },
  'mean-ratio': { measure: 'mean', what: 'ratio' },
};

/** What a cell of the deviation table asks for; undefined for counts. */
export function deviationAsk(columnId: string, rowId: string): DeviationAsk | undefined {
  const ask = asks[columnId];
  return ask && { ...ask, rowId };
}

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
