import { payers } from './payer.ts';
import type { RateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import type { Basis } from './scope.ts';

/**
 * Votes as columns, by payer in table order, then by provider. Figures over 100,000 votes are made from these; a `Vote`
 * is made only for what shows single votes (`voteAt`).
 */
export interface VoteColumns {
  readonly length: number;
  readonly basis: Basis;
  /** Twice the amount, which makes it whole: a vote is whole or half cents. */
  readonly halves: Uint32Array | Float64Array;
  /** The first slot of the index that counts for the vote. */
  readonly at: Uint32Array;
  /** What the Medicare amount beside it depends on: that of the newest file behind the vote (`RateIndex.file`). */
  readonly file: Uint32Array;
  /** Where the votes of each payer begin, and one past the last: payer p has the votes from `[p]` up to `[p + 1]`. */
  readonly payerStarts: Uint32Array;
}

/** Row numbers of the table behind a vote, ascending. */
export function rowsOfVote(
  index: RateIndex,
  votes: VoteColumns,
  { fails }: RateTest,
  vote: number,
): Uint32Array {
  const { row, kind } = index;
  const first = votes.at[vote] as number;
  return row
    .subarray(first, endOfVote(index, votes, vote))
    .filter((_, slot) => fails[kind[first + slot] as number] === 0)
    .sort();
}

/** How many rates of each provider are behind a vote. */
export function ratesOfVote(index: RateIndex, votes: VoteColumns, { fails }: RateTest, vote: number): number {
  const end = endOfVote(index, votes, vote);
  let rates = 0;
  for (let slot = votes.at[vote] as number; slot < end; slot++) {
    if (fails[index.kind[slot] as number] === 0) rates++;
  }
  return rates;
}

/** One past the last slot a vote may be of: a provider's rates of a payer lie together. */
export function endOfVote(index: RateIndex, { at, basis }: VoteColumns, vote: number): number {
  const { provider, payerStarts } = index;
  const first = at[vote] as number;
  let last = first + 1;
  if (basis === 'rates') return last;
  const end = payerStarts[payerOfSlot(index, first) + 1] as number;
  while (last < end && provider[last] === provider[first]) last++;
  return last;
}

/** The payer whose slots begin at or before this one, and those of the next after it: an index into `payers`. */
export function payerOfSlot({ payerStarts }: RateIndex, slot: number): number {
  let payer = payers.length - 1;
  while ((payerStarts[payer] as number) > slot) payer--;
  return payer;
}

/** How many providers cast each of the votes from one up to another; null where each is cast by one. */
export function weightsOfVotes(
  { counts, provider }: RateIndex,
  { at }: VoteColumns,
  from: number,
  to: number,
): Uint32Array | null {
  return counts && at.slice(from, to).map((slot) => counts[provider[slot] as number] as number);
}

/**
 * The votes of a run that have a mark, ascending.
 *
 * @param marks one for each vote of the run
 * @param first the run's first vote
 */
export function votesMarked(marks: Uint8Array, mark: number, first: number): Uint32Array {
  const list = new Uint32Array(marks.length);
  let length = 0;
  for (let at = 0; at < marks.length; at++) {
    // Written down and kept by moving on: whether it is marked is a toss-up to guess.
    list[length] = first + at;
    length += marks[at] === mark ? 1 : 0;
  }
  return list.slice(0, length);
}

/** Some of the votes, in columns of their own; whose they are can be told by `at` alone. */
export function chosenVotes(votes: VoteColumns, chosen: Uint32Array): VoteColumns {
  const { halves, at, file, basis } = votes;
  const { length } = chosen;
  const chosenHalves = halves instanceof Float64Array ? new Float64Array(length) : new Uint32Array(length);
  return {
    length,
    basis,
    halves: gathered(halves, chosen, chosenHalves),
    at: gathered(at, chosen, new Uint32Array(length)),
    file: gathered(file, chosen, new Uint32Array(length)),
    payerStarts: new Uint32Array(),
  };
}

function gathered<Column extends Uint32Array | Float64Array>(
  from: VoteColumns['halves'],
  chosen: Uint32Array,
  to: Column,
): Column {
  for (let at = 0; at < chosen.length; at++) to[at] = from[chosen[at] as number] as number;
  return to;
}
