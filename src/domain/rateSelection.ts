import { type Facets, facetsOf, type RowCounts } from './facets.ts';
import { methodologyGroupsOf } from './methodology.ts';
import { modifierList } from './modifierList.ts';
import type { PlaceCode } from './place.ts';
import { providerKeysOf } from './providerKey.ts';
import { codeTypes, flagBit, type RateTable } from './rateTable.ts';
import type { Scope } from './scope.ts';
import { siteBit, sitesByRow } from './sitesByRow.ts';

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
  /** Row numbers of the table that count, ascending. */
  readonly rows: Uint32Array;
  /** How many rates they are: as many as rows, or more where an entry stands for several providers. */
  readonly counted: number;
  /** Rates of the place that do not count, by reason. `counted` and these add up to the rates of the place. */
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  /** Rates that only this one condition leaves out: what relaxing it alone would bring in. */
  readonly wouldCount: Readonly<Record<LeftOutReason, number>>;
  /** Counted when first asked for: most readers never open the finer filters. */
  readonly facets: Facets;
}

/** Rows that contradict their own file: above the gross charge, per day, a few dollars, a whole encounter. */
const contradictingFlags =
  flagBit('above_gross') | flagBit('per_diem') | flagBit('very_low') | flagBit('encounter_level');

const assistantModifiers = ['CQ', 'CO'];
const apc = codeTypes.indexOf('APC');

const bits = Object.fromEntries(leftOutReasons.map((reason, index) => [reason, 1 << index])) as Record<
  LeftOutReason,
  number
>;

/**
 * The rates of a place that a scope counts (place null = every place), with what each facet's other choices would
 * count. Conditions that depend on a dictionary entry (plan, source, provider, methodology, modifier) are settled
 * once per entry as bits, so the pass over the rows only joins bits: each row gets the set of conditions it fails, and
 * a row that fails only one condition is what relaxing that condition would bring in. No object, string or map is
 * touched per row: 100,000 rows must answer well within a frame.
 */
export function selectRates(table: RateTable, scope: Scope, place: PlaceCode | null): RateSelection {
  const { rows, failedAs } = pass(table, scope, place, null);
  const { counts, provider } = table;
  let facets: Facets | undefined;
  return {
    rows,
    counted: counts
      ? rows.reduce((sum, row) => sum + (counts[provider[row] as number] as number), 0)
      : rows.length,
    ...reasonsOf(failedAs),
    get facets() {
      facets ??= countFacets(table, scope, place);
      return facets;
    },
  };
}

function countFacets(table: RateTable, scope: Scope, place: PlaceCode | null): Facets {
  const counts: RowCounts = {
    plan: new Float64Array(table.plans.length),
    source: new Float64Array(table.sources.length),
    sourceOfType: new Float64Array(table.sources.length),
    provider: new Float64Array(table.providers.length),
    methodology: new Float64Array(table.methodologies.length),
    modifier: new Float64Array(table.modifiers.length),
    sites: new Float64Array(8),
  };
  pass(table, scope, place, counts);
  return facetsOf(table, counts);
}

/** One pass over the rows: those that count, and how many failed each set of conditions. Facets are counted if wanted. */
function pass(table: RateTable, scope: Scope, place: PlaceCode | null, counts: RowCounts | null) {
  const { length, flags, codeType, plan, source, provider, methodology, modifier } = table;
  const weights = table.counts;
  const known = settle(table, scope, place);
  const { failsOfPlan, failsOfSource, failsOfProvider, failsOfMethodology, failsOfModifier, isHere } = known;
  const sites = sitesByRow(table);
  const wanted = siteBit(scope.site);
  const judgesRows = scope.leftOutRows === 'out';
  const rows = new Uint32Array(length);
  const failedAs = new Float64Array(1 << leftOutReasons.length);
  let count = 0;

  for (let row = 0; row < length; row++) {
    const ofProvider = provider[row] as number;
    if (isHere[ofProvider] === 0) continue;
    const weight = weights === null ? 1 : (weights[ofProvider] as number);
    const ofPlan = plan[row] as number;
    const ofSource = source[row] as number;
    const ofMethodology = methodology[row] as number;
    const ofModifier = modifier[row] as number;
    const ofSites = sites[row] as number;
    let failed =
      (failsOfPlan[ofPlan] as number) |
      (failsOfSource[ofSource] as number) |
      (failsOfProvider[ofProvider] as number) |
      (failsOfMethodology[ofMethodology] as number) |
      (failsOfModifier[ofModifier] as number);
    if ((ofSites & wanted) === 0) failed |= bits.site;
    if (judgesRows) {
      if (codeType[row] === apc) failed |= bits['code-type'];
      if (((flags[row] as number) & contradictingFlags) !== 0) failed |= bits['contradicts-file'];
    }
    if (failed === 0) rows[count++] = row;
    else {
      failedAs[failed] = (failedAs[failed] as number) + weight;
      // Two conditions failed: no single choice would bring it in, so no facet counts it.
      if ((failed & (failed - 1)) !== 0) continue;
    }
    if (counts === null) continue;
    if ((failed & ~bits.line) === 0) counts.plan[ofPlan] = (counts.plan[ofPlan] as number) + weight;
    if ((failed & ~bits.site) === 0) counts.sites[ofSites] = (counts.sites[ofSites] as number) + weight;
    if ((failed & ~bits.vintage) === 0)
      counts.source[ofSource] = (counts.source[ofSource] as number) + weight;
    if ((failed & ~bits['provider-type']) === 0)
      counts.sourceOfType[ofSource] = (counts.sourceOfType[ofSource] as number) + weight;
    if ((failed & ~bits.provider) === 0)
      counts.provider[ofProvider] = (counts.provider[ofProvider] as number) + weight;
    if ((failed & ~bits.methodology) === 0)
      counts.methodology[ofMethodology] = (counts.methodology[ofMethodology] as number) + weight;
    if ((failed & ~bits.modifier) === 0)
      counts.modifier[ofModifier] = (counts.modifier[ofModifier] as number) + weight;
  }
  return { rows: rows.slice(0, count), failedAs };
}

function settle(table: RateTable, scope: Scope, place: PlaceCode | null) {
  const { from, to } = scope.vintage;
  const groups = methodologyGroupsOf(table);
  const keys = scope.provider === null ? [] : providerKeysOf(table);
  const bitsOf = (length: number, failsAt: (index: number) => number) => {
    const found = new Uint16Array(length);
    for (let index = 0; index < length; index++) found[index] = failsAt(index);
    return found;
  };
  return {
    isHere: bitsOf(table.providers.length, (index) =>
      place === null || table.providers[index]?.place === place ? 1 : 0,
    ),
    failsOfProvider: bitsOf(table.providers.length, (index) =>
      scope.provider === null || keys[index]?.includes(scope.provider) ? 0 : bits.provider,
    ),
    failsOfPlan: bitsOf(table.plans.length, (index) =>
      table.plans[index]?.line === scope.line ? 0 : bits.line,
    ),
    failsOfSource: bitsOf(table.sources.length, (index) => {
      const source = table.sources[index];
      const year = source?.year ?? 0;
      const inVintage = (from === null || year >= from) && (to === null || year <= to);
      const type = source?.kind === 'hospital' ? 'hospital' : source?.kind === 'payer' ? 'clinic' : undefined;
      const isType = scope.providerType === null || type === scope.providerType;
      return (inVintage ? 0 : bits.vintage) | (isType ? 0 : bits['provider-type']);
    }),
    failsOfMethodology: bitsOf(table.methodologies.length, (index) =>
      scope.methodology === null || groups[index] === scope.methodology ? 0 : bits.methodology,
    ),
    failsOfModifier: bitsOf(table.modifiers.length, (index) => {
      const list = modifierList(table.modifiers[index] ?? '');
      const isAssistant = list.some((each) => assistantModifiers.includes(each));
      const isChosen = scope.modifier === null || list.includes(scope.modifier);
      return (
        (isChosen ? 0 : bits.modifier) | (scope.leftOutRows === 'out' && isAssistant ? bits.assistant : 0)
      );
    }),
  };
}

/** From counts by set of failed conditions: each row under its first reason, and those that failed one alone. */
function reasonsOf(failedAs: Float64Array): Pick<RateSelection, 'leftOut' | 'wouldCount'> {
  const leftOut = zeros();
  const wouldCount = zeros();
  failedAs.forEach((count, failed) => {
    if (count === 0) return;
    // The lowest bit is the first reason in the order told.
    const first = leftOutReasons[31 - Math.clz32(failed & -failed)] as LeftOutReason;
    leftOut[first] += count;
    if ((failed & (failed - 1)) === 0) wouldCount[first] += count;
  });
  return { leftOut, wouldCount };
}

function zeros(): Record<LeftOutReason, number> {
  return Object.fromEntries(leftOutReasons.map((reason) => [reason, 0])) as Record<LeftOutReason, number>;
}
