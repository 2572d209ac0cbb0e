import type { Cell } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { medicareComparison } from './medicareComparison.ts';
import type { PlaceCode } from './place.ts';
import { type FileDate, type RateIndex, rateIndex } from './rateIndex.ts';
import type { RateTable } from './rateTable.ts';
import type { Site } from './scope.ts';

/**
 * What votes are compared with. It depends on a vote's place and newest file alone (`VoteColumns.file`), so the fee
 * schedule is asked once for each pair, when a vote has it.
 */
export interface MedicareAmounts {
  /** Why there is none, or unrounded cents. */
  cellOf(file: number): Cell;
  /** Unrounded cents; NaN where there is nothing to compare with. */
  amountOf(file: number): number;
  /** Those asked for so far that have an amount, lowest first. */
  ascending(): Uint32Array;
}

interface Remembered {
  readonly site: Site;
  readonly schedule: FeeSchedule;
  readonly amounts: MedicareAmounts;
}

const remembered = new WeakMap<RateTable, readonly Remembered[]>();

/** The same for every scope of a site: kept with the table. */
export function medicareAmounts(table: RateTable, site: Site, schedule: FeeSchedule): MedicareAmounts {
  const known = remembered.get(table) ?? [];
  const same = known.find((each) => each.site === site && each.schedule === schedule);
  if (same) return same.amounts;
  const amounts = make(table.code, rateIndex(table), site, schedule);
  const others = known.filter((each) => each.schedule === schedule);
  remembered.set(table, [...others, { site, schedule, amounts }]);
  return amounts;
}

function make(
  code: string,
  { places, dates }: RateIndex,
  site: Site,
  schedule: FeeSchedule,
): MedicareAmounts {
  const length = places.length * dates.length;
  const cells: (Cell | undefined)[] = Array.from({ length });
  // 0 stands for "not asked yet": the schedule prices nothing at zero.
  const amounts = new Float64Array(length);
  let order: Uint32Array | undefined;

  function cellOf(file: number): Cell {
    const known = cells[file];
    if (known) return known;
    const place = places[Math.floor(file / dates.length)] as PlaceCode;
    const { year, date } = dates[file % dates.length] as FileDate;
    const cell = medicareComparison(code, { place, year, date }, site, schedule);
    cells[file] = cell;
    amounts[file] = cell.kind === 'value' ? cell.value : Number.NaN;
    order = undefined;
    return cell;
  }
  return {
    cellOf,
    amountOf(file) {
      if (amounts[file] === 0) cellOf(file);
      return amounts[file] as number;
    },
    ascending() {
      order ??= Uint32Array.from(amounts.keys())
        .filter((file) => (amounts[file] as number) > 0)
        .sort((a, b) => (amounts[a] as number) - (amounts[b] as number));
      return order;
    },
  };
}
