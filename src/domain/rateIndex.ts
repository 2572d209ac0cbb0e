import { payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import { type RateKind, rateKinds } from './rateKinds.ts';
import type { Provider, RateSource, RateTable } from './rateTable.ts';

/** Date and year of a published file, as a vote states them. */
export interface FileDate {
  readonly date: string;
  readonly year: number;
}

/**
 * The rates of a table in the order votes are made: by payer, then provider, then rate, equal ones as they stand in the
 * table. A slot is a place in that order. Made once per table, so that a scope only has to walk along it: the rates of
 * a payer and provider lie together and ascend, which is all that a median needs. Providers, places and dates are those
 * the table has rates of, whatever else its dictionaries hold.
 */
export interface RateIndex {
  readonly kinds: readonly RateKind[];
  /** By row of the table; `kind` has the same by slot. */
  readonly kindOfRow: Uint16Array | Uint32Array;
  /** By slot. */
  readonly row: Uint32Array;
  readonly cents: Uint32Array;
  readonly kind: Uint16Array | Uint32Array;
  /** An index into `providers`. */
  readonly provider: Uint32Array;
  /** What a Medicare amount beside the rate depends on: the provider's place × dates + the date of the published file. */
  readonly file: Uint16Array | Uint32Array;
  /** By payer in table order: its first slot, and one past the last payer. */
  readonly payerStarts: Uint32Array;
  /** In the table's order, as indices into its dictionary. */
  readonly providers: Uint32Array;
  /** By provider: how many providers it stands for; null where each is one. */
  readonly counts: Uint32Array | null;
  /** By provider, an index into `places`. */
  readonly placeOf: Uint16Array;
  readonly places: readonly PlaceCode[];
  /** Oldest first. */
  readonly dates: readonly FileDate[];
  /** The highest rate. */
  readonly mostCents: number;
}

const remembered = new WeakMap<RateTable, RateIndex>();

/** The index of a table: made on first use and kept as long as the table, which must not be changed from then on. */
export function rateIndex(table: RateTable): RateIndex {
  const index = remembered.get(table) ?? make(table);
  remembered.set(table, index);
  return index;
}

function make(table: RateTable): RateIndex {
  const { counts } = table;
  const { kinds, ofRow } = rateKinds(table);
  const { dates, dateOf } = datesOf(used(table.source, table.sources.length), table.sources);
  const providers = used(table.provider, table.providers.length);
  const ownIndex = new Uint32Array(table.providers.length);
  providers.forEach((entry, index) => {
    ownIndex[entry] = index;
  });
  const payerOfPlan = Uint8Array.from(table.plans, ({ payer }) => payerIndex.get(payer) as number);
  const payerOfRow = table.plan.map((plan) => payerOfPlan[plan] as number);
  // Stable, so the last thing laid out by is the first in the order.
  let row: Uint32Array = Uint32Array.from({ length: table.length }, (_, index) => index);
  for (const keys of [table.cents, table.provider, payerOfRow]) row = laidOut(row, keys);
  const { places, placeOf } = placesOf(
    Array.from(providers, (entry) => (table.providers[entry] as Provider).place),
  );
  const cents = gathered(row, (each) => table.cents[each] as number);
  const provider = gathered(row, (each) => ownIndex[table.provider[each] as number] as number);
  return {
    kinds,
    kindOfRow: ofRow,
    row,
    cents,
    kind: columnFor(kinds.length, row, (each) => ofRow[each] as number),
    provider,
    file: columnFor(places.length * dates.length, row, (each, slot) => {
      const place = placeOf[provider[slot] as number] as number;
      return place * dates.length + (dateOf[table.source[each] as number] as number);
    }),
    payerStarts: startsOf(row, payerOfRow),
    providers,
    counts: counts && providers.map((entry) => counts[entry] as number),
    placeOf,
    places,
    dates,
    mostCents: largest(cents),
  };
}

/** Where the slots of each payer begin, and one past the last. */
function startsOf(row: Uint32Array, payerOfRow: Uint32Array): Uint32Array {
  const starts = new Uint32Array(payers.length + 1);
  for (const each of row) {
    const next = (payerOfRow[each] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let payer = 1; payer < starts.length; payer++) {
    starts[payer] = (starts[payer] as number) + (starts[payer - 1] as number);
  }
  return starts;
}

/** The dictionary entries that a column points at, ascending. */
function used(column: Uint32Array, entries: number): Uint32Array {
  const isUsed = new Uint8Array(entries);
  for (let row = 0; row < column.length; row++) isUsed[column[row] as number] = 1;
  return Uint32Array.from(isUsed.keys()).filter((entry) => isUsed[entry] === 1);
}

function placesOf(placeOfProvider: readonly PlaceCode[]): Pick<RateIndex, 'placeOf' | 'places'> {
  const places = [...new Set(placeOfProvider)].sort();
  const indexes = new Map(places.map((place, index) => [place, index]));
  return { places, placeOf: Uint16Array.from(placeOfProvider, (place) => indexes.get(place) as number) };
}

function largest(values: Uint32Array): number {
  let most = 0;
  for (let index = 0; index < values.length; index++)
    if ((values[index] as number) > most) most = values[index] as number;
  return most;
}

const payerIndex = new Map(payers.map(({ id }, index) => [id, index]));

function gathered(rows: Uint32Array, valueOf: (row: number) => number): Uint32Array {
  const column = new Uint32Array(rows.length);
  for (let slot = 0; slot < rows.length; slot++) column[slot] = valueOf(rows[slot] as number);
  return column;
}

/** Half the bytes where they suffice: a walk is as fast as its columns come out of memory. */
function columnFor(values: number, rows: Uint32Array, valueOf: (row: number, slot: number) => number) {
  const column = values <= 2 ** 16 ? new Uint16Array(rows.length) : new Uint32Array(rows.length);
  for (let slot = 0; slot < rows.length; slot++) column[slot] = valueOf(rows[slot] as number, slot);
  return column;
}

/** The dates of the files used, oldest first, and that of each source. Texts such as 2021-08 sort as they are. */
function datesOf(usedSources: Uint32Array, sources: readonly RateSource[]) {
  const keyOf = ({ date, year }: FileDate) => `${date} ${year}`;
  const byKey = new Map<string, FileDate>();
  for (const index of usedSources) {
    const { date, year } = sources[index] as RateSource;
    byKey.set(keyOf({ date, year }), { date, year });
  }
  const keys = [...byKey.keys()].sort();
  const dates = keys.map((key) => byKey.get(key) as FileDate);
  const rank = new Map(keys.map((key, index) => [key, index]));
  return { dates, dateOf: Uint32Array.from(sources, (source) => rank.get(keyOf(source)) ?? 0) };
}

const digitBits = 11;
const digits = 1 << digitBits;

/** Rows in the order of their keys, equal ones as they stood: digit by digit, lowest first. */
function laidOut(rows: Uint32Array, keys: Uint32Array): Uint32Array {
  const most = largest(keys);
  let from = rows;
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += digitBits) {
    const ends = new Uint32Array(digits);
    for (let index = 0; index < from.length; index++) {
      const digit = ((keys[from[index] as number] as number) >>> shift) & (digits - 1);
      ends[digit] = (ends[digit] as number) + 1;
    }
    let total = 0;
    for (let digit = 0; digit < digits; digit++) {
      const count = ends[digit] as number;
      ends[digit] = total;
      total += count;
    }
    const to = new Uint32Array(from.length);
    for (let index = 0; index < from.length; index++) {
      const row = from[index] as number;
      const digit = ((keys[row] as number) >>> shift) & (digits - 1);
      const slot = ends[digit] as number;
      to[slot] = row;
      ends[digit] = slot + 1;
    }
    from = to;
  }
  return from;
}
