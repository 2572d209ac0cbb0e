import { type PlaceCode, places } from '../domain/place.ts';

export interface SearchedPlace {
  /** null where the search names none. */
  readonly place: PlaceCode | null;
  /** The search without the place's words. */
  readonly rest: string;
}

/** Of names within names the longest first: West Virginia before Virginia. */
const patterns = places
  .toSorted((a, b) => b.name.length - a.name.length)
  .map(({ code, name }) => ({
    code,
    named: [new RegExp(`\\b${name}\\b`, 'i'), new RegExp(`\\b${code}\\b`)],
  }));

/**
 * The place a search names, by its whole name in any case (`97110 texas`) or its postal code in capitals (`97110 TX`): in
 * small letters `in`, `or` and `me` are words.
 */
export function placeIn(search: string): SearchedPlace {
  for (const { code, named } of patterns) {
    const pattern = named.find((each) => each.test(search));
    if (pattern) return { place: code, rest: search.replace(pattern, ' ') };
  }
  return { place: null, rest: search };
}
