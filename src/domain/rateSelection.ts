import { type Facets, facetsOf, providerTypesOf } from './facets.ts';
import { latestAnswers } from './latestAnswers.ts';
import type { PlaceCode } from './place.ts';
import { providerKeysOf } from './providerKey.ts';
import { type RateIndex, rateIndex } from './rateIndex.ts';
import { type RateKind, siteBit } from './rateKinds.ts';
import type { RateTable } from './rateTable.ts';
import type { Scope } from './scope.ts';

/** Why a rate of the code and place is not counted. Each row is told under one reason: the first that applies, in this order. */
export const leftOutReasons = [
  'line',
  'site',
  'vintage',
  'provider-type',
  'provider',
  'methodology',
  'modifier',
  'code-type',
  'contradicts-file',
  'assistant',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface RateSelection {
  /** How many rates count: those of each provider of a class. */
  readonly counted: number;
  /** Rates of the place that do not count, by reason. `counted` and these add up to the rates of the place. */
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  /** Rates that only this condition leaves out, or only those of its control: what relaxing that alone would bring in. */
  readonly wouldCount: Readonly<Record<LeftOutReason, number>>;
  /** Counted when first asked for: most readers never open the finer filters. */
  readonly facets: Facets;
  /** What a walk over the table's rates asks of each. */
  readonly test: RateTest;
}

/** Which rates count: those of a kind and of a provider that do. */
export interface RateTest {
  /** By kind: the set of conditions it fails, as bits of `leftOutReasons`; 0 where it counts. */
  readonly fails: Uint16Array;
  /** By provider of the index: 1 where its rates may count; null where all may. */
  readonly providers: Uint8Array | null;
}

const bits = Object.fromEntries(leftOutReasons.map((reason, index) => [reason, 1 << index])) as Record<
  LeftOutReason,
  number
>;

/** What of a scope says which rates count; the rest says how those are counted. */
type RateScope = Omit<Scope, 'basis' | 'outliers' | 'definition'>;

const remembered = latestAnswers<RateSelection>(3);

/**
 * The rates of a place that a scope counts (place null = every place), with what each facet's other choices would
 * count. A scope asks only for a rate's kind and provider, so conditions are settled once for each kind, and the counts
 * are sums over kinds: no row is looked at, however many there are. Scopes that count the same rates in another way share
 * one value, and with it what its facets have counted.
 */
export function selectRates(table: RateTable, scope: Scope, place: PlaceCode | null): RateSelection {
  const which = JSON.stringify({ ...scope, basis: undefined, outliers: undefined, definition: undefined });
  return remembered(table, [which, place], () => selection(table, scope, place));
}

function selection(table: RateTable, scope: RateScope, place: PlaceCode | null): RateSelection {
  const index = rateIndex(table);
  const fails = failsByKind(index.kinds, scope);
  const here = providersIn(index, place);
  const chosen = scope.provider === null ? null : providersOf(table, index, scope.provider, here);
  const ofPlace = placeTotals(index, place, here);
  const inside = chosen ? kindTotals(index, chosen) : ofPlace;
  const failedAs = new Float64Array(1 << leftOutReasons.length);
  for (let kind = 0; kind < fails.length; kind++) {
    const failed = fails[kind] as number;
    const others = (ofPlace[kind] as number) - (inside[kind] as number);
    failedAs[failed] = (failedAs[failed] as number) + (inside[kind] as number);
    failedAs[failed | bits.provider] = (failedAs[failed | bits.provider] as number) + others;
  }
  let facets: Facets | undefined;
  return {
    counted: failedAs[0] as number,
    ...reasonsOf(failedAs.subarray(1)),
    get facets() {
      facets ??= facetsOf(
        index.kinds,
        (kind, facet) => (((fails[kind] as number) & ~bits[facet]) === 0 ? (inside[kind] as number) : 0),
        () => byProvider(table, index, fails, here),
      );
      return facets;
    },
    test: { fails, providers: chosen ?? here },
  };
}

/** A rate of no stated year (0) is in no range that has an end: nobody can say that its file is of those years. */
function isWithin(year: number, from: number | null, to: number | null): boolean {
  if (year === 0) return from === null && to === null;
  return (from === null || year >= from) && (to === null || year <= to);
}

/** By kind: the conditions a rate fails by what it is; its provider apart. */
function failsByKind(kinds: readonly RateKind[], scope: RateScope): Uint16Array {
  const site = siteBit(scope.site);
  const { from, to } = scope.vintage;
  const fails = new Uint16Array(kinds.length);
  kinds.forEach((kind, at) => {
    let failed = 0;
    if (kind.line !== scope.line) failed |= bits.line;
    if ((kind.sites & site) === 0) failed |= bits.site;
    if (!isWithin(kind.year, from, to)) failed |= bits.vintage;
    if (scope.providerType !== null && !providerTypesOf(kind.source).includes(scope.providerType)) {
      failed |= bits['provider-type'];
    }
    if (scope.methodology !== null && kind.methodology !== scope.methodology) failed |= bits.methodology;
    if (scope.modifier !== null && !kind.modifiers.includes(scope.modifier)) failed |= bits.modifier;
    if (scope.leftOutRows !== 'in') {
      if (kind.isApc) failed |= bits['code-type'];
      if (kind.isContradicted) failed |= bits['contradicts-file'];
      if (kind.isAssistant) failed |= bits.assistant;
    }
    fails[at] = failed;
  });
  return fails;
}

/** null where all are in the place, as in a state's own file. */
function providersIn({ places, placeOf }: RateIndex, place: PlaceCode | null): Uint8Array | null {
  if (place === null || places.every((each) => each === place)) return null;
  const wanted = places.indexOf(place);
  return Uint8Array.from(placeOf, (each) => (each === wanted ? 1 : 0));
}

/** Those of a provider or system key, of the place where one is asked for. */
function providersOf(
  table: RateTable,
  { providers }: RateIndex,
  key: string,
  here: Uint8Array | null,
): Uint8Array {
  const keys = providerKeysOf(table);
  return Uint8Array.from(providers, (provider, index) =>
    (here === null || here[index] === 1) && (keys[provider] as readonly string[]).includes(key) ? 1 : 0,
  );
}

const totalsByIndex = new WeakMap<RateIndex, Map<PlaceCode | null, Float64Array>>();

/** The rates of a place by kind; worked out once, because no choice changes it. */
function placeTotals(index: RateIndex, place: PlaceCode | null, here: Uint8Array | null): Float64Array {
  const known = totalsByIndex.get(index) ?? new Map<PlaceCode | null, Float64Array>();
  const totals = known.get(place) ?? kindTotals(index, here);
  totalsByIndex.set(index, known.set(place, totals));
  return totals;
}

/** Rates by kind, of the providers marked. */
function kindTotals({ kinds, kind, provider, counts }: RateIndex, marked: Uint8Array | null): Float64Array {
  const totals = new Float64Array(kinds.length);
  for (let slot = 0; slot < kind.length; slot++) {
    const by = provider[slot] as number;
    if (marked !== null && marked[by] === 0) continue;
    const of = kind[slot] as number;
    totals[of] = (totals[of] as number) + (counts === null ? 1 : (counts[by] as number));
  }
  return totals;
}

/** By provider key and system key: rates that fail no condition but that of the provider. */
function byProvider(
  table: RateTable,
  { kind, provider, providers, counts }: RateIndex,
  fails: Uint16Array,
  here: Uint8Array | null,
): ReadonlyMap<string, number> {
  const rates = new Uint32Array(providers.length);
  for (let slot = 0; slot < kind.length; slot++) {
    const by = provider[slot] as number;
    if (fails[kind[slot] as number] === 0) rates[by] = (rates[by] as number) + 1;
  }
  const keys = providerKeysOf(table);
  const sums = new Map<string, number>();
  providers.forEach((entry, by) => {
    const own = rates[by] as number;
    if (own === 0 || (here !== null && here[by] === 0)) return;
    const count = own * (counts?.[by] ?? 1);
    for (const key of keys[entry] as readonly string[]) sums.set(key, (sums.get(key) ?? 0) + count);
  });
  return sums;
}

/** What one control brings in together. */
export const leftOutRowReasons = ['code-type', 'contradicts-file', 'assistant'] as const;
const otherControls = leftOutReasons.reduce(
  (set, reason) => (leftOutRowReasons.some((each) => each === reason) ? set : set | bits[reason]),
  0,
);

/**
 * From counts by set of failed conditions: each rate under its first reason, and those that one control would bring in.
 *
 * @param failedAs by set, from the set 1 on
 */
function reasonsOf(failedAs: Float64Array): Pick<RateSelection, 'leftOut' | 'wouldCount'> {
  const leftOut = zeros();
  const wouldCount = zeros();
  failedAs.forEach((count, at) => {
    if (count === 0) return;
    const failed = at + 1;
    // The lowest bit is the first reason in the order told.
    const first = leftOutReasons[31 - Math.clz32(failed & -failed)] as LeftOutReason;
    leftOut[first] += count;
    if ((failed & (failed - 1)) === 0 || (failed & otherControls) === 0) wouldCount[first] += count;
  });
  return { leftOut, wouldCount };
}

function zeros(): Record<LeftOutReason, number> {
  return Object.fromEntries(leftOutReasons.map((reason) => [reason, 0])) as Record<LeftOutReason, number>;
}
