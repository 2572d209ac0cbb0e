import { quantileSorted } from '../stats/quantile.ts';
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
  /** Published rates behind the vote. */
  readonly rates: number;
  /** Row numbers of the rate table behind the vote, ascending. */
  readonly rows: readonly number[];
}

const payerIndex = new Map(payers.map((payer, index) => [payer.id, index]));

/**
 * Casts one vote per provider and payer, so that a hospital which lists a code forty times counts once.
 * Rows are grouped by counting into one integer key (payer × provider) rather than through maps of strings: 100,000
 * rows must answer within a frame.
 *
 * @param rows row numbers that count (`selectRates`)
 * @returns votes by payer in table order, then by provider
 */
export function castVotes(table: RateTable, rows: Uint32Array, basis: Basis): readonly Vote[] {
  const payerOfPlan = table.plans.map((plan) => payerIndex.get(plan.payer) as number);
  const providers = table.providers.length;
  if (basis === 'rates') {
    return Array.from(rows, (row) => rateVote(table, row, payerOfPlan)).sort(
      (a, b) =>
        (payerIndex.get(a.payer) as number) - (payerIndex.get(b.payer) as number) || a.provider - b.provider,
    );
  }
  const keyOf = (row: number) =>
    (payerOfPlan[table.plan[row] as number] as number) * providers + (table.provider[row] as number);
  const starts = new Uint32Array(payers.length * providers + 1);
  for (const row of rows) {
    const next = keyOf(row) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let key = 1; key < starts.length; key++) {
    starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  }
  const filled = starts.slice();
  const grouped = new Uint32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const slot = filled[key] as number;
    grouped[slot] = row;
    filled[key] = slot + 1;
  }
  const votes: Vote[] = [];
  for (let key = 0; key + 1 < starts.length; key++) {
    const start = starts[key] as number;
    const end = starts[key + 1] as number;
    if (start < end) {
      const payer = payers[Math.floor(key / providers)];
      if (payer) votes.push(providerVote(table, grouped.subarray(start, end), payer.id, key % providers));
    }
  }
  return votes;
}

function providerVote(table: RateTable, rows: Uint32Array, payer: PayerId, provider: number): Vote {
  let newest = table.source[rows[0] as number] as number;
  const amounts = new Uint32Array(rows.length);
  rows.forEach((row, index) => {
    amounts[index] = table.cents[row] as number;
    const source = table.source[row] as number;
    if (dateOf(table, source) > dateOf(table, newest)) newest = source;
  });
  amounts.sort();
  return {
    amount: rows.length === 1 ? (amounts[0] as number) : quantileSorted(distinctSorted(amounts), 0.5),
    payer,
    provider,
    place: table.providers[provider]?.place ?? '',
    year: table.sources[newest]?.year ?? 0,
    date: table.sources[newest]?.date ?? '',
    rates: rows.length,
    rows: Array.from(rows),
  };
}

function rateVote(table: RateTable, row: number, payerOfPlan: readonly number[]): Vote {
  const provider = table.provider[row] as number;
  const source = table.sources[table.source[row] as number];
  return {
    amount: table.cents[row] as number,
    payer: (payers[payerOfPlan[table.plan[row] as number] as number] as (typeof payers)[number]).id,
    provider,
    place: table.providers[provider]?.place ?? '',
    year: source?.year ?? 0,
    date: source?.date ?? '',
    rates: 1,
    rows: [row],
  };
}

function dateOf(table: RateTable, source: number): string {
  return table.sources[source]?.date ?? '';
}

/** The list without repeats: a rate printed on five charge lines is one rate. */
function distinctSorted(sorted: Uint32Array): Uint32Array {
  return sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
}
