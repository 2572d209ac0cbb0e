import type { PlaceCode } from './place.ts';

/**
 * The place each Medicare contractor number of the fee schedule stands for, as in the cost index tables of 2020 to
 * 2026 (a test holds them against `sources/cms-pfs/gpci-2020-2026.csv`). 09202 serves two places.
 */
const placeOfCarrier: ReadonlyMap<string, PlaceCode> = new Map([
  ['01112', 'CA'],
  ['01182', 'CA'],
  ['01212', 'HI'],
  ['01312', 'NV'],
  ['02102', 'AK'],
  ['02202', 'ID'],
  ['02302', 'OR'],
  ['02402', 'WA'],
  ['03102', 'AZ'],
  ['03202', 'MT'],
  ['03302', 'ND'],
  ['03402', 'SD'],
  ['03502', 'UT'],
  ['03602', 'WY'],
  ['04112', 'CO'],
  ['04212', 'NM'],
  ['04312', 'OK'],
  ['04412', 'TX'],
  ['05102', 'IA'],
  ['05202', 'KS'],
  ['05302', 'MO'],
  ['05402', 'NE'],
  ['06102', 'IL'],
  ['06202', 'MN'],
  ['06302', 'WI'],
  ['07102', 'AR'],
  ['07202', 'LA'],
  ['07302', 'MS'],
  ['08102', 'IN'],
  ['08202', 'MI'],
  ['09102', 'FL'],
  ['10112', 'AL'],
  ['10212', 'GA'],
  ['10312', 'TN'],
  ['11202', 'SC'],
  ['11302', 'VA'],
  ['11402', 'WV'],
  ['11502', 'NC'],
  ['12102', 'DE'],
  ['12202', 'DC'],
  ['12302', 'MD'],
  ['12402', 'NJ'],
  ['12502', 'PA'],
  ['13102', 'CT'],
  ['13202', 'NY'],
  ['13282', 'NY'],
  ['13292', 'NY'],
  ['14112', 'ME'],
  ['14212', 'MA'],
  ['14312', 'NH'],
  ['14412', 'RI'],
  ['14512', 'VT'],
  ['15102', 'KY'],
  ['15202', 'OH'],
]);

/** @returns undefined for a number that is not known. */
export function carrierPlace(mac: string, locality: string): PlaceCode | undefined {
  if (mac === '09202') return locality === '20' ? 'PR' : locality === '50' ? 'VI' : undefined;
  return placeOfCarrier.get(mac);
}
