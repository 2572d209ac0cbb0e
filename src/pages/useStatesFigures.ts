import { useMemo } from 'react';
import { type Board, type BoardRow, board, type Measure } from '../domain/board.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { Comparison } from '../domain/mapClass.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Scope } from '../domain/scope.ts';
import { deviationBoard } from '../figures/deviationBoard.ts';
import type { Figure } from '../figures/figure.ts';
import { payerMaps, type StateMap, stateMap } from '../figures/stateMap.ts';

interface StatesAsked {
  /** The code's rates of all places. */
  readonly table: RateTable;
  readonly scope: Scope;
  readonly schedule: FeeSchedule;
  readonly payer: BoardRow['payer'];
  readonly measure: Measure;
  readonly comparison: Comparison;
  readonly origin: string;
}

interface StatesFigures {
  readonly all: Board;
  /** The payer that is shown: without the one asked for, the first with rates in the scope. */
  readonly payer: BoardRow['payer'];
  readonly hasPayer: boolean;
  readonly map: StateMap;
  /** Every payer's own, in the order of the table. */
  readonly maps: readonly StateMap[];
  /** All places and payers in one list. */
  readonly ranking: Figure;
}

/** The figures of a code in all places; each is made again only when what it is made from has changed. */
export function useStatesFigures(asked: StatesAsked): StatesFigures {
  const { table, scope, schedule, measure, comparison, origin } = asked;
  const all = useMemo(() => board(table, scope, schedule), [table, scope, schedule]);
  const found = all.payers.find(({ id }) => id === asked.payer);
  const payer = found?.id ?? all.payers[0]?.id ?? asked.payer;
  const map = useMemo(
    () => stateMap(all, { payer, measure, comparison, origin }),
    [all, payer, measure, comparison, origin],
  );
  const maps = useMemo(
    () => payerMaps(all, { measure, comparison, origin }),
    [all, measure, comparison, origin],
  );
  const ranking = useMemo(() => deviationBoard(all, measure, origin), [all, measure, origin]);
  return { all, payer, hasPayer: found !== undefined, map, maps, ranking };
}
