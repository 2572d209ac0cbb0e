import { type MethodologyGroup, methodologyGroupsOf } from './methodology.ts';
import type { PlanLine } from './payer.ts';
import type { PlaceCode } from './place.ts';
import { providerKey, systemKey } from './providerKey.ts';
import { billingClasses, codeTypes, flagBit, type RateTable, settings } from './rateTable.ts';
import type { ProviderType, Scope, Site } from './scope.ts';

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

export interface RateSelection {
  /** Row numbers of the table that count, ascending. */
  readonly rows: Uint32Array;
  /** Rows of the place that do not count, by reason. `rows` and these add up to the rows of the place. */
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  /** Rows that only this one condition leaves out: what relaxing it alone would bring in. */
  readonly wouldCount: Readonly<Record<LeftOutReason, number>>;
  readonly facets: Facets;
}

/** Rows that contradict their own file: above the gross charge, per day, a few dollars, a whole encounter. */
const contradictingFlags =
  flagBit('above_gross') | flagBit('per_diem') | flagBit('very_low') | flagBit('encounter_level');

const assistantModifiers = ['CQ', 'CO'];
const professional = billingClasses.indexOf('professional');
const inpatient = settings.indexOf('inpatient');
const emergency = settings.indexOf('emergency');
const apc = codeTypes.indexOf('APC');

const bits = Object.fromEntries(leftOutReasons.map((reason, index) => [reason, 1 << index])) as Record<
  LeftOutReason,
  number
>;

/**
 * The rates of a place that a scope counts (place null = every place), with what each facet's other choices would
 * count. Conditions that depend on a dictionary entry (plan, source, provider, methodology, modifier) are settled
 * once per entry, so the pass over the rows compares integers: each row gets the set of conditions it fails, and a
 * row that fails only one condition is what relaxing that condition would bring in.
 */
export function selectRates(table: RateTable, scope: Scope, place: PlaceCode | null): RateSelection {
  const known = settle(table, scope, place);
  const rows = new Uint32Array(table.length);
  let count = 0;
  const leftOut = zeros();
  const wouldCount = zeros();
  const counts = new FacetCounts(known);

  for (let row = 0; row < table.length; row++) {
    const provider = known.providers[table.provider[row] as number] as ProviderEntry;
    if (!provider.isHere) continue;
    const failed = failedBits(table, row, scope, known, provider);
    if (failed === 0) rows[count++] = row;
    else {
      // The lowest bit is the first reason in the order told.
      const first = leftOutReasons[31 - Math.clz32(failed & -failed)] as LeftOutReason;
      leftOut[first]++;
      if ((failed & (failed - 1)) === 0) wouldCount[first]++;
    }
    counts.add(table, row, failed);
  }
  return { rows: rows.slice(0, count), leftOut, wouldCount, facets: counts.facets() };
}

interface ProviderEntry {
  readonly isHere: boolean;
  readonly isChosen: boolean;
  readonly keys: readonly string[];
}

interface SourceEntry {
  readonly year: number;
  readonly inVintage: boolean;
  readonly type: ProviderType | undefined;
  readonly isHospital: boolean;
  readonly isOwn: boolean;
}

interface Settled {
  readonly providers: readonly ProviderEntry[];
  readonly lines: readonly PlanLine[];
  readonly sources: readonly SourceEntry[];
  readonly methodologies: readonly MethodologyGroup[];
  readonly modifiers: readonly { readonly list: readonly string[]; readonly isAssistant: boolean }[];
}

function settle(table: RateTable, scope: Scope, place: PlaceCode | null): Settled {
  const { from, to } = scope.vintage;
  return {
    providers: table.providers.map((provider) => {
      const system = systemKey(provider);
      const keys = system === undefined ? [providerKey(provider)] : [providerKey(provider), system];
      return {
        isHere: place === null || provider.place === place,
        isChosen: scope.provider === null || keys.includes(scope.provider),
        keys,
      };
    }),
    lines: table.plans.map((plan) => plan.line),
    sources: table.sources.map(({ year, kind }) => ({
      year,
      inVintage: (from === null || year >= from) && (to === null || year <= to),
      type: kind === 'hospital' ? 'hospital' : kind === 'payer' ? 'clinic' : undefined,
      isHospital: kind === 'hospital',
      isOwn: kind === 'own',
    })),
    methodologies: methodologyGroupsOf(table),
    modifiers: table.modifiers.map((joined) => {
      const list = joined === '' ? ['none'] : joined.split('|');
      return { list, isAssistant: list.some((each) => assistantModifiers.includes(each)) };
    }),
  };
}

function failedBits(
  table: RateTable,
  row: number,
  scope: Scope,
  known: Settled,
  provider: ProviderEntry,
): number {
  const source = known.sources[table.source[row] as number] as SourceEntry;
  const modifiers = known.modifiers[table.modifier[row] as number] as Settled['modifiers'][number];
  let failed = 0;
  if (known.lines[table.plan[row] as number] !== scope.line) failed |= bits.line;
  if (!isAtSite(scope.site, table, row, source)) failed |= bits.site;
  if (!source.inVintage) failed |= bits.vintage;
  if (scope.providerType !== null && source.type !== scope.providerType) failed |= bits['provider-type'];
  if (!provider.isChosen) failed |= bits.provider;
  if (
    scope.methodology !== null &&
    known.methodologies[table.methodology[row] as number] !== scope.methodology
  ) {
    failed |= bits.methodology;
  }
  if (scope.modifier !== null && !modifiers.list.includes(scope.modifier)) failed |= bits.modifier;
  if (scope.leftOutRows === 'out') {
    if (table.codeType[row] === apc) failed |= bits['code-type'];
    if (((table.flags[row] as number) & contradictingFlags) !== 0) failed |= bits['contradicts-file'];
    if (modifiers.isAssistant) failed |= bits.assistant;
  }
  return failed;
}

/**
 * Hospital outpatient: hospitals' own files, not professional, not inpatient, not emergency. Office: professional
 * lines outside inpatient and emergency. A user's own file counts as hospital outpatient or office by its billing
 * class when it gives one, and as both when it does not, because only the user knows.
 */
function isAtSite(site: Site, table: RateTable, row: number, source: SourceEntry): boolean {
  if (site === 'all') return true;
  const setting = table.setting[row];
  if (setting === inpatient || setting === emergency) return false;
  const isProfessional = table.billingClass[row] === professional;
  if (site === 'hospital') return (source.isHospital || source.isOwn) && !isProfessional;
  return isProfessional || (source.isOwn && table.billingClass[row] === 0);
}

/** Counts a row for every facet whose own condition is the only one it may fail. */
class FacetCounts {
  readonly #known: Settled;
  readonly #line = new Map<PlanLine, number>();
  readonly #site = new Map<Site, number>();
  readonly #vintage = new Map<number, number>();
  readonly #type = new Map<ProviderType, number>();
  readonly #provider = new Map<string, number>();
  readonly #methodology = new Map<MethodologyGroup, number>();
  readonly #modifier = new Map<string, number>();

  constructor(known: Settled) {
    this.#known = known;
  }

  add(table: RateTable, row: number, failed: number): void {
    const source = this.#known.sources[table.source[row] as number] as SourceEntry;
    const passesBut = (bit: number) => (failed & ~bit) === 0;
    if (passesBut(bits.line)) bump(this.#line, this.#known.lines[table.plan[row] as number] as PlanLine);
    if (passesBut(bits.site)) {
      for (const site of ['hospital', 'office', 'all'] as const) {
        if (isAtSite(site, table, row, source)) bump(this.#site, site);
      }
    }
    if (passesBut(bits.vintage)) bump(this.#vintage, source.year);
    if (source.type !== undefined && passesBut(bits['provider-type'])) bump(this.#type, source.type);
    if (passesBut(bits.provider)) {
      for (const key of (this.#known.providers[table.provider[row] as number] as ProviderEntry).keys) {
        bump(this.#provider, key);
      }
    }
    if (passesBut(bits.methodology)) {
      bump(
        this.#methodology,
        this.#known.methodologies[table.methodology[row] as number] as MethodologyGroup,
      );
    }
    if (passesBut(bits.modifier)) {
      const { list } = this.#known.modifiers[table.modifier[row] as number] as Settled['modifiers'][number];
      for (const modifier of list) bump(this.#modifier, modifier);
    }
  }

  facets(): Facets {
    return {
      line: this.#line,
      site: this.#site,
      vintage: this.#vintage,
      'provider-type': this.#type,
      provider: this.#provider,
      methodology: this.#methodology,
      modifier: this.#modifier,
    };
  }
}

function bump<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function zeros(): Record<LeftOutReason, number> {
  return Object.fromEntries(leftOutReasons.map((reason) => [reason, 0])) as Record<LeftOutReason, number>;
}
