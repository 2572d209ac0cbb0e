import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { areaLocalities, type MedicareArea } from '../domain/medicareArea.ts';
import { newestYear } from '../domain/newestYear.ts';
import { localityText } from './medicareText.ts';
import { inPlace, placeTitle } from './names.ts';

/** `Texas`; `Houston, Texas (locality 18)` for one of several localities; `National` for all there are; by the year’s names. */
export function areaTitle(
  schedule: FeeSchedule,
  area: MedicareArea,
  year = newestYear(schedule.years),
): string {
  const { place, locality } = area;
  const state = placeTitle(place);
  if (place === null || locality === null) return state;
  const [row] = areaLocalities(schedule, year, area);
  // A state of one locality has no other place to be.
  if (!row || schedule.localities(year, place).length === 1) return state;
  const name = localityText(row.name);
  const where = name.toLowerCase().includes(state.toLowerCase()) ? name : `${name}, ${state}`;
  return `${where} (locality ${row.locality})`;
}

/** How Medicare's amounts of an area come about: `CMS tables, mean over the localities of Texas`. */
export function areaSource({ locality }: MedicareArea, title: string): string {
  return locality === null ? `CMS tables, mean over the localities of ${title}` : `CMS tables, ${title}`;
}

/** In a sentence: `nationally`, `in Texas`, `in Houston, Texas (locality 18)`. */
export function inArea({ place, locality }: MedicareArea, title: string): string {
  return locality === null ? inPlace(place) : `in ${title}`;
}
