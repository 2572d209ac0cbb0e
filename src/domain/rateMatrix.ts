import type { SortedList } from '../stats/countedList.ts';
import { percentileRank } from '../stats/percentileRank.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';
import { absent, type Cell, present, valueOf } from './cell.ts';
import { isWholeService } from './contract.ts';
import { weightOf } from './contractIndex.ts';
import { type LinePosition, quotient, rankIn } from './contractPosition.ts';
import { groupBy } from './groupBy.ts';
import type { PlaceCode } from './place.ts';
import { amountsOf } from './sortedVotes.ts';
import type { StateMarket } from './stateMarket.ts';

/** One payer and code. Amounts are unrounded cents for one unit. */
export interface MatrixCell {
  /** A rate of a contract, or the median of a payer's published rates. */
  readonly amount: Cell;
  readonly ofMedicare: Cell;
  /** P25, median and P75 of the market the amount is laid beside. */
  readonly market: readonly [Cell, Cell, Cell];
  readonly rank: Cell;
  /** Votes behind the number: of the market beside a contract's rate, of the payer itself where rates are published. */
  readonly n: number;
  /** The contract's lines in it; empty for published rates. */
  readonly positions: readonly LinePosition[];
}

export interface MatrixPayer {
  readonly id: string;
  readonly name: string;
}

/** Payers × codes. */
export interface RateMatrix {
  readonly codes: readonly string[];
  readonly payers: readonly MatrixPayer[];
  cell(code: string, payerId: string): MatrixCell;
}

const noCell = absent('not-in-input');
const nothing = emptyCell(noCell);

/**
 * A contract as payers × codes, most revenue first (the file's order where it states no volumes).
 * Several lines of one payer and code (other sites, say) are one mean by volume, and their share of Medicare is a
 * ratio of sums; lines with a modifier or of another state are not the same service and have a name instead.
 *
 * @param place the desk's state.
 */
export function contractMatrix(
  positions: readonly LinePosition[],
  place: PlaceCode,
  weighted: boolean,
): RateMatrix {
  const known = new Map<string, MatrixCell>();
  for (const [key, group] of groupBy(positions, ({ line }) => keyOf(line.code, line.payer))) {
    known.set(key, contractCell(group, place, weighted));
  }
  return {
    codes: byRevenue(positions, ({ line }) => line.code),
    payers: byRevenue(positions, ({ line }) => line.payer).map((payer) => ({ id: payer, name: payer })),
    cell: (code, payer) => known.get(keyOf(code, payer)) ?? nothing,
  };
}

/**
 * A market as payers × codes: medians of published rates, BUCA first. Each payer is held against BUCA's pooled votes;
 * BUCA itself has nothing to be held against.
 */
export function publishedMatrix(
  codes: readonly string[],
  market: Pick<StateMarket, 'rowsOf' | 'gapOf'>,
): RateMatrix {
  const names = new Map<string, string>();
  const cells = new Map<string, MatrixCell>();
  for (const code of codes) {
    const rows = market.rowsOf(code);
    const pool = rows.find(({ id }) => id === 'buca');
    const votes = pool?.median.kind === 'value' ? amountsOf(pool.votes) : null;
    for (const row of rows) {
      if (row.n === 0) continue;
      names.set(row.id, row.name);
      cells.set(keyOf(code, row.id), publishedCell(row, pool, votes));
    }
  }
  const ids = [...names].map(([id, name]) => ({ id, name }));
  return {
    codes,
    payers: ids,
    cell: (code, payer) => cells.get(keyOf(code, payer)) ?? emptyCell(market.gapOf(code, payer)),
  };
}

function publishedCell(
  row: BenchmarkRow,
  pool: BenchmarkRow | undefined,
  votes: SortedList | null,
): MatrixCell {
  const amount = row.median;
  const isPool = row.id === 'buca';
  const gap = isPool ? absent('not-comparable', 'the pool itself') : undefined;
  const beside = (cell: Cell | undefined): Cell => gap ?? cell ?? noCell;
  return {
    amount,
    // A ratio of one or two votes is those votes: it keeps the median's own reason.
    ofMedicare: amount.kind === 'absent' ? amount : row.percentOfMedicare,
    market: [beside(pool?.p25), beside(pool?.median), beside(pool?.p75)],
    rank:
      amount.kind === 'absent'
        ? amount
        : (gap ?? (votes ? present(percentileRank(votes, amount.value)) : beside(pool?.median))),
    n: row.n,
    positions: [],
  };
}

/** A cell with nothing in it, each part of which says why. */
function emptyCell(gap: Cell): MatrixCell {
  return { amount: gap, ofMedicare: gap, market: [gap, gap, gap], rank: gap, n: 0, positions: [] };
}

function contractCell(group: readonly LinePosition[], place: PlaceCode, weighted: boolean): MatrixCell {
  const same = sameService(group, place);
  const [first] = same;
  if (!first) {
    const modifiers = new Set(group.map(({ line }) => line.modifier || line.place));
    const gap = absent('not-comparable', `only ${[...modifiers].join(', ').replaceAll('|', '-')}`);
    return { ...emptyCell(gap), positions: group };
  }
  const { p25, median, p75, market } = first;
  const amount = linesMean(same, 'own', weighted);
  return {
    amount,
    ofMedicare: quotient(amount, linesMean(same, 'medicare', weighted)),
    market: [p25, median, p75],
    rank: market ? rankIn(market, amount) : first.rank,
    n: market?.votes.length ?? 0,
    positions: same,
  };
}

/** The lines of the service at full price in the state: what one number can be made of. */
export function sameService(positions: readonly LinePosition[], place: PlaceCode): readonly LinePosition[] {
  return positions.filter(({ line }) => isWholeService(line, place));
}

/** Σ weight × amount ÷ Σ weight over at least one line; each line alike where none of them has a volume. */
export function linesMean(same: readonly LinePosition[], of: 'own' | 'medicare', weighted: boolean): Cell {
  const gap = same.map((position) => position[of]).find((cell) => cell.kind === 'absent');
  if (gap) return gap;
  const total = same.reduce((sum, position) => sum + weightOf(position, weighted), 0);
  const weight = (position: LinePosition) =>
    total > 0 ? weightOf(position, weighted) / total : 1 / same.length;
  return present(
    same.reduce((sum, position) => sum + weight(position) * (valueOf(position[of]) as number), 0),
  );
}

function byRevenue(
  positions: readonly LinePosition[],
  keyOfPosition: (position: LinePosition) => string,
): readonly string[] {
  const revenue = new Map<string, number>();
  for (const position of positions) {
    const key = keyOfPosition(position);
    const amount = (position.line.units ?? 0) * (valueOf(position.own) ?? 0);
    revenue.set(key, (revenue.get(key) ?? 0) + amount);
  }
  return [...revenue].sort(([, a], [, b]) => b - a).map(([key]) => key);
}

function keyOf(code: string, payer: string): string {
  return `${code} ${payer}`;
}
