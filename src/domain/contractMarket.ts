import type { SortedList } from '../stats/countedList.ts';
import { benchmark } from './benchmark.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';
import type { ContractLine } from './contract.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import type { PlaceCode } from './place.ts';
import type { RateTable } from './rateTable.ts';
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

/** The market of a line, or undefined where the published files hold no vote at all. */
export type ContractMarket = (
  line: Pick<ContractLine, 'code' | 'market' | 'planLine'>,
) => MarketRow | undefined;

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
  const known = new Map<string, MarketRow | undefined>();
  return ({ code, market, planLine }) => {
    const id = pool === 'buca' && planLine === 'Commercial' ? 'buca' : market;
    const key = `${code} ${id} ${planLine}`;
    if (known.has(key)) return known.get(key);
    const table = tables.get(code);
    const rows = table
      ? benchmark(table, { ...defaultScope, site, line: planLine }, place, schedule).rows
      : [];
    const row = rows.find((each) => each.id === id);
    const found = table && row && row.n > 0 ? marketRow(row, table) : undefined;
    known.set(key, found);
    return found;
  };
}

function marketRow(row: BenchmarkRow, table: RateTable): MarketRow {
  const isHospital = (rate: number) => table.sources[table.source[rate] as number]?.kind === 'hospital';
  return {
    row,
    votes: amountsOf(row.votes),
    hospitals: votesIn(row.votes.filter(({ rows }) => rows.some(isHospital))),
  };
}
