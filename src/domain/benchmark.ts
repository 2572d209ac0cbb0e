import { type BenchmarkRow, benchmarkRow } from './benchmarkRow.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { medicareOfVotes, placesOf } from './medicareOfVotes.ts';
import { payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import { type RateSelection, selectRates } from './rateSelection.ts';
import type { RateTable } from './rateTable.ts';
import type { Scope } from './scope.ts';
import { castVotes, type VoteColumns } from './votes.ts';

export type { BenchmarkRow } from './benchmarkRow.ts';

export interface Benchmark {
  readonly code: string;
  /** null = the nation: a pool of the places that have published files. */
  readonly place: PlaceCode | null;
  readonly scope: Scope;
  /** BUCA first in the commercial line, its payers always there, absent or not; then payers in table order. */
  readonly rows: readonly BenchmarkRow[];
  /** Names of the BUCA payers with votes. */
  readonly bucaPresent: readonly string[];
  /** Places with votes, in postal-code order. */
  readonly places: readonly PlaceCode[];
  /** Distinct providers with votes, each of a class counted. */
  readonly providers: number;
  /** Places with any provider in the input, whatever the code: how far a national pool reaches at most. */
  readonly releaseStates: number;
  /** Published files with counted rates, and the years they span; null when none. */
  readonly files: { readonly count: number; readonly firstYear: number; readonly lastYear: number } | null;
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
  const selection = selectRates(table, scope, place);
  const votes = castVotes(table, selection.rows, scope.basis);
  const input = { table, scope, votes, medicare: medicareOfVotes(table, votes, scope.site, schedule) };
  const startOf = (index: number) => votes.payerStarts[index] as number;

  // BUCA is a word for commercial plans; in the other lines the four are not one market.
  const hasBuca = scope.line === 'Commercial';
  const rows: BenchmarkRow[] = [];
  // The four come first in the table of payers, so their pooled votes are one run of the list.
  if (hasBuca) rows.push(benchmarkRow('buca', 'BUCA', input, 0, startOf(bucaPayers.length)));
  payers.forEach(({ id, name }, index) => {
    const hasVotes = startOf(index) < startOf(index + 1);
    if (hasVotes || (hasBuca && index < bucaPayers.length)) {
      rows.push(benchmarkRow(id, name, input, startOf(index), startOf(index + 1)));
    }
  });
  return {
    code: table.code,
    place,
    scope,
    rows,
    bucaPresent: hasBuca
      ? bucaPayers.filter((_, index) => startOf(index) < startOf(index + 1)).map(({ name }) => name)
      : [],
    ...reachOf(table, votes),
    releaseStates: placesOf(table.providers).places.length,
    files: filesOf(table, selection.rows),
    selection,
  };
}

const bucaPayers = payers.filter((payer) => payer.inBuca);

/** The places with votes, and how many providers cast them. */
function reachOf(table: RateTable, votes: VoteColumns): Pick<Benchmark, 'places' | 'providers'> {
  const { placeOf, places } = placesOf(table.providers);
  const isProvider = new Uint8Array(table.providers.length);
  const isPlace = new Uint8Array(places.length);
  for (let vote = 0; vote < votes.length; vote++) {
    const provider = votes.provider[vote] as number;
    isProvider[provider] = 1;
    isPlace[placeOf[provider] as number] = 1;
  }
  return {
    places: places.filter((_, index) => isPlace[index] === 1).sort(),
    providers: isProvider.reduce(
      (total, each, provider) => total + each * (table.counts?.[provider] ?? 1),
      0,
    ),
  };
}

/** The row a page leads with: BUCA, or the first payer in a line that has none; undefined when no payer has a row. */
export function leadingRow<Row>({ rows }: { readonly rows: readonly Row[] }): Row | undefined {
  return rows[0];
}

function filesOf(table: RateTable, rows: Uint32Array): Benchmark['files'] {
  const isUsed = new Uint8Array(table.sources.length);
  for (let index = 0; index < rows.length; index++) isUsed[table.source[rows[index] as number] as number] = 1;
  const years = table.sources.filter((_, index) => isUsed[index] === 1).map(({ year }) => year);
  if (years.length === 0) return null;
  return { count: years.length, firstYear: Math.min(...years), lastYear: Math.max(...years) };
}
