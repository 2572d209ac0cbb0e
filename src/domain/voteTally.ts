import type { RateCounts } from './castVotes.ts';
import { isFirm } from './grade.ts';
import type { RateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import { rowsOfVote, type VoteColumns } from './voteColumns.ts';

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
  let sum = 0;
  if (counts === null) {
    for (let vote = from; vote < to; vote++) sum += halves[vote] as number;
    for (let vote = from; vote < to; vote++) {
      const filed = file[vote] as number;
      ofFile[filed] = (ofFile[filed] as number) + 1;
    }
  } else {
    n = 0;
    for (let vote = from; vote < to; vote++) {
      const weight = counts[provider[at[vote] as number] as number] as number;
      const filed = file[vote] as number;
      ofFile[filed] = (ofFile[filed] as number) + weight;
      n += weight;
      sum += weight * (halves[vote] as number);
    }
  }
  const who = isOnePerProvider
    ? { providers: n, largestProvider: Math.min(n, 1) }
    : votersOf(index, votes, from, to);
  return { n, halves: sum, ofFile, ...rates, ...who };
}

/** The rates behind some votes, where a scope leaves flagged ones out. */
export function rateCountsOf(index: RateIndex, test: RateTest, votes: VoteColumns): RateCounts {
  const { counts, kinds, kindOfRow, provider } = index;
  let rates = 0;
  let firmRates = 0;
  for (let vote = 0; vote < votes.length; vote++) {
    const weight = counts === null ? 1 : (counts[provider[votes.at[vote] as number] as number] as number);
    for (const row of rowsOfVote(index, votes, test, vote)) {
      rates += weight;
      if (isFirm(kinds[kindOfRow[row] as number])) firmRates += weight;
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
    const year = dates[file % dates.length]?.year ?? 0;
    if (year > lastYear) lastYear = year;
    if (year > 0 && year < firstYear) firstYear = year;
  }
  return { firstYear: Math.min(firstYear, lastYear), lastYear };
}

/** Who cast the votes from one up to another. */
export function votersOf(
  { counts, provider, providers: all }: RateIndex,
  { at }: VoteColumns,
  from: number,
  to: number,
): Voters {
  const votesOf = new Uint32Array(all.length);
  for (let vote = from; vote < to; vote++) {
    const by = provider[at[vote] as number] as number;
    votesOf[by] = (votesOf[by] as number) + 1;
  }
  let providers = 0;
  let largestProvider = 0;
  for (let by = 0; by < votesOf.length; by++) {
    const own = votesOf[by] as number;
    if (own > 0) providers += counts === null ? 1 : (counts[by] as number);
    largestProvider = Math.max(largestProvider, own);
  }
  return { providers, largestProvider };
}
