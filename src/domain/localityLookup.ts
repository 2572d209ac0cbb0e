import { countyKey, editDistance, splitCountyAndPlace } from './countyName.ts';
import { type LocalityCoverage, localityCoverage, type NamedCounty } from './localityCounties.ts';
import type { LocalityCounties } from './medicareTables.ts';
import type { PlaceCode } from './place.ts';

/** Where a county's services are priced, or why the tables cannot tell. */
export type CountyAnswer =
  /** CMS names the county. `county` is CMS's spelling; `place` the county's state. */
  | ({ readonly kind: 'named' } & NamedCounty)
  /** One locality covers every county of the state, so the name need not be known. */
  | { readonly kind: 'whole-state'; readonly county: string; readonly locality: LocalityCounties }
  /** CMS does not name it: the locality of "all other counties", if there is such a county. */
  | { readonly kind: 'rest-of-state'; readonly county: string; readonly locality: LocalityCounties }
  /** Not named, but spelt like one that is: a slip, or another county. */
  | {
      readonly kind: 'either';
      readonly county: string;
      readonly similar: readonly NamedCounty[];
      readonly locality: LocalityCounties;
    }
  /** No state was given. The counties of that name CMS lists; there may be others it does not. */
  | { readonly kind: 'which-state'; readonly county: string; readonly named: readonly NamedCounty[] }
  | { readonly kind: 'nothing-asked' }
  /** The tables hold nothing for the state. */
  | { readonly kind: 'no-such-place'; readonly county: string };

/** Names people use for counties that CMS writes otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  'FL MIAMIDADE': 'DADE',
  'NY MANHATTAN': 'NEWYORK',
  'NY BROOKLYN': 'KINGS',
  'NY STATENISLAND': 'RICHMOND',
  'NY THEBRONX': 'BRONX',
  'DC WASHINGTON': 'DISTRICTOFCOLUMBIA',
  'DC WASHINGTONDC': 'DISTRICTOFCOLUMBIA',
  'DC DC': 'DISTRICTOFCOLUMBIA',
};

/**
 * The Medicare locality of a county.
 *
 * @param localities CMS's table of localities and counties.
 * @param text the county as someone types it, with or without ", state" at the end, which goes before `place`.
 * @param place the state chosen elsewhere; null when none is.
 */
export function localityOfCounty(
  localities: readonly LocalityCounties[],
  text: string,
  place: PlaceCode | null,
): CountyAnswer {
  const asked = splitCountyAndPlace(text);
  const { county } = asked;
  const key = countyKey(county);
  if (key === '') return { kind: 'nothing-asked' };
  const coverages = localities.map(localityCoverage);
  const named = coverages.flatMap((coverage) => coverage.named);
  // Guam has no place of its own in these tables: CMS calls the locality "HAWAII, GUAM".
  const state = key === 'GUAM' ? 'HI' : (asked.place ?? place);
  if (state === null) {
    return { kind: 'which-state', county, named: named.filter((each) => isSame(each, key)) };
  }
  // Under DC, the suburbs CMS files there count as well.
  const here = named.filter((each) => each.place === state || each.locality.place === state);
  const known = find(here, otherNames[`${state} ${key}`] ?? key);
  if (known) return { kind: 'named', ...known };
  return unnamed(coverages, here, state, county, key);
}

function unnamed(
  coverages: readonly LocalityCoverage[],
  here: readonly NamedCounty[],
  state: PlaceCode,
  county: string,
  key: string,
): CountyAnswer {
  const rest = coverages.find(({ locality, rest: kind }) => locality.place === state && kind !== 'none');
  const slip = key.length <= 5 ? 1 : 2;
  const similar = here.filter((each) => editDistance(countyKey(each.county), key) <= slip);
  if (!rest) {
    const [near] = similar;
    // The District has no other county, so what is not named there is not there.
    return near
      ? { kind: 'either', county, similar, locality: near.locality }
      : { kind: 'no-such-place', county };
  }
  const { locality } = rest;
  if (similar.length > 0) return { kind: 'either', county, similar, locality };
  return { kind: rest.rest === 'all' ? 'whole-state' : 'rest-of-state', county, locality };
}

function find(named: readonly NamedCounty[], key: string): NamedCounty | undefined {
  return (
    named.find((each) => countyKey(each.county) === key) ??
    // "Alexandria" for ALEXANDRIA CITY, but only where no county has the plain name.
    named.find((each) => countyKey(each.county) === `${key}CITY`)
  );
}

function isSame({ county }: NamedCounty, key: string): boolean {
  const own = countyKey(county);
  return own === key || own === `${key}CITY`;
}
