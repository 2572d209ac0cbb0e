import { describe, expect, it } from 'vitest';
import { localityCoverage } from '../../src/domain/localityCounties.ts';
import { localityOfCounty } from '../../src/domain/localityLookup.ts';
import { indexRowOf } from '../../src/domain/medicareArea.ts';
import type { GpciRow, LocalityCounties } from '../../src/domain/medicareTables.ts';

const locality = (counties: string, place = 'VA', number = '00'): LocalityCounties => ({
  year: 2025,
  place,
  mac: '11302',
  locality: number,
  area: '',
  counties,
});

describe('what the text of a locality covers', () => {
  const covers = (counties: string) => {
    const { named, rest, except } = localityCoverage(locality(counties));
    return [named.map(({ place, county }) => `${county}, ${place}`), rest, except];
  };

  it.each([
    ['ALL COUNTIES', [[], 'all', []]],
    ['All counties', [[], 'all', []]],
    ['ALL COUNTY EQUIVALENTS', [[], 'all', []]],
    ['ALL OTHER COUNTIES', [[], 'all-other', []]],
    ['ALL OTHER COUNTIES, EXCEPT A, B', [[], 'all-other', ['A', 'B']]],
    [' ALL COUNTIES EXCEPT A AND B ', [[], 'all', ['A', 'B']]],
    // Not the words for all of them: a name like any other.
    ['NEARLY ALL COUNTIES', [['NEARLY ALL COUNTIES, VA'], 'none', []]],
    ['ALL COUNTIES NORTH', [['ALL COUNTIES NORTH, VA'], 'none', []]],
    ['A; ALL OTHER COUNTIES', [['A, VA'], 'all-other', []]],
    ['ALL OTHER COUNTIES; A', [['A, VA'], 'all-other', []]],
    ['A, B/C AND D', [['A, VA', 'B, VA', 'C, VA', 'D, VA'], 'none', []]],
    ['A, AND B, ', [['A, VA', 'B, VA'], 'none', []]],
    // Only the word "and" parts names.
    ['RANDALL AND ANDERSON', [['RANDALL, VA', 'ANDERSON, VA'], 'none', []]],
    [
      'LEE COUNTY, ORAGNGE CNTY, OLD COUNTY LINE',
      [['LEE, VA', 'ORANGE, VA', 'OLD COUNTY LINE, VA'], 'none', []],
    ],
    ['A; B AND C IN MARYLAND', [['A, VA', 'B, MD', 'C, MD'], 'none', []]],
    ['A IN NEW YORK; B', [['A, NY', 'B, VA'], 'none', []]],
    ['A IN UTOPIA', [['A IN UTOPIA, VA'], 'none', []]],
    ['A IN MARYLAND, B', [['A IN MARYLAND, VA', 'B, VA'], 'none', []]],
    ['', [[], 'none', []]],
  ])('%j', (counties, expected) => {
    expect(covers(counties)).toEqual(expected);
  });

  it('names the locality of each county', () => {
    const own = locality('A');
    expect(localityCoverage(own)).toEqual({
      locality: own,
      named: [{ place: 'VA', county: 'A', locality: own }],
      rest: 'none',
      except: [],
    });
  });
});

describe('a county that is not named', () => {
  const north = locality('HENRY, MADISON', 'VA', '01');
  const rest = locality('ALL OTHER COUNTIES', 'VA', '99');
  const whole = locality('ALL COUNTIES', 'OH', '00');
  const district = locality('OLDTOWN', 'DC', '01');
  const table = [north, rest, whole, district];
  const ask = (text: string, place: string | null) => localityOfCounty(table, text, place);
  const madison = { place: 'VA', county: 'MADISON', locality: north };
  const henry = { place: 'VA', county: 'HENRY', locality: north };

  it('is priced with the rest of its state, or with the whole of it', () => {
    expect(ask('Floyd', 'VA')).toEqual({ kind: 'rest-of-state', county: 'Floyd', locality: rest });
    expect(ask('Floyd', 'OH')).toEqual({ kind: 'whole-state', county: 'Floyd', locality: whole });
    expect(ask('Floyd', 'DC')).toEqual({ kind: 'no-such-place', county: 'Floyd' });
    expect(ask('Floyd', 'TX')).toEqual({ kind: 'no-such-place', county: 'Floyd' });
  });

  it('may be one that is, by one slip in five letters or two in six', () => {
    expect(ask('Henri', 'VA')).toEqual({ kind: 'either', county: 'Henri', similar: [henry], locality: rest });
    expect(ask('Henra County, VA', null)).toMatchObject({ kind: 'either', similar: [henry] });
    // Two slips in five letters, two in six, three in seven.
    expect(ask('Hanri', 'VA').kind).toBe('rest-of-state');
    expect(ask('Madiso', 'VA')).toMatchObject({ kind: 'either', similar: [madison] });
    expect(ask('Medeso', 'VA').kind).toBe('rest-of-state');
    expect(ask('Hanris', 'VA')).toMatchObject({ kind: 'rest-of-state' });
    expect(ask('Henris', 'VA')).toMatchObject({ kind: 'either', similar: [henry] });
    expect(ask('Medisen', 'VA')).toMatchObject({ kind: 'either', similar: [madison] });
    expect(ask('Medesen', 'VA').kind).toBe('rest-of-state');
    expect(ask('Oldtawn', 'DC')).toEqual({
      kind: 'either',
      county: 'Oldtawn',
      similar: [{ place: 'DC', county: 'OLDTOWN', locality: district }],
      locality: district,
    });
  });

  it('without a state is whichever the table names', () => {
    expect(ask('Madison', null)).toEqual({ kind: 'which-state', county: 'Madison', named: [madison] });
    expect(ask('Floyd', null)).toEqual({ kind: 'which-state', county: 'Floyd', named: [] });
    expect(ask(' ', null)).toEqual({ kind: 'nothing-asked' });
    expect(ask('Madison', 'VA')).toEqual({ kind: 'named', ...madison });
  });
});

describe('the index row of a locality', () => {
  const row = (place: string, number: string, name: string, mac = '1'): GpciRow => ({
    year: 2023,
    release: 'RVU23D',
    place,
    mac,
    locality: number,
    name,
    workGpci: 1000,
    peGpci: 1000,
    malpracticeGpci: 1000,
  });
  const rows = [
    row('NV', '05', 'NEVADA (NAPA CNTY)'),
    row('CA', '05', 'SAN FRANCISCO', '2'),
    row('CA', '05', 'SAN FRANCISCO'),
    row('CA', '07', 'OAKLAND (ALAMEDA/CONTRA COSTA CNTY)'),
    row('CA', '51', 'REST (NAPA)'),
  ];
  const found = (county?: string, place = 'CA', number = '05') =>
    indexRowOf(rows, { place, mac: '1', locality: number }, county);

  it('is that of the county where a name tells it, else that of its number', () => {
    expect(found()).toBe(rows[2]);
    expect(found('ALAMEDA')).toBe(rows[3]);
    expect(found('CONTRA COSTA')).toBe(rows[3]);
    expect(found('NAPA')).toBe(rows[2]);
    expect(found('NAPA', 'NV', '99')).toBe(rows[0]);
    expect(found('NAPA', 'CA', '99')).toBeUndefined();
    expect(found(undefined, 'TX')).toBeUndefined();
  });
});
