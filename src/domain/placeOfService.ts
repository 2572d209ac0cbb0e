import type { Setting } from './rateTable.ts';

/**
 * CMS place-of-service codes by where the patient is: staying (hospital 21, nursing 31, hospice 34, psychiatric 51 and
 * 56, substance abuse 55, rehabilitation 61), in an emergency room (23), anywhere (99, and `CSTM-00` of payer files).
 * All others are places one walks out of.
 */
const staying = new Set(['21', '31', '34', '51', '55', '56', '61']);
const anywhere = new Set(['99', 'CSTM-00', '']);

export const placeKinds = { staying: 1, walkingOut: 2, emergency: 4, anywhere: 8 } as const;

/** The kind of place a code names, as a bit of `placeKinds`. */
export function placeKind(code: string): number {
  const bare = code.trim().toUpperCase();
  if (anywhere.has(bare)) return placeKinds.anywhere;
  if (staying.has(bare)) return placeKinds.staying;
  return bare === '23' ? placeKinds.emergency : placeKinds.walkingOut;
}

/**
 * The setting of a rate that holds in these kinds of places.
 *
 * @param kinds bits of `placeKinds`, 0 where no place is named.
 * @param stated the setting the file states, '' where it does not; an emergency room says more than `outpatient`.
 */
export function settingOfPlaces(kinds: number, stated: Setting): Setting {
  if (kinds === placeKinds.emergency && stated !== 'inpatient') return 'emergency';
  if (stated !== '' || kinds === 0 || (kinds & placeKinds.anywhere) !== 0) return stated;
  if (kinds === placeKinds.staying) return 'inpatient';
  return (kinds & placeKinds.staying) === 0 ? 'outpatient' : 'both';
}
