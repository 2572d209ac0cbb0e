import { findPlace, type PlaceCode } from './place.ts';
import type { Release } from './release.ts';

/** Places the release has rates of any code for, in postal-code order. */
export function placesWithRates({ files }: Pick<Release, 'files'>): readonly PlaceCode[] {
  const found = files.flatMap(({ path }) => {
    const place = /^rates\/[^/]+\/([A-Z]{2})\.csv$/.exec(path)?.[1];
    return place !== undefined && findPlace(place) ? [place] : [];
  });
  return [...new Set(found)].sort();
}
