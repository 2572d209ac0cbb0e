import { findPlace, type PlaceCode } from './place.ts';
import type { Provider, RateTable } from './rateTable.ts';

/** For each provider the NPIs known of it: `numbers[starts[i]]` up to `numbers[starts[i + 1]]`. */
export interface ProviderNpis {
  readonly starts: Uint32Array;
  readonly numbers: Float64Array;
}

/** What a list of providers says of an NPI. */
export interface ListedProvider {
  readonly name: string;
  readonly place: PlaceCode;
}

export interface PlacedProviders {
  readonly providers: readonly Provider[];
  /** Providers that the list gave a place. */
  readonly joined: number;
  /** Providers whose NPIs the list files under several states: none is taken. */
  readonly severalPlaces: number;
  /** Providers that stand in the chosen state because nothing else is known. */
  readonly assumed: number;
  readonly unplaced: number;
}

/**
 * Fills in where providers are that their file does not place. What the file says stands; then what the list says of
 * their NPIs, where all that are known agree; then the state the user chose for the rest ('' = none).
 * A name made of a number gives way to the list's, where that has one name for all of them.
 */
export function placedProviders(
  providers: readonly Provider[],
  npis: ProviderNpis,
  listed: ReadonlyMap<number, ListedProvider>,
  chosen: PlaceCode | '',
): PlacedProviders {
  if (listed.size === 0 && chosen === '') {
    const without = providers.reduce((sum, { place }) => (place === '' ? sum + 1 : sum), 0);
    return { providers, joined: 0, severalPlaces: 0, assumed: 0, unplaced: without };
  }
  let joined = 0;
  let severalPlaces = 0;
  let assumed = 0;
  let unplaced = 0;
  const placed = providers.map((provider, index) => {
    if (provider.place !== '') return provider;
    const known = [...npis.numbers.subarray(npis.starts[index], npis.starts[index + 1])].flatMap(
      (npi) => listed.get(npi) ?? [],
    );
    const names = new Set(known.map(({ name }) => name).filter((name) => name !== ''));
    const [onlyName] = names.size === 1 ? names : [];
    const name = onlyName !== undefined && isNumberName(provider) ? onlyName : provider.name;
    const places = new Set(known.map(({ place }) => place).filter((place) => findPlace(place)));
    const [only = ''] = places.size === 1 ? places : [];
    if (places.size > 1) severalPlaces += 1;
    if (only !== '') joined += 1;
    else if (chosen !== '') assumed += 1;
    else unplaced += 1;
    return { ...provider, name, place: only || chosen };
  });
  return { providers: placed, joined, severalPlaces, assumed, unplaced };
}

/** The same rates, paid to providers of which more is known. */
export function withProviders(
  tables: ReadonlyMap<string, RateTable>,
  providers: readonly Provider[],
): ReadonlyMap<string, RateTable> {
  return new Map([...tables].map(([code, table]) => [code, { ...table, providers }]));
}

/** Whether a name only repeats the identifier: `Tax id 123456789` of `EIN:123456789`. */
function isNumberName({ name, identifier }: Provider): boolean {
  const digits = identifier.replaceAll(/\D/g, '');
  return digits !== '' && name.replaceAll(/\D/g, '') === digits;
}
