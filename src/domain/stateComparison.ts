import type { BenchmarkRow } from './benchmarkRow.ts';
import type { Absent, Cell } from './cell.ts';
import { hospitalVotes } from './contractMarket.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import type { PlaceCode } from './place.ts';
import type { StateMarket } from './stateMarket.ts';

/** How many states can stand side by side. */
export const mostStates = 4;

/** One code of one payer in one state. */
export interface StateRow {
  readonly code: string;
  readonly place: PlaceCode;
  /** undefined where the state's files hold no vote of this payer. */
  readonly row: BenchmarkRow | undefined;
  /** Why it holds none; what stands for every cell of `row`. */
  readonly gap: Absent;
  /** Votes that stand in hospitals' own files. */
  readonly hospitals: number;
  /** Non-facility, mean over the state's localities, of the year asked for. */
  readonly medicare: Cell;
}

/** Codes × states for one payer: the states of a code beside each other. Codes without a vote in any state come too. */
export function stateComparison(
  codes: readonly string[],
  markets: readonly StateMarket[],
  payerId: string,
  schedule: FeeSchedule,
  medicareYear: number,
): readonly StateRow[] {
  return codes.flatMap((code) =>
    markets.map((market) => {
      const { place, tables } = market;
      const table = tables.get(code);
      const found = market.rowsOf(code).find(({ id, n }) => id === payerId && n > 0);
      return {
        code,
        place,
        row: found,
        gap: market.gapOf(code, payerId),
        hospitals: found && table ? hospitalVotes(found, table) : 0,
        medicare: schedule.placeMean(code, medicareYear, place),
      };
    }),
  );
}
