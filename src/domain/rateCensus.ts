import { type MethodologyGroup, methodologyGroup, methodologyGroups } from './methodology.ts';
import type { PayerId, PlanLine } from './payer.ts';
import type { PlaceCode } from './place.ts';
import { isPlaceholder } from './plausibility.ts';
import {
  type BillingClass,
  billingClasses,
  type Plan,
  type Provider,
  type RateFlag,
  type RateTable,
  rateFlags,
  type Setting,
  settings,
} from './rateTable.ts';

/** How much there is of something: distinct rates, and the published rows they stand for. */
export interface RateCount {
  readonly rates: number;
  readonly rows: number;
}

export interface CodeCount extends RateCount {
  readonly code: string;
  readonly providers: number;
  /** As printed, each name once. */
  readonly payers: number;
  /** Places stated; a provider without one counts in none. */
  readonly places: number;
  /** Rates of providers whose place is not stated. */
  readonly withoutPlace: number;
}

export interface PayerCount extends RateCount {
  readonly printed: string;
  /** What the alias table takes it for; several where its plans differ. */
  readonly payers: readonly PayerId[];
  readonly plans: number;
}

export interface KeyCount<Key> extends RateCount {
  readonly key: Key;
}

/** What a set of rate tables holds, counted. Lists run from most rates to fewest; equals stand in order of appearance. */
export interface RateCensus extends RateCount {
  readonly codes: readonly CodeCount[];
  readonly payers: readonly PayerCount[];
  readonly lines: readonly KeyCount<PlanLine>[];
  readonly methodologies: readonly (KeyCount<string> & { readonly group: MethodologyGroup })[];
  readonly methodologyGroups: readonly KeyCount<MethodologyGroup>[];
  readonly settings: readonly KeyCount<Setting>[];
  readonly billingClasses: readonly KeyCount<BillingClass>[];
  readonly modifiers: readonly KeyCount<string>[];
  readonly flags: readonly KeyCount<RateFlag>[];
  /** '' is not stated. */
  readonly places: readonly KeyCount<PlaceCode | ''>[];
  /** Index into the tables' sources. */
  readonly sources: readonly KeyCount<number>[];
  readonly providers: number;
  readonly providersWithoutPlace: number;
  /** Amounts that stand for "no amount": a cent, or nines and nothing else. */
  readonly placeholders: RateCount;
}

/** Rates and rows by index of a dictionary. */
class Tally {
  readonly rates: Float64Array;
  readonly rows: Float64Array;

  constructor(length: number) {
    this.rates = new Float64Array(length);
    this.rows = new Float64Array(length);
  }

  add(index: number, rows: number): void {
    (this.rates[index] as number) += 1;
    (this.rows[index] as number) += rows;
  }

  at(index: number): RateCount {
    return { rates: this.rates[index] as number, rows: this.rows[index] as number };
  }

  /** What was met, by what the entries of the dictionary are put together under. */
  by<Entry, Key>(
    entries: readonly Entry[],
    keyOf: (entry: Entry, index: number) => Key,
  ): readonly KeyCount<Key>[] {
    const counts = new Map<Key, { rates: number; rows: number }>();
    for (const [index, entry] of entries.entries()) {
      const { rates, rows } = this.at(index);
      if (rates === 0) continue;
      const key = keyOf(entry, index);
      const known = counts.get(key) ?? { rates: 0, rows: 0 };
      known.rates += rates;
      known.rows += rows;
      counts.set(key, known);
    }
    return [...counts].map(([key, count]) => ({ key, ...count })).sort(byRates);
  }
}

/**
 * Counts what tables hold that share their dictionaries of providers, plans and sources. One pass over the rows, for
 * which nothing is made: millions of them are counted where the file was read.
 */
export function rateCensus(tables: ReadonlyMap<string, RateTable>): RateCensus {
  const [first] = tables.values();
  const { providers = [], plans = [], sources = [] } = first ?? {};
  const byPlan = new Tally(plans.length);
  const byProvider = new Tally(providers.length);
  const bySource = new Tally(sources.length);
  const bySetting = new Tally(settings.length);
  const byClass = new Tally(billingClasses.length);
  const byFlags = new Tally(1 << rateFlags.length);
  const placeholder = new Tally(1);
  const methodologies = new Map<string, { rates: number; rows: number }>();
  const modifiers = new Map<string, { rates: number; rows: number }>();
  const codes: CodeCount[] = [];
  let rates = 0;
  let rows = 0;
  for (const table of tables.values()) {
    const byMethodology = new Tally(table.methodologies.length);
    const byModifier = new Tally(table.modifiers.length);
    const planSeen = new Uint8Array(plans.length);
    const providerSeen = new Uint8Array(providers.length);
    let codeRows = 0;
    let withoutPlace = 0;
    for (let row = 0; row < table.length; row++) {
      const published = table.sourceRows[row] as number;
      const plan = table.plan[row] as number;
      const provider = table.provider[row] as number;
      codeRows += published;
      planSeen[plan] = 1;
      providerSeen[provider] = 1;
      if ((providers[provider] as Provider).place === '') withoutPlace += 1;
      byPlan.add(plan, published);
      byProvider.add(provider, published);
      bySource.add(table.source[row] as number, published);
      bySetting.add(table.setting[row] as number, published);
      byClass.add(table.billingClass[row] as number, published);
      byFlags.add(table.flags[row] as number, published);
      byMethodology.add(table.methodology[row] as number, published);
      byModifier.add(table.modifier[row] as number, published);
      if (isPlaceholder(table.cents[row] as number)) placeholder.add(0, published);
    }
    addAll(methodologies, byMethodology.by(table.methodologies, String));
    addAll(modifiers, byModifier.by(table.modifiers, String));
    rates += table.length;
    rows += codeRows;
    const seen = providers.filter((_, index) => providerSeen[index] === 1);
    codes.push({
      code: table.code,
      rates: table.length,
      rows: codeRows,
      providers: seen.length,
      payers: new Set(plans.filter((_, index) => planSeen[index] === 1).map(({ payerRaw }) => payerRaw)).size,
      places: new Set(seen.map(({ place }) => place).filter((place) => place !== '')).size,
      withoutPlace,
    });
  }
  const words = [...methodologies].map(([key, count]) => ({ key, ...count, group: methodologyGroup(key) }));
  const paid = providers.filter((_, index) => byProvider.at(index).rates > 0);
  return {
    rates,
    rows,
    codes: codes.sort(byRates),
    payers: payersOf(plans, byPlan),
    lines: byPlan.by(plans, ({ line }) => line),
    methodologies: words.sort(byRates),
    methodologyGroups: methodologyGroups
      .map((key) => ({ key, ...sumOf(words.filter(({ group }) => group === key)) }))
      .filter((each) => each.rates > 0)
      .sort(byRates),
    settings: bySetting.by(settings, (setting) => setting),
    billingClasses: byClass.by(billingClasses, (billingClass) => billingClass),
    modifiers: [...modifiers].map(([key, count]) => ({ key, ...count })).sort(byRates),
    flags: rateFlags.map((key, bit) => {
      const marked = Array.from({ length: 1 << rateFlags.length }, (_, bits) => bits).filter(
        (bits) => (bits & (1 << bit)) !== 0,
      );
      return { key, ...sumOf(marked.map((bits) => byFlags.at(bits))) };
    }),
    places: byProvider.by(providers, ({ place }) => place),
    sources: bySource.by(sources, (_, index) => index),
    providers: paid.length,
    providersWithoutPlace: paid.filter(({ place }) => place === '').length,
    placeholders: placeholder.at(0),
  };
}

interface Printed {
  readonly payers: Set<PayerId>;
  plans: number;
}

function payersOf(plans: readonly Plan[], byPlan: Tally): readonly PayerCount[] {
  const printed = new Map<string, Printed>();
  for (const [index, { payerRaw, payer }] of plans.entries()) {
    if (byPlan.at(index).rates === 0) continue;
    const known = printed.get(payerRaw) ?? { payers: new Set(), plans: 0 };
    known.payers.add(payer);
    known.plans += 1;
    printed.set(payerRaw, known);
  }
  return byPlan
    .by(plans, ({ payerRaw }) => payerRaw)
    .map(({ key, ...count }) => {
      const { payers, plans: distinct } = printed.get(key) as Printed;
      return { printed: key, ...count, payers: [...payers], plans: distinct };
    });
}

function addAll(
  counts: Map<string, { rates: number; rows: number }>,
  more: readonly KeyCount<string>[],
): void {
  for (const { key, rates, rows } of more) {
    const known = counts.get(key) ?? { rates: 0, rows: 0 };
    counts.set(key, { rates: known.rates + rates, rows: known.rows + rows });
  }
}

function sumOf(counts: readonly RateCount[]): RateCount {
  return counts.reduce((sum, { rates, rows }) => ({ rates: sum.rates + rates, rows: sum.rows + rows }), {
    rates: 0,
    rows: 0,
  });
}

function byRates(a: RateCount, b: RateCount): number {
  return b.rates - a.rates;
}
