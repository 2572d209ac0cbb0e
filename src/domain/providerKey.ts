import type { Provider, RateTable } from './rateTable.ts';

/**
 * What an address calls a provider: its state and name in plain letters, `tx-baptist-medical-center`. Ids such as
 * `p12` hold within one release only, and several hospitals share one NPI; a link must mean the same provider later.
 */
export function providerKey(provider: Provider): string {
  return slug(`${provider.place} ${provider.name}`);
}

/** What keys of health systems begin with. */
export const systemPrefix = 'system-';

/** What an address calls a health system, `system-sutter-health`; undefined for a provider of none we know of. */
export function systemKey(provider: Provider): string | undefined {
  return provider.system === '' ? undefined : `${systemPrefix}${slug(provider.system)}`;
}

const remembered = new WeakMap<readonly Provider[], readonly (readonly string[])[]>();

/** For each provider of the table the keys it is chosen by: its own, and its system's where it has one. */
export function providerKeysOf({ providers }: RateTable): readonly (readonly string[])[] {
  const keys =
    remembered.get(providers) ??
    providers.map((provider) =>
      [providerKey(provider), systemKey(provider)].filter((key) => key !== undefined),
    );
  remembered.set(providers, keys);
  return keys;
}

/** The provider or health system of a key, as its files name it: `Seton Medical Center, TX`; null where the table has none. */
export function providerName(table: RateTable, key: string): string | null {
  const index = providerKeysOf(table).findIndex((keys) => keys.includes(key));
  const provider = table.providers[index];
  if (!provider) return null;
  return systemKey(provider) === key ? provider.system : nameWithPlace(provider);
}

/** `Seton Medical Center, TX`: names repeat from state to state. A file of one's own may state none. */
export function nameWithPlace({ name, place }: Pick<Provider, 'name' | 'place'>): string {
  return place === '' ? name : `${name}, ${place}`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
