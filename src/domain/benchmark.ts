import { behindVotes } from './behindVotes.ts';
import { type BenchmarkRow, benchmarkRow, type RowInput } from './benchmarkRow.ts';
import { castVotes } from './castVotes.ts';
import { type CountedFiles, countedFiles } from './countedFiles.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { medicareAmounts } from './medicareAmounts.ts';
import { minimumVotes } from './minimumVotes.ts';
import { payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import { providerName } from './providerKey.ts';
import { type RateIndex, rateIndex } from './rateIndex.ts';
import { type RateSelection, selectRates } from './rateSelection.ts';
import type { Provider, RateTable } from './rateTable.ts';
import { poolPayers, type RowVotes, rowVotes } from './rowVotes.ts';
import type { Scope } from './scope.ts';
import { scratchBuffers } from './voteBuffers.ts';
import type { VoteColumns } from './voteColumns.ts';

export type { BenchmarkRow } from './benchmarkRow.ts';

export interface Benchmark {
  readonly code: string;
  /** null = the nation: a pool of the places that have published files. */
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  /** The scope's provider or health system by name; null = any, or one that the table does not have. */
  readonly providerName: string | null;
  /** BUCA first in the commercial line, its payers always there, absent or not; then payers in table order. */
  readonly rows: readonly BenchmarkRow[];
  /** Names of the BUCA payers with votes in the pool. */
  readonly bucaPresent: readonly string[];
  /** Places with votes that count, in postal-code order. */
  readonly places: readonly PlaceCode[];
  /** Distinct providers with votes that count, each of a class counted. */
  readonly providers: number;
  /** Places with any provider in the input, whatever the code: how far a national pool reaches at most. */
  readonly releaseStates: number;
  /** Published files with counted rates, and the years they span; null when none. */
  readonly files: CountedFiles | null;
  readonly selection: RateSelection;
}

/**
 * Scope → one vote per provider and payer → summary and ratio to same-year Medicare, for every payer.
 * Only the tables and the scope decide: the same inputs give the same figures anywhere.
 */
export function benchmark(
  table: RateTable,
  scope: Scope,
  place: PlaceCode | null,
  schedule: FeeSchedule,
): Benchmark {
  const index = rateIndex(table);
  const selection = selectRates(table, scope, place);
  const { test } = selection;
  const cast = castVotes(index, test, scope.basis, scratchBuffers(index));
  let kept: VoteColumns | undefined;
  const input: RowInput = {
    table,
    index,
    scope,
    place,
    test,
    medicare: medicareAmounts(table, scope.site, schedule),
    cast,
    kept() {
      kept ??= castVotes(index, test, scope.basis);
      return kept;
    },
  };
  const { pool, ofPayers, providers } = rowVotes(index, cast);
  // BUCA is a word for commercial plans; in the other lines the four are not one market.
  const hasBuca = scope.line === 'Commercial';
  const rows: BenchmarkRow[] = [];
  if (hasBuca) rows.push(benchmarkRow('buca', 'BUCA', input, pool()));
  payers.forEach(({ id, name }, payer) => {
    const own = ofPayers[payer] as RowVotes;
    if (own.tally.n > 0 || (hasBuca && payer < poolPayers)) rows.push(benchmarkRow(id, name, input, own));
  });
  // BUCA's votes are those of its payers, once more.
  const out = rows.flatMap(({ id, flaggedOutAt }) => (id === 'buca' ? [] : [flaggedOutAt]));
  const behind = out.some(({ length }) => length > 0)
    ? behindVotes(table, index, test, cast, out)
    : { providers, places: placesWithVotes(index, ofPayers), files: countedFiles(table, test) };
  return {
    code: table.code,
    place,
    scope,
    providerName: scope.provider === null ? null : providerName(table, scope.provider),
    rows,
    bucaPresent: hasBuca ? namesWithVotes(ofPayers.slice(0, poolPayers), rows[0]?.flaggedOutAt ?? []) : [],
    places: behind.places,
    providers: behind.providers,
    releaseStates: statesOf(table.providers),
    files: behind.files,
    selection,
  };
}

/**
 * @param ofPayers votes of the first payers of the table
 * @param out those of them that do not count, by their place among the votes cast
 */
function namesWithVotes(ofPayers: readonly RowVotes[], out: ArrayLike<number>): readonly string[] {
  const notCounted = Array.from(out);
  const first = payers.slice(0, ofPayers.length);
  return first
    .filter((_, payer) => {
      const { from, to } = ofPayers[payer] as RowVotes;
      return to - from > notCounted.filter((vote) => vote >= from && vote < to).length;
    })
    .map(({ name }) => name);
}

function placesWithVotes({ places, dates }: RateIndex, ofPayers: readonly RowVotes[]): readonly PlaceCode[] {
  return places.filter((_, place) => {
    const [from, to] = [place * dates.length, (place + 1) * dates.length];
    return ofPayers.some(({ tally }) => tally.ofFile.subarray(from, to).some((votes) => votes > 0));
  });
}

const remembered = new WeakMap<readonly Provider[], number>();

/** How many places a release's providers are in; the list is the same for all of its tables. */
function statesOf(providers: readonly Provider[]): number {
  const known = remembered.get(providers) ?? new Set(providers.map(({ place }) => place)).size;
  remembered.set(providers, known);
  return known;
}

/**
 * The row a page leads with: BUCA; in a line that has none the payer with the most votes, of equals the first. All other payers
 * together lead only where no payer by name has enough votes for percentiles. Undefined when no payer has a row.
 */
export function leadingRow<Row extends Pick<BenchmarkRow, 'id' | 'n'>>({
  rows,
}: {
  readonly rows: readonly Row[];
}): Row | undefined {
  const [first] = rows;
  if (first?.id === 'buca') return first;
  const named = rows.filter(({ id, n }) => id !== 'other' && n >= minimumVotes);
  const [most] = (named.length > 0 ? named : rows).toSorted((a, b) => b.n - a.n);
  return most;
}

/** The row whose votes are told first: the leading one, or where it has none the first that has any; undefined when none has. */
export function leadingVotes<Row extends Pick<BenchmarkRow, 'id' | 'n'>>({
  rows,
}: {
  readonly rows: readonly Row[];
}): Row | undefined {
  const leading = leadingRow({ rows });
  return leading && leading.n > 0 ? leading : rows.find(({ n }) => n > 0);
}
