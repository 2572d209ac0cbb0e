import { absent, type Cell, present } from './cell.ts';
import type { FactorChoice, FeeSchedule, LocalityAmount } from './feeSchedule.ts';
import { indexRowOf } from './localityLookup.ts';
import type { GpciRow } from './medicareTables.ts';
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
