import { type Benchmark, type BenchmarkRow, benchmark } from './benchmark.ts';
import type { Absent, Cell } from './cell.ts';
import { type Deviation, deviations } from './deviation.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { minimumVotes } from './minimumVotes.ts';
import { noVotesOf } from './payerPlaces.ts';
import { type PlaceCode, places } from './place.ts';
import { rateIndex } from './rateIndex.ts';
import type { RateTable } from './rateTable.ts';
import type { Scope } from './scope.ts';

/** Which average of the votes is compared. */
export const measures = ['median', 'mean'] as const;
export type Measure = (typeof measures)[number];

/** One payer (or BUCA) in one place, beside its own national figure. */
export interface BoardRow {
  readonly place: PlaceCode;
  readonly payer: BenchmarkRow['id'];
  readonly payerName: string;
  /** Votes in the place. */
  readonly n: number;
  /** undefined where the place has no vote of the payer. */
  readonly here: BenchmarkRow | undefined;
  /** Why it has none; what stands for every cell of `here`. */
  readonly gap: Absent;
  readonly nation: BenchmarkRow;
  readonly deviation: Deviation | undefined;
}

export interface Board {
  readonly code: string;
  readonly scope: Scope;
  readonly nation: Benchmark;
  /** BUCA first, then payers in table order: those of the national benchmark. */
  readonly payers: ReadonlyArray<{ readonly id: BenchmarkRow['id']; readonly name: string }>;
  /** Every place × payer: places in postal-code order, payers in table order. Absences are rows too. */
  readonly rows: readonly BoardRow[];
}

/**
 * Every place beside the nation, payer by payer: the same benchmark that the place's own page shows, 53 times.
 * Costs some 10 ms for the largest shipped file (97110, 1,031 rates); callers keep the result while table and scope stay.
 *
 * @param table the code's rates of all places
 */
export function board(table: RateTable, scope: Scope, schedule: FeeSchedule): Board {
  const nation = benchmark(table, scope, null, schedule);
  const index = rateIndex(table);
  const rows = places.flatMap(({ code: place }) => {
    const here = benchmark(table, scope, place, schedule);
    const byPayer = new Map(deviations(here, nation).map((each) => [each.id, each]));
    return nation.rows.map((national): BoardRow => {
      const deviation = byPayer.get(national.id);
      return {
        place,
        payer: national.id,
        payerName: national.name,
        n: deviation?.here.n ?? 0,
        here: here.rows.find((row) => row.id === national.id),
        gap: noVotesOf(national.id, index, place),
        nation: national,
        deviation,
      };
    });
  });
  return {
    code: table.code,
    scope,
    nation,
    payers: nation.rows.map(({ id, name }) => ({ id, name })),
    rows,
  };
}

export interface BoardCells {
  /** Unrounded cents. */
  readonly value: Cell;
  readonly nation: Cell;
  /** Place − nation, unrounded cents. */
  readonly difference: Cell;
  /** The difference as a fraction of the nation. */
  readonly ratio: Cell;
  /** Ratio of sums, a fraction; the same whichever measure is picked. */
  readonly percentOfMedicare: Cell;
}

/** The cells of a row for one measure: the very cells that the place's own page shows. */
export function boardCells({ here, gap, nation, deviation }: BoardRow, measure: Measure): BoardCells {
  return {
    value: here?.[measure] ?? gap,
    nation: nation[measure],
    difference: deviation?.[measure] ?? gap,
    ratio: deviation?.[`${measure}Ratio`] ?? gap,
    percentOfMedicare: here?.percentOfMedicare ?? gap,
  };
}

/**
 * Ranks and map colours need as many votes as percentiles do. A mean of two votes is printed, because the place's own
 * page prints it, but it is neither ranked nor coloured.
 *
 * @returns the cell, or its absence, or (with too few votes) the absence the median has for the same reason
 */
export function comparableCell(row: BoardRow, cell: Cell): Cell {
  if (row.here === undefined) return row.gap;
  return row.n < minimumVotes ? row.here.median : cell;
}

/** Ranks from 1, highest first; equal values share a rank and the next one is skipped (1, 2, 2, 4). */
export function ranksOf(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => b - a);
  return values.map((value) => sorted.indexOf(value) + 1);
}
