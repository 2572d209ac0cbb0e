import type { SortedList } from '../stats/countedList.ts';
import { benchmark } from './benchmark.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';
import { absent, type Cell, present } from './cell.ts';
import type { ContractLine } from './contract.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { noVotesOf } from './payerPlaces.ts';
import type { PlaceCode } from './place.ts';
import { rateIndex } from './rateIndex.ts';
import type { RateSource, RateTable } from './rateTable.ts';
import { defaultScope, type Site } from './scope.ts';
import { amountsOf, votesIn } from './sortedVotes.ts';

/** Whose published rates a contract is held against. */
export const marketPools = ['payer', 'buca'] as const;
export type MarketPool = (typeof marketPools)[number];

export interface MarketRow {
  readonly row: BenchmarkRow;
  /** Its votes in ascending order, cents. */
  readonly votes: SortedList;
  /** How many of them stand in hospitals' own files. */
  readonly hospitals: number;
}

/** Rows that hold the rates of many companies: no line held against one is held against its own payer's alone. */
export const manyPayers: ReadonlySet<MarketRow['row']['id']> = new Set([
  'other',
  'medicare-advantage',
  'medicaid',
  'workers-comp',
] as const);

/** The market of a line, or why there is no vote in it. */
export type ContractMarket = (line: Pick<ContractLine, 'code' | 'market' | 'planLine'>) => Cell<MarketRow>;

export interface ContractMarketInput {
  /** Published rates by code. */
  readonly tables: ReadonlyMap<string, RateTable>;
  /** null = the pool of all places. */
  readonly place: PlaceCode | null;
  readonly site: Site;
  readonly pool: MarketPool;
  readonly schedule: FeeSchedule;
}

/**
 * The rows of benchmarks a contract's lines are held against: the same payer's published rates in the same line of
 * business, or BUCA for a commercial line. One vote per provider and payer, as on the pages of codes.
 */
export function contractMarket(input: ContractMarketInput): ContractMarket {
  const { tables, place, site, pool, schedule } = input;
  const known = new Map<string, Cell<MarketRow>>();
  return ({ code, market, planLine }) => {
    const id = pool === 'buca' && planLine === 'Commercial' ? 'buca' : market;
    const table = tables.get(code);
    if (!table) return absent('not-in-input');
    const key = `${code} ${id} ${planLine}`;
    let cell = known.get(key);
    if (!cell) {
      const { rows } = benchmark(table, { ...defaultScope, site, line: planLine }, place, schedule);
      const row = rows.find((each) => each.id === id && each.n > 0);
      cell = row
        ? present({ row, votes: amountsOf(row.votes), hospitals: hospitalVotes(row, table) })
        : noVotesOf(id, rateIndex(table), place);
      known.set(key, cell);
    }
    return cell;
  };
}

/** How many of a row's votes stand in hospitals' own files. */
export function hospitalVotes({ votes }: BenchmarkRow, table: RateTable): number {
  const isHospital = (rate: number) =>
    (table.sources[table.source[rate] as number] as RateSource).kind === 'hospital';
  return votesIn(votes.filter(({ rows }) => rows.some(isHospital)));
}
