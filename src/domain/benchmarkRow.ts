import type { RankedList } from '../stats/countedList.ts';
import { type Fences, fencesOfSorted } from '../stats/fences.ts';
import { quantileSorted } from '../stats/quantile.ts';
import { type Absent, absent, type Cell, present } from './cell.ts';
import { aboveGross, type FlagInput, type PartedVotes, partedVotes } from './flaggedVotes.ts';
import { type Grade, gradeOf } from './grade.ts';
import { medicareOfVotes } from './medicareOfVotes.ts';
import { minimumVotes, tooFew } from './minimumVotes.ts';
import type { PayerId } from './payer.ts';
import { noVotesOf } from './payerPlaces.ts';
import type { PlaceCode } from './place.ts';
import { flagBits, flagNames, type PlausibilityFlag } from './plausibility.ts';
import { rankedVotes } from './rankedVotes.ts';
import type { RowVotes } from './rowVotes.ts';
import type { Scope } from './scope.ts';
import { chosenVotes, rowsOfVote, type VoteColumns, weightsOfVotes } from './voteColumns.ts';
import { voteNoun } from './voteNoun.ts';
import { type Vote, voteAt } from './votes.ts';
import { rateCountsOf, tallyOf, type VoteTally, yearsOf } from './voteTally.ts';

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
  /** The amounts of the votes, ascending, where they are too few for percentiles; empty otherwise. */
  readonly fewAmounts: readonly number[];
  /** How many flagged votes the scope leaves out. */
  readonly flaggedOutVotes: number;
  /** Where they stand among the votes cast; empty when the scope counts them. */
  readonly flaggedOutAt: Uint32Array;
  /** The votes counted. Made when first asked for: a nation's row may have tens of thousands. */
  readonly votes: readonly JudgedVote[];
  /** Flagged votes that the scope leaves out; empty when it counts them. */
  readonly flaggedOut: readonly JudgedVote[];
}

/** Everything the rows of one benchmark share. */
export interface RowInput extends FlagInput {
  readonly place: PlaceCode | null;
  /** The same to keep, cast again when single votes are first asked for. */
  readonly kept: () => VoteColumns;
}

/** A row over its votes, but for the flagged ones where the scope leaves them out. */
export function benchmarkRow(
  id: BenchmarkRow['id'],
  name: string,
  input: RowInput,
  every: RowVotes,
): BenchmarkRow {
  const { index, scope } = input;
  let known: { readonly fences: Fences | undefined } | undefined;
  // Needed for flags alone, so most figures do without.
  const fences = () => {
    known ??= { fences: every.amounts.length < minimumVotes ? undefined : fencesOfSorted(every.amounts) };
    return known.fences;
  };
  const parted = scope.outliers === 'out' ? partedVotes(input, every, fences()) : noneFlagged;
  const out = parted.flagged;
  const counted = out.length === 0 ? null : parted.counted;
  const { amounts, tally } = counted ? withoutFlagged(input, every, parted) : every;
  const flaggedOutVotes = every.tally.n - tally.n;
  let votes: readonly JudgedVote[] | undefined;
  let flaggedOut: readonly JudgedVote[] | undefined;
  return {
    id,
    name,
    n: tally.n,
    providers: tally.providers,
    rates: tally.rates,
    ...(tally.n === 0
      ? nothing(
          flaggedOutVotes === 0
            ? noVotesOf(id, index, input.place)
            : // The input has them, and the scope; it is the reader's choice that none counts.
              absent('too-few', `no ${voteNoun(id, scope.basis)} left, ${flaggedOutVotes} flagged`),
        )
      : {
          ...measures(id, amounts, tally, scope),
          ...percentOfMedicare(input, tally, counted ?? every),
        }),
    grade: gradeOf({ ...tally, ...yearsOf(index, tally) }),
    flaggedOutVotes,
    flaggedOutAt: out,
    get votes() {
      votes ??= judgedVotes(input, counted ?? range(every.from, every.to), fences());
      return votes;
    },
    get flaggedOut() {
      flaggedOut ??= judgedVotes(input, out, fences());
      return flaggedOut;
    },
  };
}

function range(from: number, to: number): Uint32Array {
  const list = new Uint32Array(to - from);
  for (let index = 0; index < list.length; index++) list[index] = from + index;
  return list;
}

/** The row of the votes that are left, as if no others had been cast. */
function withoutFlagged({ index, test, cast }: RowInput, every: RowVotes, { counted, flagged }: PartedVotes) {
  const votes = chosenVotes(cast, counted);
  const gone = rateCountsOf(index, test, chosenVotes(cast, flagged));
  const rates = { rates: every.tally.rates - gone.rates, firmRates: every.tally.firmRates - gone.firmRates };
  return {
    amounts: rankedVotes(votes.halves, weightsOfVotes(index, votes, 0, votes.length)),
    tally: tallyOf(index, votes, [0, votes.length], rates, false),
  };
}

const noneFlagged: PartedVotes = { counted: new Uint32Array(), flagged: new Uint32Array() };

function flagsAt(
  { table, index, scope, test, medicare }: RowInput,
  votes: VoteColumns,
  vote: number,
  fences: Fences | undefined,
): number {
  // Rates above the gross charge contradict their file: they count only where such rates do.
  const isAboveGross =
    scope.leftOutRows === 'in' &&
    rowsOfVote(index, votes, test, vote).some((row) => ((table.flags[row] as number) & aboveGross) !== 0);
  const amount = (votes.halves[vote] as number) / 2;
  return flagBits(amount, medicare.amountOf(votes.file[vote] as number), fences, isAboveGross);
}

function judgedVotes(
  input: RowInput,
  chosen: Uint32Array,
  fences: Fences | undefined,
): readonly JudgedVote[] {
  const { index, test, medicare } = input;
  const votes = input.kept();
  return Array.from(chosen, (vote) =>
    // Added to the vote and not copied with it: a copy would look up its rows.
    Object.assign(voteAt(index, votes, test, vote), {
      medicare: medicare.cellOf(votes.file[vote] as number),
      flags: flagNames(flagsAt(input, votes, vote, fences)),
    }),
  );
}

/** The cells of a row without votes. */
function nothing(gap: Absent) {
  return {
    mean: gap,
    p25: gap,
    median: gap,
    p75: gap,
    spread: gap,
    fewAmounts: [],
    percentOfMedicare: gap,
    comparedVotes: 0,
  };
}

function measures(
  id: BenchmarkRow['id'],
  amounts: RankedList,
  { n, halves }: VoteTally,
  { basis, definition }: Scope,
) {
  const mean = present(halves / 2 / n);
  if (n < minimumVotes) {
    const gap = tooFew(n, `${voteNoun(id, basis)}s`);
    const fewAmounts = Array.from({ length: n }, (_, rank) => amounts.member(rank));
    return { mean, p25: gap, median: gap, p75: gap, spread: gap, fewAmounts };
  }
  const quantile = (p: number) => quantileSorted(amounts, p, definition);
  const [p25, p75] = [quantile(0.25), quantile(0.75)];
  return {
    mean,
    p25: present(p25),
    median: present(quantile(0.5)),
    p75: present(p75),
    spread: present(p75 - p25),
    fewAmounts: [],
  };
}

function percentOfMedicare(
  input: RowInput,
  tally: VoteTally,
  counted: Uint32Array | { readonly from: number; readonly to: number },
): { readonly percentOfMedicare: Cell; readonly comparedVotes: number } {
  const { medicare, cast } = input;
  const { compared, sum } = medicareOfVotes(medicare, tally);
  if (compared === 0) {
    const first = counted instanceof Uint32Array ? (counted[0] as number) : counted.from;
    return { percentOfMedicare: medicare.cellOf(cast.file[first] as number), comparedVotes: 0 };
  }
  const list = () => (counted instanceof Uint32Array ? counted : range(counted.from, counted.to));
  const halves = compared === tally.n ? tally.halves : comparedHalves(input, list());
  return { percentOfMedicare: present(halves / 2 / sum), comparedVotes: compared };
}

/** Where some votes have nothing to compare with, they are in neither sum. */
function comparedHalves({ index, medicare, cast }: RowInput, counted: Uint32Array): number {
  const weights = weightsOfVotes(index, cast, 0, cast.length);
  let total = 0;
  for (const vote of counted) {
    if (Number.isNaN(medicare.amountOf(cast.file[vote] as number))) continue;
    total += (weights?.[vote] ?? 1) * (cast.halves[vote] as number);
  }
  return total;
}
