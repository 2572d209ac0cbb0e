import { mean } from '../stats/mean.ts';
import { ratioOfSums } from '../stats/ratio.ts';
import { type Summary, summarize } from '../stats/summary.ts';
import { type Absent, absent, type Cell, present } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { type Grade, gradeOf } from './grade.ts';
import { groupBy } from './groupBy.ts';
import { medicareComparison } from './medicareComparison.ts';
import { minimumVotes } from './minimumVotes.ts';
import { type PayerId, payerById, payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import { type PlausibilityFlag, plausibilityFlags } from './plausibility.ts';
import { type RateSelection, selectRates } from './rateSelection.ts';
import { flagBit, type RateTable } from './rateTable.ts';
import type { Basis, Scope } from './scope.ts';
import { castVotes, type Vote } from './votes.ts';

/** A vote with what it is compared with and what speaks against it. */
export interface JudgedVote extends Vote {
  /** The Medicare amount of the same code, state and year; unrounded cents. */
  readonly medicare: Cell;
  /** Why the vote is worth a second look among the votes of its row. */
  readonly flags: readonly PlausibilityFlag[];
}

/** What one payer (or BUCA, pooled) pays in one place. Amounts are unrounded cents. It never loses its n. */
export interface BenchmarkRow {
  readonly id: 'buca' | PayerId;
  readonly name: string;
  /** Votes counted: one per provider and payer, or one per rate. */
  readonly n: number;
  /** Distinct providers behind the votes; less than n in a pooled row. */
  readonly providers: number;
  readonly rates: number;
  readonly mean: Cell;
  readonly p25: Cell;
  readonly median: Cell;
  readonly p75: Cell;
  /** P75 − P25. */
  readonly spread: Cell;
  /** Σ votes ÷ Σ Medicare amounts of the same code, state and year; a fraction. */
  readonly percentOfMedicare: Cell;
  /** Votes that had a Medicare amount to compare with. */
  readonly comparedVotes: number;
  readonly grade: Grade;
  readonly summary: Summary | undefined;
  /** The votes counted. */
  readonly votes: readonly JudgedVote[];
  /** Flagged votes that the scope leaves out; empty when it counts them. */
  readonly flaggedOut: readonly JudgedVote[];
}

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
  /** Distinct providers with votes. */
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
  const byPayer = groupBy(votes, (vote) => vote.payer);
  const row = (id: BenchmarkRow['id'], name: string, own: readonly Vote[]) =>
    benchmarkRow(id, name, own, table, scope, schedule);

  // BUCA is a word for commercial plans; in the other lines the four are not one market.
  const hasBuca = scope.line === 'Commercial';
  const bucaPayers = hasBuca ? payers.filter((payer) => payer.inBuca) : [];
  const rows: BenchmarkRow[] = [];
  if (hasBuca) {
    const pooled = votes.filter((vote) => payerById(vote.payer).inBuca);
    rows.push(row('buca', 'BUCA', pooled));
  }
  for (const payer of payers) {
    const own = byPayer.get(payer.id) ?? [];
    if (own.length > 0 || bucaPayers.includes(payer)) rows.push(row(payer.id, payer.name, own));
  }
  return {
    code: table.code,
    place,
    scope,
    rows,
    bucaPresent: bucaPayers.filter((payer) => byPayer.has(payer.id)).map((payer) => payer.name),
    places: [...new Set(votes.map((vote) => vote.place))].sort(),
    providers: new Set(votes.map((vote) => vote.provider)).size,
    releaseStates: new Set(table.providers.map((provider) => provider.place)).size,
    files: filesOf(table, selection.rows),
    selection,
  };
}

/** The row a page leads with: BUCA, or the first payer in a line that has none; undefined when no payer has a row. */
export function leadingRow({ rows }: Benchmark): BenchmarkRow | undefined {
  return rows[0];
}

function filesOf(table: RateTable, rows: Uint32Array): Benchmark['files'] {
  const used = new Set<number>();
  for (const row of rows) used.add(table.source[row] as number);
  if (used.size === 0) return null;
  const years = [...used].map((source) => table.sources[source]?.year ?? 0);
  return { count: used.size, firstYear: Math.min(...years), lastYear: Math.max(...years) };
}

function benchmarkRow(
  id: BenchmarkRow['id'],
  name: string,
  cast: readonly Vote[],
  table: RateTable,
  scope: Scope,
  schedule: FeeSchedule,
): BenchmarkRow {
  const judged = judge(cast, table, scope, schedule);
  const isLeftOut = (vote: JudgedVote) => scope.outliers === 'out' && vote.flags.length > 0;
  const votes = judged.filter((vote) => !isLeftOut(vote));
  const counts = {
    id,
    name,
    n: votes.length,
    providers: new Set(votes.map((vote) => vote.provider)).size,
    rates: votes.reduce((total, vote) => total + vote.rates, 0),
    grade: gradeOf(votes, table),
    votes,
    flaggedOut: judged.filter(isLeftOut),
  };
  const gap = percentileGap(id, votes.length, scope.basis);
  if (gap) {
    const summary = undefined;
    const meanCell = votes.length === 0 ? gap : present(mean(votes.map((vote) => vote.amount)));
    const compared = percentOfMedicare(votes);
    return { ...counts, mean: meanCell, p25: gap, median: gap, p75: gap, spread: gap, ...compared, summary };
  }
  const summary = summarize(
    votes.map((vote) => vote.amount),
    scope.definition,
  );
  return {
    ...counts,
    mean: present(summary.mean),
    p25: present(summary.p25),
    median: present(summary.median),
    p75: present(summary.p75),
    spread: present(summary.spread),
    ...percentOfMedicare(votes),
    summary,
  };
}

function judge(
  votes: readonly Vote[],
  table: RateTable,
  scope: Scope,
  schedule: FeeSchedule,
): readonly JudgedVote[] {
  const compared = votes.map((vote) => ({
    ...vote,
    medicare: medicareComparison(table.code, vote, scope.site, schedule),
    aboveGross: vote.rows.some((row) => ((table.flags[row] as number) & aboveGross) !== 0),
  }));
  const flags = plausibilityFlags(compared);
  return compared.map((vote, index) => ({ ...vote, flags: flags[index] ?? [] }));
}

const aboveGross = flagBit('above_gross');

/**
 * Why a row has no percentiles, or undefined when it has. "fewer than 5 providers" counts providers only where one
 * vote is one provider; a pool and a basis of rates say so.
 */
function percentileGap(id: BenchmarkRow['id'], n: number, basis: Basis): Absent | undefined {
  if (n === 0) return absent('not-in-input');
  if (n >= minimumVotes) return undefined;
  const noun = basis === 'rates' ? 'rates' : id === 'buca' ? 'votes' : 'providers';
  return absent('too-few', `fewer than ${minimumVotes} ${noun} (${n})`);
}

function percentOfMedicare(votes: readonly JudgedVote[]): { percentOfMedicare: Cell; comparedVotes: number } {
  const numerators: number[] = [];
  const denominators: number[] = [];
  let reason: Absent | undefined;
  for (const { amount, medicare } of votes) {
    if (medicare.kind === 'value') {
      numerators.push(amount);
      denominators.push(medicare.value);
    } else {
      reason ??= medicare;
    }
  }
  if (numerators.length === 0) {
    return { percentOfMedicare: reason ?? absent('not-in-input'), comparedVotes: 0 };
  }
  return {
    percentOfMedicare: present(ratioOfSums(numerators, denominators)),
    comparedVotes: numerators.length,
  };
}
