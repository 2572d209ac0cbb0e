import type { MethodologyGroup } from './methodology.ts';
import type { PlanLine } from './payer.ts';
import { type RateKind, siteBit } from './rateKinds.ts';
import { type ProviderType, type Site, sites } from './scope.ts';

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

/** The facets that depend on a rate's kind. */
type KindFacet = Exclude<keyof Facets, 'provider'>;

/**
 * The counts by what a reader chooses.
 *
 * @param countOf rates of a kind that fail no condition but the facet's own
 * @param byProvider made when asked for: a nation has thousands of providers
 */
export function facetsOf(
  kinds: readonly RateKind[],
  countOf: (kind: number, facet: KindFacet) => number,
  byProvider: () => ReadonlyMap<string, number>,
): Facets {
  const added = <Key>(facet: KindFacet, keysOf: (kind: RateKind) => readonly Key[]) => {
    const sums = new Map<Key, number>();
    kinds.forEach((kind, index) => {
      const count = countOf(index, facet);
      if (count === 0) return;
      for (const key of keysOf(kind)) sums.set(key, (sums.get(key) ?? 0) + count);
    });
    return sums;
  };
  let provider: ReadonlyMap<string, number> | undefined;
  return {
    line: added('line', ({ line }) => [line]),
    site: added('site', (kind) => sites.filter((site) => (kind.sites & siteBit(site)) !== 0)),
    vintage: added('vintage', ({ year }) => [year]),
    'provider-type': added('provider-type', ({ source }) => providerTypesOf(source)),
    get provider() {
      provider ??= byProvider();
      return provider;
    },
    methodology: added('methodology', ({ methodology }) => [methodology]),
    modifier: added('modifier', ({ modifiers }) => modifiers),
  };
}

/** The choices of provider type that a source falls under: none for a user's own file. */
export function providerTypesOf(source: RateKind['source']): readonly ProviderType[] {
  return source === 'hospital' ? ['hospital'] : source === 'payer' ? ['clinic'] : [];
}
