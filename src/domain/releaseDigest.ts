import { benchmark } from './benchmark.ts';
import type { Cell } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { medicareBenchmark } from './medicareBenchmark.ts';
import { roundHalfAwayFromZero } from './money.ts';
import { type PlaceCode, places } from './place.ts';
import type { RateTable } from './rateTable.ts';
import { defaultScope } from './scope.ts';

/** One payer (or BUCA) in one place: whole cents, as they are printed. */
export interface DigestFigures {
  readonly n: number;
  readonly mean: Cell;
  readonly p25: Cell;
  readonly median: Cell;
  readonly p75: Cell;
}

/** What a later release can tell of an earlier one: its default figures, and nothing they were made from. */
export interface ReleaseDigest {
  readonly id: string;
  readonly date: string;
  /** How much the release held. */
  readonly counts: DigestCounts;
  /** The scope of the figures, as that release said it. */
  readonly scope: string;
  /** The year of the Medicare amounts: the newest of that release. */
  readonly medicareYear: number;
  /** By `digestKey`, then by row: BUCA and the payers with votes. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, DigestFigures>>;
  /** By `digestKey`: non-facility amount, mean over the localities. */
  readonly medicare: ReadonlyMap<string, Cell>;
}

export interface DigestCounts {
  readonly codes: number;
  readonly rates: number;
  readonly providers: number;
  readonly sources: number;
}

/** `97110 TX`; the nation is `US`. */
export function digestKey(code: string, place: PlaceCode | null): string {
  return `${code} ${place ?? 'US'}`;
}

export const digestMeasures = ['mean', 'p25', 'median', 'p75'] as const;
export type DigestMeasure = (typeof digestMeasures)[number];

/** The default figures of one rate table in one place: the same as its page shows. */
export function digestFigures(
  table: RateTable,
  place: PlaceCode | null,
  schedule: FeeSchedule,
): ReadonlyMap<string, DigestFigures> {
  const { rows } = benchmark(table, defaultScope, place, schedule);
  return new Map(
    rows
      .filter((row) => row.n > 0)
      .map((row) => [
        row.id,
        {
          n: row.n,
          mean: rounded(row.mean),
          p25: rounded(row.p25),
          median: rounded(row.median),
          p75: rounded(row.p75),
        },
      ]),
  );
}

/** The newest year's amounts of every code of the schedule, nationally and in every place. */
export function digestMedicare(schedule: FeeSchedule, year: number): ReadonlyMap<string, Cell> {
  const everywhere = [null, ...places.map((place) => place.code)];
  return new Map(
    schedule.codes.flatMap((code) =>
      everywhere.map((place) => [
        digestKey(code, place),
        rounded(medicareBenchmark(schedule, code, place, year, 'office').mean),
      ]),
    ),
  );
}

function rounded(cell: Cell): Cell {
  return cell.kind === 'value' ? { kind: 'value', value: roundHalfAwayFromZero(cell.value) } : cell;
}
