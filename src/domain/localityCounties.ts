import type { LocalityCounties } from './medicareTables.ts';
import { type PlaceCode, places } from './place.ts';

/** A county CMS names for a locality. */
export interface NamedCounty {
  /** The county's own state, which is not the locality's for the suburbs of Washington. */
  readonly place: PlaceCode;
  /** As CMS writes it, in capitals, a known misspelling put right. */
  readonly county: string;
  readonly locality: LocalityCounties;
}

/** What the text of one locality says: counties by name, all counties of its state, or all that are named nowhere else. */
export interface LocalityCoverage {
  readonly locality: LocalityCounties;
  readonly named: readonly NamedCounty[];
  readonly rest: 'none' | 'all' | 'all-other';
  /** Counties the text takes out of "all". */
  readonly except: readonly string[];
}

/** Misprints of the CMS file itself. */
const misprints: Readonly<Record<string, string>> = { ORAGNGE: 'ORANGE' };

const placeByName = new Map<string | undefined, PlaceCode>(
  places.map((place) => [place.name.toUpperCase(), place.code]),
);

/**
 * Reads the counties of a locality as CMS writes them: `ALL COUNTIES`, `ALL OTHER COUNTIES EXCEPT MONTGOMERY AND …`,
 * lists by comma, slash or "and", and parts in another state (`…; MONTGOMERY AND PRINCE GEORGE'S IN MARYLAND`).
 */
export function localityCoverage(locality: LocalityCounties): LocalityCoverage {
  const named: NamedCounty[] = [];
  let rest: LocalityCoverage['rest'] = 'none';
  let except: readonly string[] = [];
  for (const part of locality.counties.toUpperCase().split(';')) {
    const clause = part.trim();
    const all = /^ALL (OTHER )?(?:COUNTIES|COUNTY EQUIVALENTS)(?:,? EXCEPT (.*))?$/.exec(clause);
    if (all) {
      rest = all[1] === undefined ? 'all' : 'all-other';
      except = all[2] === undefined ? [] : countyList(all[2]);
      continue;
    }
    const elsewhere = /^(.*) IN ([A-Z ]+)$/.exec(clause);
    const place = placeByName.get(elsewhere?.[2]);
    const list = place === undefined ? clause : (elsewhere?.[1] as string);
    for (const county of countyList(list)) named.push({ place: place ?? locality.place, county, locality });
  }
  return { locality, named, rest, except };
}

function countyList(text: string): readonly string[] {
  return text
    .split(/[,/]|\bAND\b/)
    .map((name) => name.trim().replace(/ C(?:OU)?NTY$/, ''))
    .filter((name) => name !== '')
    .map((name) => misprints[name] ?? name);
}
