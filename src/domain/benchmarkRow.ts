import { countedList, memberAt, type SortedList, sumOfList } from '../stats/countedList.ts';
import { type Fences, fencesOfSorted } from '../stats/fences.ts';
import { type Summary, summarizeSorted } from '../stats/summary.ts';
import { type Absent, absent, type Cell, present } from './cell.ts';
import { type Grade, gradeOf, isFirm } from './grade.ts';
import type { MedicareOfVotes } from './medicareOfVotes.ts';
import { minimumVotes } from './minimumVotes.ts';
import type { PayerId } from './payer.ts';
import { flagBits, flagNames, type PlausibilityFlag } from './plausibility.ts';
import { flagBit, type RateTable } from './rateTable.ts';
import type { Basis, Scope } from './scope.ts';
import { sortedVotes } from './sortedVotes.ts';
import { type Vote, type VoteColumns, voteAt } from './votes.ts';

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
  /** Votes counted: one per provider and payer, or one per rate. A class of 20 providers has 20. */
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
  /** The amounts of the votes, ascending, where they are too few for percentiles; empty otherwise. */
  readonly fewAmounts: readonly number[];
  /** How many flagged votes the scope leaves out. */
  readonly flaggedOutVotes: number;
  /** The votes counted. Made when first asked for: a nation's row may have tens of thousands. */
  readonly votes: readonly JudgedVote[];
  /** Flagged votes that the scope leaves out; empty when it counts them. */
  readonly flaggedOut: readonly JudgedVote[];
}

/** Everything the rows of one benchmark share. */
export interface RowInput {
  readonly table: RateTable;
  readonly scope: Scope;
  readonly votes: VoteColumns;
  readonly medicare: MedicareOfVotes;
}

const aboveGross = flagBit('above_gross');

/** The row over the votes from one up to another. */
export function benchmarkRow(
  id: BenchmarkRow['id'],
  name: string,
  input: RowInput,
  from: number,
  to: number,
): BenchmarkRow {
  const { scope, votes } = input;
  const amountsOf = (chosen: Uint32Array) => {
    const amounts = Float64Array.from(chosen, (vote) => votes.amount[vote] as number);
    const { weights } = votes;
    return sortedVotes(amounts, weights && chosen.map((vote) => weights[vote] as number));
  };
  const all = sortedVotes(votes.amount.subarray(from, to), votes.weights?.subarray(from, to) ?? null);
  const fences = all.length < minimumVotes ? undefined : fencesOfSorted(all);
  const { counted, out } = split(input, from, to, fences);
  const amounts = out.length === 0 ? all : amountsOf(counted);
  const n = amounts.length;
  const facts = { n, ...factsOf(input, counted) };
  let madeVotes: readonly JudgedVote[] | undefined;
  let madeOut: readonly JudgedVote[] | undefined;
  return {
    id,
    name,
    n,
    providers: facts.providers,
    rates: facts.rates,
    ...measures(id, amounts, scope),
    ...percentOfMedicare(input, counted),
    grade: gradeOf(facts),
    flaggedOutVotes: all.length - n,
    get votes() {
      madeVotes ??= judgedVotes(input, counted, fences);
      return madeVotes;
    },
    get flaggedOut() {
      madeOut ??= judgedVotes(input, out, fences);
      return madeOut;
    },
  };
}

/** The votes that count and the flagged ones that the scope leaves out. */
function split(input: RowInput, from: number, to: number, fences: Fences | undefined) {
  const every = range(from, to);
  if (input.scope.outliers === 'in') return { counted: every, out: none };
  const isFlagged = (vote: number) => flagsAt(input, vote, fences) !== 0;
  return { counted: every.filter((vote) => !isFlagged(vote)), out: every.filter(isFlagged) };
}

const none = new Uint32Array();

function range(from: number, to: number): Uint32Array {
  const list = new Uint32Array(to - from);
  for (let index = 0; index < list.length; index++) list[index] = from + index;
  return list;
}

function flagsAt({ table, votes, medicare }: RowInput, vote: number, fences: Fences | undefined): number {
  let isAboveGross = false;
  for (let index = votes.starts[vote] as number; index < (votes.starts[vote + 1] as number); index++) {
    if (((table.flags[votes.rows[index] as number] as number) & aboveGross) !== 0) isAboveGross = true;
  }
  return flagBits(votes.amount[vote] as number, medicare.amounts[vote] as number, fences, isAboveGross);
}

function judgedVotes(
  input: RowInput,
  chosen: Uint32Array,
  fences: Fences | undefined,
): readonly JudgedVote[] {
  const { table, votes, medicare } = input;
  return Array.from(chosen, (index) => ({
    ...voteAt(table, votes, index),
    medicare: medicare.cellOf(index),
    flags: flagNames(flagsAt(input, index, fences)),
  }));
}

interface Standing {
  /** 1 for a methodology that counts as firm. */
  readonly firmAs: Uint8Array;
  /** Of each source. */
  readonly years: Uint16Array;
}

const remembered = new WeakMap<RateTable, Standing>();

/** What the methodologies and sources of a table count as in a grade; worked out once per table. */
function standingOf(table: RateTable): Standing {
  const known = remembered.get(table);
  if (known) return known;
  const standing = {
    firmAs: Uint8Array.from(table.methodologies, (published) => (isFirm(published) ? 1 : 0)),
    years: Uint16Array.from(table.sources, (source) => source.year),
  };
  remembered.set(table, standing);
  return standing;
}

/** What the grade is judged by, and the counts a row prints. */
function factsOf({ table, votes }: RowInput, counted: Uint32Array) {
  const { firmAs, years } = standingOf(table);
  const votesOf = new Uint32Array(table.providers.length);
  let providers = 0;
  let largestProvider = 0;
  const { weights } = votes;
  let rates = 0;
  let firmRates = 0;
  let firstYear = Number.POSITIVE_INFINITY;
  let lastYear = 0;
  for (let position = 0; position < counted.length; position++) {
    const vote = counted[position] as number;
    const provider = votes.provider[vote] as number;
    const own = (votesOf[provider] as number) + 1;
    const weight = weights === null ? 1 : (weights[vote] as number);
    votesOf[provider] = own;
    if (own === 1) providers += weight;
    // A class is many providers: each of them casts as many votes as the class is named.
    if (own > largestProvider) largestProvider = own;
    const year = years[votes.source[vote] as number] as number;
    if (year > lastYear) lastYear = year;
    if (year > 0 && year < firstYear) firstYear = year;
    const end = votes.starts[vote + 1] as number;
    for (let index = votes.starts[vote] as number; index < end; index++) {
      rates += weight;
      firmRates += weight * (firmAs[table.methodology[votes.rows[index] as number] as number] as number);
    }
  }
  return { providers, largestProvider, rates, firmRates, firstYear: Math.min(firstYear, lastYear), lastYear };
}

function measures(id: BenchmarkRow['id'], amounts: SortedList, { basis, definition }: Scope) {
  const gap = percentileGap(id, amounts.length, basis);
  if (gap) {
    const meanCell = amounts.length === 0 ? gap : present(sumOfList(amounts) / amounts.length);
    const fewAmounts = Array.from({ length: amounts.length }, (_, rank) => memberAt(amounts, rank));
    return { mean: meanCell, p25: gap, median: gap, p75: gap, spread: gap, summary: undefined, fewAmounts };
  }
  const summary = summarizeSorted(amounts, definition);
  return {
    mean: present(summary.mean),
    p25: present(summary.p25),
    median: present(summary.median),
    p75: present(summary.p75),
    spread: present(summary.spread),
    summary,
    fewAmounts: [],
  };
}

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

/** Added up by Medicare amount, not vote by vote: a class of providers comes to the same bits as its members. */
function percentOfMedicare(
  { votes, medicare }: RowInput,
  counted: Uint32Array,
): { percentOfMedicare: Cell; comparedVotes: number } {
  const { weights } = votes;
  const countOf = new Float64Array(medicare.byKey.length);
  let paid = 0;
  let comparedVotes = 0;
  for (let position = 0; position < counted.length; position++) {
    const vote = counted[position] as number;
    if (Number.isNaN(medicare.amounts[vote])) continue;
    const weight = weights === null ? 1 : (weights[vote] as number);
    const key = medicare.keyOf(vote);
    countOf[key] = (countOf[key] as number) + weight;
    paid += weight * (votes.amount[vote] as number);
    comparedVotes += weight;
  }
  if (comparedVotes === 0) {
    const first = counted[0];
    const reason = first === undefined ? absent('not-in-input') : medicare.cellOf(first);
    return { percentOfMedicare: reason, comparedVotes };
  }
  const isMet = (_: number, key: number) => countOf[key] !== 0;
  const base = sumOfList(countedList(medicare.byKey.filter(isMet), countOf.filter(isMet)));
  return { percentOfMedicare: present(paid / base), comparedVotes };
}
