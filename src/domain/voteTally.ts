import type { RateCounts } from './castVotes.ts';
import { isFirm } from './grade.ts';
import type { FileDate, RateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import { endOfVote, type VoteColumns } from './voteColumns.ts';

/** Who votes come from. */
export interface Voters {
  /** Distinct providers. */
  readonly providers: number;
  /** Votes of the one provider with the most. Those of a class cast as many each as it has entries. */
  readonly largestProvider: number;
}

/** What votes come to besides their ranks. A class of providers counts as that many of everything. */
export interface VoteTally extends RateCounts, Voters {
  readonly n: number;
  /** Twice their sum; exact up to 2^53. */
  readonly halves: number;
  /** Votes by file (`RateIndex.file`). */
  readonly ofFile: Float64Array;
}

/**
 * The tally of the votes from one up to another.
 *
 * @param isOnePerProvider whether no provider has two of them, as with one payer
 */
export function tallyOf(
  index: RateIndex,
  votes: VoteColumns,
  [from, to]: readonly [number, number],
  rates: RateCounts,
  isOnePerProvider: boolean,
): VoteTally {
  const { counts, provider, places, dates } = index;
  const { halves, at, file } = votes;
  const ofFile = new Float64Array(places.length * dates.length);
  let n = to - from;
  let sum: number;
  if (counts === null) {
    sum = addUp(halves, file, from, to, ofFile);
  } else {
    sum = addUpWeighed(halves, file, at, provider, counts, from, to, ofFile);
    n = ofFile.reduce((total, weight) => total + weight, 0);
  }
  const who = isOnePerProvider
    ? { providers: n, largestProvider: Math.min(n, 1) }
    : votersUpTo(index, votes, from)(to);
  return { n, halves: sum, ofFile, ...rates, ...who };
}

/** The tally of all the votes of several tallies. */
export function addedTallies(tallies: readonly VoteTally[], who: Voters): VoteTally {
  const total = (of: (tally: VoteTally) => number) => tallies.reduce((sum, tally) => sum + of(tally), 0);
  const ofFile = new Float64Array(tallies[0]?.ofFile.length ?? 0);
  for (const tally of tallies) addTo(ofFile, tally.ofFile);
  return {
    n: total(({ n }) => n),
    halves: total(({ halves }) => halves),
    ofFile,
    rates: total(({ rates }) => rates),
    firmRates: total(({ firmRates }) => firmRates),
    ...who,
  };
}

// Each walk is a function that ends with it, as those of castVotes.

function addTo(sums: Float64Array, more: Float64Array): void {
  for (let file = 0; file < sums.length; file++) sums[file] = (sums[file] as number) + (more[file] as number);
}

// Sum and counts in one walk: each waits for what it added before, and so neither waits for the other.

function addUp(
  halves: VoteColumns['halves'],
  file: Uint32Array,
  from: number,
  to: number,
  ofFile: Float64Array,
): number {
  let sum = 0;
  for (let vote = from; vote < to; vote++) {
    const filed = file[vote] as number;
    ofFile[filed] = (ofFile[filed] as number) + 1;
    sum += halves[vote] as number;
  }
  return sum;
}

function addUpWeighed(
  halves: VoteColumns['halves'],
  file: Uint32Array,
  at: Uint32Array,
  provider: Uint32Array,
  counts: Uint32Array,
  from: number,
  to: number,
  ofFile: Float64Array,
): number {
  let sum = 0;
  for (let vote = from; vote < to; vote++) {
    const filed = file[vote] as number;
    const weight = counts[provider[at[vote] as number] as number] as number;
    ofFile[filed] = (ofFile[filed] as number) + weight;
    sum += weight * (halves[vote] as number);
  }
  return sum;
}

/** The rates behind some votes. */
export function rateCountsOf(index: RateIndex, { fails }: RateTest, votes: VoteColumns): RateCounts {
  const { counts, kind, kinds, provider } = index;
  const firm = Uint8Array.from(kinds, (each) => (isFirm(each) ? 1 : 0));
  let rates = 0;
  let firmRates = 0;
  for (let vote = 0; vote < votes.length; vote++) {
    const first = votes.at[vote] as number;
    const weight = counts === null ? 1 : (counts[provider[first] as number] as number);
    const end = endOfVote(index, votes, vote);
    for (let slot = first; slot < end; slot++) {
      const own = kind[slot] as number;
      if (fails[own] !== 0) continue;
      rates += weight;
      firmRates += weight * (firm[own] as number);
    }
  }
  return { rates, firmRates };
}

/** Years of the oldest and newest file behind the votes, of those that state one; 0 when none does. */
export function yearsOf(
  { dates }: RateIndex,
  { ofFile }: VoteTally,
): { readonly firstYear: number; readonly lastYear: number } {
  let firstYear = Number.POSITIVE_INFINITY;
  let lastYear = 0;
  for (let file = 0; file < ofFile.length; file++) {
    if (ofFile[file] === 0) continue;
    const { year } = dates[file % dates.length] as FileDate;
    if (year > lastYear) lastYear = year;
    if (year > 0 && year < firstYear) firstYear = year;
  }
  return { firstYear: Math.min(firstYear, lastYear), lastYear };
}

/**
 * Who cast the votes up to one, and then up to later ones: a provider may have cast several, so those of two runs of votes
 * do not add up.
 */
export function votersUpTo(
  { counts, provider, providers: all }: RateIndex,
  { at }: VoteColumns,
  first: number,
): (end: number) => Voters {
  const votesOf = new Uint32Array(all.length);
  let from = first;
  return (end) => {
    countByProvider(at, provider, from, end, votesOf);
    from = end;
    return {
      providers: counts === null ? countAny(votesOf) : weighAny(votesOf, counts),
      largestProvider: largestOf(votesOf),
    };
  };
}

function countByProvider(
  at: Uint32Array,
  provider: Uint32Array,
  from: number,
  to: number,
  votesOf: Uint32Array,
): void {
  for (let vote = from; vote < to; vote++) {
    const by = provider[at[vote] as number] as number;
    votesOf[by] = (votesOf[by] as number) + 1;
  }
}

function countAny(votesOf: Uint32Array): number {
  let providers = 0;
  for (let by = 0; by < votesOf.length; by++) providers += Math.min(votesOf[by] as number, 1);
  return providers;
}

function weighAny(votesOf: Uint32Array, counts: Uint32Array): number {
  let providers = 0;
  for (let by = 0; by < votesOf.length; by++) {
    providers += Math.min(votesOf[by] as number, 1) * (counts[by] as number);
  }
  return providers;
}

function largestOf(votesOf: Uint32Array): number {
  let largest = 0;
  for (let by = 0; by < votesOf.length; by++) largest = Math.max(largest, votesOf[by] as number);
  return largest;
}
