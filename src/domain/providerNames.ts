import { nameWithPlace, providerKey, systemKey } from './providerKey.ts';
import type { RateTable } from './rateTable.ts';

/**
 * What a picker over all places offers: health systems, because a single provider is in one place and would empty the
 * others. A provider that a link brings along keeps its name, so that it can be seen and taken back.
 */
export function systemNames(table: RateTable, chosen: string | null): ReadonlyMap<string, string> {
  const systems = new Set(table.providers.flatMap((provider) => systemKey(provider) ?? []));
  return new Map([...providerNames(table)].filter(([key]) => systems.has(key) || key === chosen));
}

/** What each provider and system key of a table stands for: names for a picker, systems first, then providers by name. */
export function providerNames(table: RateTable): ReadonlyMap<string, string> {
  const systems = new Map<string, string>();
  const providers = new Map<string, string>();
  for (const provider of table.providers) {
    const system = systemKey(provider);
    if (system !== undefined) systems.set(system, `${provider.system} (health system)`);
    providers.set(providerKey(provider), nameWithPlace(provider));
  }
  const byName = (entries: Map<string, string>) =>
    [...entries].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new Map([...byName(systems), ...byName(providers)]);
}
