import { type PayerId, payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import type { RateTable } from './rateTable.ts';
import type { Basis } from './scope.ts';

/** One vote: what one provider has agreed with one payer (or one published rate, when the basis is rates). */
export interface Vote {
  /** The median (type 7) of the provider's distinct rates: whole or half cents. */
  readonly amount: number;
  readonly payer: PayerId;
  /** Index into the table's providers. */
  readonly provider: number;
  readonly place: PlaceCode;
  /** Year of the newest file behind the vote; the Medicare year it is compared with. */
  readonly year: number;
  /** Date of that file, as known. */
  readonly date: string;
  /** Providers who cast this very vote: more than one for a class of providers paid alike. */
  readonly weight: number;
  /** Published rates behind the vote, of each of them. */
  readonly rates: number;
  /** Row numbers of the rate table behind the vote, ascending. */
  readonly rows: readonly number[];
}

/**
 * Votes as columns, by payer in table order, then by provider: vote i is `amount[i]`, `provider[i]` and so on, from
 * the rows `rows[starts[i]]` up to `rows[starts[i + 1]]`. Figures over 100,000 votes are made from these; a `Vote` is
 * made only for what shows single votes (`voteAt`).
 */
export interface VoteColumns {
  readonly length: number;
  readonly amount: Float64Array;
  readonly provider: Uint32Array;
  /** How many providers cast each vote; null where each is cast by one. */
  readonly weights: Uint32Array | null;
  /** The newest file behind the vote, an index into the table's sources. */
  readonly source: Uint32Array;
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  /** Where the votes of each payer begin, and one past the last: payer p has the votes from `[p]` up to `[p + 1]`. */
  readonly payerStarts: Uint32Array;
}

/**
 * Casts one vote per provider and payer, so that a hospital which lists a code forty times counts once.
 * Rows are grouped by counting into one integer key (payer × provider) rather than through maps of strings: 100,000
 * rows must answer within a frame.
 *
 * @param rows row numbers that count (`selectRates`)
 */
export function castVotes(table: RateTable, rows: Uint32Array, basis: Basis): VoteColumns {
  const { ends, grouped } = groupedRows(table, rows);
  const isRate = basis === 'rates';
  const most = isRate ? rows.length : Math.min(rows.length, ends.length);
  const amount = new Float64Array(most);
  const provider = new Uint32Array(most);
  const source = new Uint32Array(most);
  const starts = new Uint32Array(most + 1);
  const payerStarts = new Uint32Array(payers.length + 1);
  const newness = newnessOf(table);
  const providers = table.providers.length;
  let votes = 0;
  let start = 0;
  for (let key = 0; key < ends.length; key++) {
    if (key % providers === 0) payerStarts[key / providers] = votes;
    const end = ends[key] as number;
    // A rate is a vote of its own; a provider's rates are one vote together.
    for (let from = start; from < end; from = isRate ? from + 1 : end) {
      const to = isRate ? from + 1 : end;
      const first = grouped[from] as number;
      amount[votes] = to - from === 1 ? (table.cents[first] as number) : medianOf(table, grouped, from, to);
      provider[votes] = key % providers;
      source[votes] = newestOf(table, grouped, from, to, newness);
      votes++;
      starts[votes] = to;
    }
    start = end;
  }
  payerStarts[payers.length] = votes;
  const casting = provider.subarray(0, votes);
  return {
    length: votes,
    amount: amount.subarray(0, votes),
    provider: casting,
    weights: weightsOf(table, casting),
    source: source.subarray(0, votes),
    rows: grouped,
    starts: starts.subarray(0, votes + 1),
    payerStarts,
  };
}

function weightsOf({ counts }: RateTable, casting: Uint32Array): Uint32Array | null {
  return counts && casting.map((provider) => counts[provider] as number);
}

/** One vote as an object. */
export function voteAt(table: RateTable, votes: VoteColumns, vote: number): Vote {
  const provider = votes.provider[vote] as number;
  const source = table.sources[votes.source[vote] as number];
  const rows = Array.from(votes.rows.subarray(votes.starts[vote], votes.starts[vote + 1]));
  // The payer's votes begin at or before this one, and those of the next payer after it.
  const next = votes.payerStarts.findIndex((start) => start > vote);
  return {
    amount: votes.amount[vote] as number,
    payer: (payers[next - 1] as (typeof payers)[number]).id,
    provider,
    place: table.providers[provider]?.place ?? '',
    year: source?.year ?? 0,
    date: source?.date ?? '',
    weight: votes.weights?.[vote] ?? 1,
    rates: rows.length,
    rows,
  };
}

const payerIndex = new Map(payers.map((payer, index) => [payer.id, index]));

/** The rows by payer, then provider, then as they stand in the table; `ends[payer × providers + provider]`. */
function groupedRows(table: RateTable, rows: Uint32Array): { ends: Uint32Array; grouped: Uint32Array } {
  const { plan, provider } = table;
  const providers = table.providers.length;
  const firstKey = Uint32Array.from(
    table.plans,
    ({ payer }) => (payerIndex.get(payer) as number) * providers,
  );
  const counts = new Uint32Array(payers.length * providers);
  const keys = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number;
    const key = (firstKey[plan[row] as number] as number) + (provider[row] as number);
    keys[index] = key;
    (counts[key] as number)++;
  }
  let total = 0;
  for (let key = 0; key < counts.length; key++) {
    const count = counts[key] as number;
    counts[key] = total;
    total += count;
  }
  // Each start moves on as its rows are laid down, so in the end it is the group's end.
  const grouped = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const key = keys[index] as number;
    const slot = counts[key] as number;
    grouped[slot] = rows[index] as number;
    counts[key] = slot + 1;
  }
  return { ends: counts, grouped };
}

const remembered = new WeakMap<RateTable, Uint32Array>();

/** The rank of each source's date, equal dates alike: integers compare sooner than texts. Worked out once per table. */
function newnessOf(table: RateTable): Uint32Array {
  const known = remembered.get(table);
  if (known) return known;
  const dates = [...new Set(table.sources.map((source) => source.date))].sort();
  const rank = new Map(dates.map((date, index) => [date, index]));
  const newness = Uint32Array.from(table.sources, ({ date }) => rank.get(date) as number);
  remembered.set(table, newness);
  return newness;
}

/** The source of the newest file among the rows; the first such, when several are equally new. */
function newestOf(
  table: RateTable,
  grouped: Uint32Array,
  from: number,
  to: number,
  newness: Uint32Array,
): number {
  let newest = table.source[grouped[from] as number] as number;
  for (let index = from + 1; index < to; index++) {
    const source = table.source[grouped[index] as number] as number;
    if ((newness[source] as number) > (newness[newest] as number)) newest = source;
  }
  return newest;
}

/** Groups up to this many rates are put in order in place; a list of their own is made for larger ones. */
const few = 32;
const scratch = new Uint32Array(few);

/** The median (type 7) of the distinct rates: a rate printed on five charge lines is one rate. */
function medianOf(table: RateTable, grouped: Uint32Array, from: number, to: number): number {
  const length = to - from;
  const amounts = length <= few ? scratch : new Uint32Array(length);
  // Each rate goes to its place among those before it, once. Most providers have two or three.
  let distinct = 0;
  for (let index = from; index < to; index++) {
    const amount = table.cents[grouped[index] as number] as number;
    if (length > few) {
      amounts[distinct++] = amount;
      continue;
    }
    let at = distinct;
    while (at > 0 && (amounts[at - 1] as number) > amount) at--;
    if (at > 0 && amounts[at - 1] === amount) continue;
    amounts.copyWithin(at + 1, at, distinct);
    amounts[at] = amount;
    distinct++;
  }
  if (length > few) distinct = sortDistinct(amounts);
  const low = amounts[(distinct - 1) >> 1] as number;
  const high = amounts[distinct >> 1] as number;
  return (low + high) / 2;
}

/** Puts a list in order with each value once at its start. @returns how many values there are. */
function sortDistinct(amounts: Uint32Array): number {
  amounts.sort();
  let distinct = 0;
  for (let index = 0; index < amounts.length; index++) {
    if (index === 0 || amounts[index] !== amounts[distinct - 1])
      amounts[distinct++] = amounts[index] as number;
  }
  return distinct;
}
