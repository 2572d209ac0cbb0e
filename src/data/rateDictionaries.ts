import type { Plan, Provider, RateSource } from '../domain/rateTable.ts';

/** The tables a rate's ids point into, shared by every rate file of a release so that rows can be compared by index. */
export interface RateDictionaries {
  readonly providers: readonly Provider[];
  readonly plans: readonly Plan[];
  readonly sources: readonly RateSource[];
  readonly providerIndex: ReadonlyMap<string, number>;
  readonly planIndex: ReadonlyMap<string, number>;
  readonly sourceIndex: ReadonlyMap<string, number>;
}

/** The tables that rate files point into, with the place of each id. */
export function rateDictionaries(
  providers: readonly Provider[],
  plans: readonly Plan[],
  sources: readonly RateSource[],
): RateDictionaries {
  return {
    providers,
    plans,
    sources,
    providerIndex: indexById(providers),
    planIndex: indexById(plans),
    sourceIndex: indexById(sources),
  };
}

function indexById(rows: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row, index) => [row.id, index]));
}
