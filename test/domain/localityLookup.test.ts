import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocalities } from '../../src/data/readLocalities.ts';
import { editDistance } from '../../src/domain/countyName.ts';
import { localityCoverage } from '../../src/domain/localityCounties.ts';
import { type CountyAnswer, localityOfCounty } from '../../src/domain/localityLookup.ts';
import { indexRowOf } from '../../src/domain/medicareArea.ts';
import { places } from '../../src/domain/place.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const { rows: localities } = readLocalities(
  readFileSync(new URL('../../public/data/medicare/localities.csv', import.meta.url), 'utf8'),
  'localities.csv',
);

/** `named TX 18 HARRIS`: kind, the locality's state and number, and CMS's name of the county where it has one. */
function answer(text: string, place: string | null): string {
  const found: CountyAnswer = localityOfCounty(localities, text, place);
  switch (found.kind) {
    case 'named':
      return `named ${found.locality.place} ${found.locality.locality} ${found.county}, ${found.place}`;
    case 'either':
      return `either ${found.locality.place} ${found.locality.locality} or ${found.similar.map((each) => each.county).join()}`;
    case 'which-state':
      return `which-state ${found.named.map((each) => `${each.county}, ${each.place}`).join('; ')}`;
    case 'whole-state':
    case 'rest-of-state':
      return `${found.kind} ${found.locality.place} ${found.locality.locality}`;
    default:
      return found.kind;
  }
}

describe('counties as people type them, against the CMS table of 2025', () => {
  it.each([
    ['Harris', 'TX', 'named TX 18 HARRIS, TX'],
    ['harris county', 'TX', 'named TX 18 HARRIS, TX'],
    ['Harris County, Texas', null, 'named TX 18 HARRIS, TX'],
    ['Lubbock', 'TX', 'rest-of-state TX 99'],
    ['Denver', 'CO', 'whole-state CO 01'],
    ['San Juan', 'PR', 'whole-state PR 20'],
    ['St. Croix', 'VI', 'whole-state VI 50'],
    // CMS's lists: commas, slashes, "and", a misprint (ORAGNGE CNTY).
    ['Orange', 'CA', 'named CA 18 ORANGE, CA'],
    ['Contra Costa', 'CA', 'named CA 05 CONTRA COSTA, CA'],
    ['Riverside', 'CA', 'named CA 62 RIVERSIDE, CA'],
    ['Yuba', 'CA', 'named CA 70 YUBA, CA'],
    ['Humboldt', 'CA', 'rest-of-state CA 75'],
    ['Walton', 'GA', 'named GA 01 WALTON, GA'],
    ['saint clair', 'IL', 'named IL 12 ST. CLAIR, IL'],
    ['De Kalb', 'GA', 'named GA 01 DEKALB, GA'],
    ['Orleans Parish', 'LA', 'named LA 01 ORLEANS, LA'],
    ['Miami-Dade', 'FL', 'named FL 04 DADE, FL'],
    ['St Lucie', 'FL', 'named FL 03 ST. LUCIE, FL'],
    ['Brooklyn', 'NY', 'named NY 02 KINGS, NY'],
    ['Manhattan', 'NY', 'named NY 01 NEW YORK, NY'],
    ['Staten Island', 'NY', 'named NY 02 RICHMOND, NY'],
    ['The Bronx', 'NY', 'named NY 02 BRONX, NY'],
    // Names for another state's counties are its own.
    ['Manhattan', 'KS', 'whole-state KS 00'],
    ['Queens', 'NY', 'named NY 04 QUEENS, NY'],
    ['Albany', 'NY', 'rest-of-state NY 99'],
    // A county and a city of the same name.
    ['St. Louis', 'MO', 'named MO 01 ST. LOUIS, MO'],
    ['City of St. Louis', 'MO', 'named MO 01 ST. LOUIS CITY, MO'],
    ['Baltimore City', 'MD', 'named MD 01 BALTIMORE CITY, MD'],
    // The suburbs of Washington are priced with the District.
    ['Montgomery', 'MD', 'named DC 01 MONTGOMERY, MD'],
    ["Prince George's County, MD", null, "named DC 01 PRINCE GEORGE'S, MD"],
    ['Frederick', 'MD', 'rest-of-state MD 99'],
    ['Arlington', 'VA', 'named DC 01 ARLINGTON, VA'],
    ['Alexandria', 'VA', 'named DC 01 ALEXANDRIA CITY, VA'],
    ['Fairfax', 'VA', 'named DC 01 FAIRFAX, VA'],
    ['Fairfax City', 'VA', 'named DC 01 FAIRFAX CITY, VA'],
    ['Henrico', 'VA', 'whole-state VA 00'],
    ['Arlington', 'DC', 'named DC 01 ARLINGTON, VA'],
    ['Washington', 'DC', 'named DC 01 DISTRICT OF COLUMBIA, DC'],
    // Hawaii's locality is "HAWAII, GUAM".
    ['Guam', null, 'whole-state HI 01'],
    ['Honolulu', 'HI', 'whole-state HI 01'],
  ])('%s, %s: %s', (text, place, expected) => {
    expect(answer(text, place)).toBe(expected);
  });
});

describe('when it cannot be told', () => {
  it.each([
    // A slip, or Dallam County, which is priced with the rest of Texas.
    ['Dallam', 'TX', 'either TX 99 or DALLAS'],
    ['Haris', 'TX', 'either TX 99 or HARRIS'],
    // CMS names a Montgomery in four states; other states have one it does not name.
    ['Montgomery', null, 'which-state MONTGOMERY, MD; MONTGOMERY, IL; MONTGOMERY, PA'],
    ['Washington', 'DC', 'named DC 01 DISTRICT OF COLUMBIA, DC'],
    ['Washington DC', 'DC', 'named DC 01 DISTRICT OF COLUMBIA, DC'],
    ['DC', 'DC', 'named DC 01 DISTRICT OF COLUMBIA, DC'],
    ['Miami-Dade', 'FL', 'named FL 04 DADE, FL'],
    ['Alexandria', null, 'which-state ALEXANDRIA CITY, VA'],
    ['Lubbock', null, 'which-state '],
    ['  ', 'TX', 'nothing-asked'],
    ['County', 'TX', 'nothing-asked'],
    ['Springfield', 'DC', 'no-such-place'],
    ['Harris', 'GU', 'no-such-place'],
  ])('%s, %s: %s', (text, place, expected) => {
    expect(answer(text, place)).toBe(expected);
  });
});

describe('CMS’s words', () => {
  it('are understood whole: each state has one locality for all or for the rest, except the District', () => {
    const coverages = localities.map(localityCoverage);
    for (const { code } of places) {
      const own = coverages.filter(({ locality, rest }) => locality.place === code && rest !== 'none');
      expect([code, own.length]).toEqual([code, code === 'DC' ? 0 : 1]);
    }
  });
  it('name no county twice within a state', () => {
    const named = localities.flatMap((row) => localityCoverage(row).named);
    expect(new Set(named.map(({ place, county }) => `${place} ${county}`)).size).toBe(named.length);
    expect(named.every(({ county }) => /^[A-Z.' ]+$/.test(county) && !county.includes('COUNT'))).toBe(true);
  });
  it('take out of Maryland and Virginia exactly what they put into the District', () => {
    const coverages = localities.map(localityCoverage);
    const dc = coverages.find(({ locality }) => locality.place === 'DC')?.named ?? [];
    for (const place of ['MD', 'VA']) {
      const except = coverages.flatMap((each) => (each.locality.place === place ? each.except : []));
      expect(except.toSorted()).toEqual(
        dc
          .filter((each) => each.place === place)
          .map((each) => each.county)
          .toSorted(),
      );
    }
  });
});

describe('the index row of a county in a year', () => {
  const schedule = shippedSchedule();
  const rowOf = (county: string, year: number) => {
    const found = localityOfCounty(localities, county, 'CA');
    if (found.kind !== 'named') throw new Error(found.kind);
    return indexRowOf(schedule.localities(year, null), found.locality, found.county);
  };
  it.each([
    ['Orange', 2023, '26'],
    ['Orange', 2024, '18'],
    ['San Mateo', 2020, '06'],
    ['Alameda', 2022, '07'],
    ['Alameda', 2026, '05'],
    ['Los Angeles', 2021, '18'],
    ['Napa', 2020, '51'],
  ])('%s, %i: locality %s', (county, year, locality) => {
    expect(rowOf(county, year)?.locality).toBe(locality);
  });
  it('exists for every named county and every year', () => {
    for (const year of schedule.years) {
      for (const { locality, county } of localities.flatMap((row) => localityCoverage(row).named)) {
        expect(indexRowOf(schedule.localities(year, null), locality, county)).toBeDefined();
      }
    }
  });
});

it('answers any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.constantFrom(...places.map(({ code }) => code))), (text, place) => {
      expect(localityOfCounty(localities, text, place).kind).toBeTypeOf('string');
    }),
  );
});

it('the distance between words', () => {
  expect([
    editDistance('', 'AB'),
    editDistance('KITTEN', 'SITTING'),
    editDistance('DALLAS', 'DALLAM'),
  ]).toEqual([2, 3, 1]);
});
