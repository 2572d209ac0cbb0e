import { planColumns } from '../data/readPlans.ts';
import { providerColumns } from '../data/readProviders.ts';
import { sourceColumns } from '../data/readSources.ts';
import { payers } from '../domain/payer.ts';
import { type Plan, type Provider, type RateSource, type RateTable, rateFlags } from '../domain/rateTable.ts';
import { aboutSavedRates } from './aboutSavedRates.ts';
import { csvText } from './csvText.ts';
import { sortedRates } from './sortedRates.ts';

/** Rates to be saved in the form of a release. */
export interface RatesToSave {
  /** By code; all with the same providers, plans and sources. */
  readonly tables: ReadonlyMap<string, RateTable>;
  /** Who published each source, as its file says; '' where it does not. */
  readonly publishers: readonly string[];
}

/** A file in pieces of text, so that none is held whole. */
export interface SavedFile {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** The dictionaries in the order of their new ids, and where each entry went. */
export interface Renumbered<Entry> {
  readonly entries: readonly Entry[];
  /** By old index. */
  readonly place: Uint32Array;
}

/**
 * Rates as the files of a release's rates: what they are, `providers.csv`, `plans.csv`, `sources.csv` and for each code
 * `rates/<code>/national.csv` and one file a state. Equal rates give equal bytes, whatever order they were read in:
 * entries are numbered and lines sorted as the release build does it. Rates without a state stand in the national
 * file alone.
 */
export function* savedRates({ tables, publishers }: RatesToSave): Generator<SavedFile> {
  const [first] = tables.values();
  if (!first) return;
  const providers = renumbered(first.providers, ({ place, name, identifier, system }) => [
    place,
    name,
    identifier,
    system,
  ]);
  const plans = renumbered(first.plans, ({ payer, payerRaw, plan, parent, line }) => [
    String(payerOrder.get(payer)).padStart(2, '0'),
    payerRaw,
    plan,
    parent,
    line,
  ]);
  const sources = renumbered(
    first.sources.map((source, index) => ({ ...source, publisher: publishers[index] ?? '' })),
    ({ name, date, kind, place, publisher }) => [place, name, date, kind, publisher],
  );
  yield { path: 'README.txt', pieces: [aboutSavedRates(tables, sources.entries.length)] };
  yield { path: 'providers.csv', pieces: [providersText(providers.entries)] };
  yield { path: 'plans.csv', pieces: [plansText(plans.entries)] };
  yield { path: 'sources.csv', pieces: [sourcesText(sources, tables)] };
  for (const code of [...tables.keys()].sort()) {
    const table = tables.get(code);
    if (!table || table.length === 0) continue;
    const lines = sortedRates(table, { providers, plans, sources });
    yield { path: `rates/${code}/national.csv`, pieces: lines.pieces(null) };
    for (const place of lines.places)
      if (place !== '') yield { path: `rates/${code}/${place}.csv`, pieces: lines.pieces(place) };
  }
}

const payerOrder = new Map(payers.map(({ id }, index) => [id, index]));

/** Entries in the order of their keys, those with equal keys as one. */
function renumbered<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => readonly string[],
): Renumbered<Entry> {
  const keys = entries.map((entry) => keyOf(entry).join('\u0001'));
  const order = [...new Map(keys.map((key, index) => [key, index]))].sort(([a], [b]) => (a < b ? -1 : 1));
  const place = new Map(order.map(([key], index) => [key, index]));
  return {
    entries: order.map(([, index]) => entries[index] as Entry),
    place: Uint32Array.from(keys, (key) => place.get(key) as number),
  };
}

function providersText(providers: readonly Provider[]): string {
  return csvText(
    providerColumns,
    providers.map(({ name, place, identifier, system }, at) => [
      `p${at + 1}`,
      name,
      place,
      identifier,
      system,
    ]),
  );
}

function plansText(plans: readonly Plan[]): string {
  return csvText(
    planColumns,
    plans.map(({ payerRaw, plan, payer, parent, line }, at) => [
      `n${at + 1}`,
      payerRaw,
      plan,
      payer,
      parent,
      line,
    ]),
  );
}

type SavedSource = RateSource & { readonly publisher: string };

function sourcesText(
  { entries, place }: Renumbered<SavedSource>,
  tables: ReadonlyMap<string, RateTable>,
): string {
  const rows = new Float64Array(entries.length);
  const flagged = entries.map(() => new Float64Array(rateFlags.length));
  for (const { length, source, flags } of tables.values()) {
    for (let row = 0; row < length; row++) {
      const at = place[source[row] as number] as number;
      (rows[at] as number) += 1;
      const bits = flags[row] as number;
      if (bits === 0) continue;
      const own = flagged[at] as Float64Array;
      for (let flag = 0; flag < rateFlags.length; flag++)
        if ((bits & (1 << flag)) !== 0) (own[flag] as number) += 1;
    }
  }
  return csvText(
    sourceColumns,
    entries.map((source, at) => [
      `s${at + 1}`,
      source.name,
      source.publisher,
      source.place,
      source.kind,
      source.date,
      String(source.year),
      source.publishedUrl,
      source.sha256,
      source.carriedBy,
      '',
      source.confidence,
      String(rows[at]),
      rateFlags
        .map((flag, index) => [flag, flagged[at]?.[index] ?? 0] as const)
        .filter(([, count]) => count > 0)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([flag, count]) => `${flag} ${count}`)
        .join('|'),
    ]),
  );
}
