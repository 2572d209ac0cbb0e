import { type PlaceCode, places } from '../domain/place.ts';

export interface SearchedPlace {
  /** null where the search names none. */
  readonly place: PlaceCode | null;
  /** The search without the place's words. */
  readonly rest: string;
}

/**
 * The place a search names, by its whole name in any case (`97110 texas`) or its postal code in capitals (`97110 TX`): in
 * small letters `in`, `or` and `me` are words. Of names within names the longest, West Virginia before Virginia.
 */
export function placeIn(search: string): SearchedPlace {
  const byLength = places.toSorted((a, b) => b.name.length - a.name.length);
  for (const { code, name } of byLength) {
    const found = new RegExp(`\\b${name}\\b`, 'i').exec(search) ?? new RegExp(`\\b${code}\\b`).exec(search);
    if (found) return { place: code, rest: search.replace(found[0], ' ') };
  }
  return { place: null, rest: search };
}
