import type { GpciRow } from './medicareTables.ts';
import type { PlaceCode } from './place.ts';

/**
 * Floors a locality's indices stand on, by law:
 * - `alaska-work`: work index 1.5, permanent (MIPPA, section 134).
 * - `frontier-pe`: practice-expense index at least 1.0 in the frontier states (ACA, section 10324).
 * - `work`: work index at least 1.0, renewed from year to year. The tables hold the index with the floor, so an index
 *   of exactly 1.000 may also be what it is without one.
 */
export type LocalityFloor = 'alaska-work' | 'frontier-pe' | 'work';

/** States whose practice-expense index the law holds at 1.0 or above; as `gpciCheck.ts` and the notes of tables name them. */
export const frontierStates: ReadonlySet<PlaceCode> = new Set(['MT', 'ND', 'NV', 'SD', 'WY']);

/** The floors a locality's indices stand on in the tables of one year; empty where none does. */
export function localityFloors(locality: GpciRow): readonly LocalityFloor[] {
  const floors: LocalityFloor[] = [];
  if (locality.place === 'AK' && locality.workGpci === 1500) floors.push('alaska-work');
  if (locality.workGpci === 1000) floors.push('work');
  if (frontierStates.has(locality.place) && locality.peGpci === 1000) floors.push('frontier-pe');
  return floors;
}
