import { absent, type Cell, present } from './cell.ts';
import type { FactorChoice, FeeSchedule, LocalityAmount } from './feeSchedule.ts';
import type { GpciRow, LocalityCounties } from './medicareTables.ts';
import type { PlaceCode } from './place.ts';

/** Where Medicare's prices are read: everywhere, in a state, or in one of its localities. */
export interface MedicareArea {
  /** null = all localities there are. */
  readonly place: PlaceCode | null;
  /** null = every locality of the place, as their mean. */
  readonly locality: {
    readonly mac: string;
    readonly locality: string;
    /** As CMS's list spells it, where the locality was found by it: some had localities of their own before 2024. */
    readonly county?: string;
  } | null;
}

export const everywhere: MedicareArea = { place: null, locality: null };

/** The localities of an area in a year's tables: one, all of the state's, or all. */
export function areaLocalities(
  schedule: FeeSchedule,
  year: number,
  { place, locality }: MedicareArea,
): readonly GpciRow[] {
  const here = schedule.localities(year, place);
  if (place === null || locality === null) return here;
  const row = indexRowOf(here, { place, ...locality }, locality.county);
  return row ? [row] : [];
}

/** One amount per locality of the area; absent with the reason where the schedule has none. */
export function areaAmounts(
  schedule: FeeSchedule,
  code: string,
  year: number,
  area: MedicareArea,
  choice?: FactorChoice,
): Cell<readonly LocalityAmount[]> {
  const amounts = schedule.amounts(code, year, area.place, choice);
  if (amounts.kind === 'absent' || area.locality === null) return amounts;
  const [row] = areaLocalities(schedule, year, area);
  const own = amounts.value.filter(({ locality }) => locality === row);
  return own.length === 0 ? absent('not-priced', `no such Medicare locality in ${year}`) : present(own);
}

/**
 * The row of a year's index table that prices a locality of the (2025) county table, for a named county where one is
 * known: before 2024 San Mateo, Alameda with Contra Costa, and Orange had localities of their own, told by their names.
 */
export function indexRowOf(
  rows: readonly GpciRow[],
  locality: Pick<LocalityCounties, 'place' | 'mac' | 'locality'>,
  county?: string,
): GpciRow | undefined {
  const inState = rows.filter((row) => row.place === locality.place);
  return (
    inState.find(({ name }) => countiesInName(name)?.some((own) => own === county)) ??
    inState.find((row) => row.mac === locality.mac && row.locality === locality.locality)
  );
}

/** `LOS ANGELES-LONG BEACH-ANAHEIM (ORANGE CNTY)` → ORANGE. */
function countiesInName(name: string): readonly string[] | undefined {
  return /\((.*) CNTY\)/.exec(name)?.[1]?.split('/');
}
