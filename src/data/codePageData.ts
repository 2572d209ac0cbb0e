import { findPlace, type PlaceCode } from '../domain/place.ts';
import type { Release } from '../domain/release.ts';
import type { CodePageData } from '../figures/codePage.ts';
import type { ReleaseLoader } from './loadRelease.ts';

/**
 * Everything the page of a code in a place needs, fetched side by side.
 *
 * @returns null when the release's catalogue does not hold the code.
 */
export async function codePageData(
  loader: ReleaseLoader,
  code: string,
  place: PlaceCode | null,
): Promise<CodePageData | null> {
  const [release, catalogue, schedule, nationalRates, placeRates, charges, published, context, notes] =
    await Promise.all([
      loader.release(),
      loader.catalogue(),
      loader.schedule(),
      loader.rates(code, null),
      place === null ? null : loader.rates(code, place),
      loader.charges(code),
      loader.published(code),
      loader.context(code),
      place === null ? [] : loader.placeNotes(place),
    ]);
  const found = catalogue.codes.find((each) => each.code === code);
  if (!found) return null;
  return {
    code: found,
    codes: catalogue.codes,
    release,
    nationalRates,
    placeRates,
    placesWithRates: placesWithRates(release, code),
    charges,
    schedule,
    published,
    context,
    notes,
  };
}

/** Places the release has a rate file of the code for. */
export function placesWithRates(release: Release, code: string): ReadonlySet<PlaceCode> {
  const folder = `rates/${code}/`;
  const places = release.files.flatMap(({ path }) => {
    if (!path.startsWith(folder)) return [];
    return findPlace(path.slice(folder.length, -'.csv'.length))?.code ?? [];
  });
  return new Set(places);
}
