import type { Provider, RateTable } from './rateTable.ts';

/**
 * What an address calls a provider: its state and name in plain letters, `tx-baptist-medical-center`. Ids such as
 * `p12` hold within one release only, and several hospitals share one NPI; a link must mean the same provider later.
 */
export function providerKey(provider: Provider): string {
  return slug(`${provider.place} ${provider.name}`);
}

/** What an address calls a health system, `system-sutter-health`; undefined for a provider of none we know of. */
export function systemKey(provider: Provider): string | undefined {
  return provider.system === '' ? undefined : `system-${slug(provider.system)}`;
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

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
