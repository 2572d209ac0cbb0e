import { type MethodologyGroup, methodologyGroupsOf } from './methodology.ts';
import { modifierList } from './modifierList.ts';
import type { PlanLine } from './payer.ts';
import { providerKeysOf } from './providerKey.ts';
import type { RateTable } from './rateTable.ts';
import { type ProviderType, type Site, sites } from './scope.ts';
import { siteBit } from './sitesByRow.ts';

/** Rates a choice of a facet would count with every other choice as it is. */
export interface Facets {
  readonly line: ReadonlyMap<PlanLine, number>;
  readonly site: ReadonlyMap<Site, number>;
  readonly vintage: ReadonlyMap<number, number>;
  readonly 'provider-type': ReadonlyMap<ProviderType, number>;
  /** By provider key and by system key. */
  readonly provider: ReadonlyMap<string, number>;
  readonly methodology: ReadonlyMap<MethodologyGroup, number>;
  /** Single modifiers; `none` for rates without any. */
  readonly modifier: ReadonlyMap<string, number>;
}

/** Rows that fail no condition but the facet's own, by entry of the dictionary the facet depends on. */
export interface RowCounts {
  readonly plan: Float64Array;
  /** By source, but for the vintage. */
  readonly source: Float64Array;
  /** By source, but for the kind of provider. */
  readonly sourceOfType: Float64Array;
  readonly provider: Float64Array;
  readonly methodology: Float64Array;
  readonly modifier: Float64Array;
  /** By set of sites, as bits. */
  readonly sites: Float64Array;
}

/** The counts by what a reader chooses. Those by provider are added up when asked for: a nation has thousands. */
export function facetsOf(table: RateTable, counts: RowCounts): Facets {
  const { plans, sources } = table;
  const groups = methodologyGroupsOf(table);
  let byProvider: ReadonlyMap<string, number> | undefined;
  return {
    line: added(counts.plan, (plan) => one(plans[plan]?.line)),
    site: added(counts.sites, (set) => sites.filter((site) => (set & siteBit(site)) !== 0)),
    vintage: added(counts.source, (source) => one(sources[source]?.year)),
    'provider-type': added(counts.sourceOfType, (source): readonly ProviderType[] => {
      const kind = sources[source]?.kind;
      return kind === 'hospital' ? ['hospital'] : kind === 'payer' ? ['clinic'] : [];
    }),
    get provider() {
      const keys = providerKeysOf(table);
      byProvider ??= added(counts.provider, (provider) => keys[provider] ?? []);
      return byProvider;
    },
    methodology: added(counts.methodology, (methodology) => one(groups[methodology])),
    modifier: added(counts.modifier, (modifier) => modifierList(table.modifiers[modifier] ?? '')),
  };
}

function one<Key>(key: Key | undefined): readonly Key[] {
  return key === undefined ? [] : [key];
}

/** Sums over entries, under each key of an entry. */
function added<Key>(
  counts: Float64Array,
  keysOf: (entry: number) => readonly Key[],
): ReadonlyMap<Key, number> {
  const sums = new Map<Key, number>();
  counts.forEach((count, entry) => {
    if (count === 0) return;
    for (const key of keysOf(entry)) sums.set(key, (sums.get(key) ?? 0) + count);
  });
  return sums;
}
