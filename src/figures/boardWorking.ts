import { benchmark } from '../domain/benchmark.ts';
import type { Board, Measure } from '../domain/board.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { findPlace } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { RecomputeMeasure } from '../domain/recomputeMeasure.ts';
import { deviationWorking } from './deviationWorking.ts';
import { recomputeModel } from './recompute.ts';
import type { Explained, WorkingPlace } from './working.ts';

export interface BoardWorkingInput extends WorkingPlace {
  readonly board: Board;
  /** The code's rates of all places, and the CSV they were read in. */
  readonly table: RateTable;
  readonly ratesFile: string;
  readonly schedule: FeeSchedule;
  readonly measure: Measure;
}

/** Columns of the boards that are figures; n, rank and grade are said by the votes themselves. */
const figureColumns: ReadonlySet<string> = new Set(['value', 'difference', 'ratio', 'percent-of-medicare']);

/** Whether the cells of a column have a working. */
export function isBoardFigure(columnId: string): boolean {
  return figureColumns.has(columnId);
}

/**
 * The working of a cell of a board: the place's benchmark is made again from the table the page has, so its votes are
 * those of the place's own page.
 */
export function boardWorking(
  input: BoardWorkingInput,
  placeCode: string,
  payer: string,
  columnId: string,
): Explained | undefined {
  const { board, table, ratesFile, schedule, measure, origin, address } = input;
  const place = findPlace(placeCode)?.code;
  const national = board.nation.rows.find(({ id }) => id === payer);
  if (place === undefined || !national) return undefined;
  const here = benchmark(table, board.scope, place, schedule);
  const row = here.rows.find(({ id }) => id === payer);
  if (!row) return undefined;
  const at = { origin, address };
  const side = { benchmark: here, row, table, ratesFile };
  switch (columnId) {
    case 'value':
    case 'percent-of-medicare': {
      const shown: RecomputeMeasure = columnId === 'value' ? measure : columnId;
      return recomputeModel({ ...at, ...side, measure: shown });
    }
    case 'difference':
    case 'ratio':
      return deviationWorking({
        ...at,
        here: side,
        nation: { benchmark: board.nation, row: national, table, ratesFile },
        measure,
        as: columnId,
      });
    default:
      return undefined;
  }
}
