import type { RankedList } from '../stats/countedList.ts';
import type { CastVotes, RateCounts } from './castVotes.ts';
import { payers } from './payer.ts';
import { bucketedVotes, fewestBucketed, pooledVotes, rankedVotes } from './rankedVotes.ts';
import type { RateIndex } from './rateIndex.ts';
import { weightsOfVotes } from './voteColumns.ts';
import { addedTallies, tallyOf, type VoteTally, votersUpTo } from './voteTally.ts';

/** All votes of a payer or pool: those from one up to another, what they come to, and their ranks. */
export interface RowVotes {
  readonly from: number;
  readonly to: number;
  readonly tally: VoteTally;
  readonly amounts: RankedList;
}

/** The payers of BUCA come first in the table of payers, so their votes are one run. */
export const poolPayers = payers.filter(({ inBuca }) => inBuca).length;

/** The votes of the rows of a benchmark. */
export interface VotesByRow {
  readonly pool: () => RowVotes;
  /** In table order. */
  readonly ofPayers: readonly RowVotes[];
  /** Distinct providers behind all votes, each of a class counted. */
  readonly providers: number;
}

/** Each payer's votes, and those of the pool, laid out and added up once for both. */
export function rowVotes(index: RateIndex, cast: CastVotes): VotesByRow {
  const { payerStarts, rateCounts, basis, halves } = cast;
  const startOf = (payer: number) => payerStarts[payer] as number;
  const columnsOf = (from: number, to: number) =>
    [halves.subarray(from, to), weightsOfVotes(index, cast, from, to)] as const;
  const poolEnd = startOf(poolPayers);
  const lists =
    halves instanceof Uint32Array && poolEnd >= fewestBucketed
      ? Array.from({ length: poolPayers }, (_, payer) => {
          const [from, to] = [startOf(payer), startOf(payer + 1)];
          return bucketedVotes(halves.subarray(from, to), weightsOfVotes(index, cast, from, to));
        })
      : [];
  const ofPayers = payers.map((_, payer) => {
    const [from, to] = [startOf(payer), startOf(payer + 1)];
    const list = lists[payer];
    const rates = rateCounts[payer] as RateCounts;
    return {
      from,
      to,
      tally: tallyOf(index, cast, [from, to], rates, basis === 'providers'),
      amounts: list ? pooledVotes([list]) : rankedVotes(...columnsOf(from, to)),
    };
  });
  const voters = votersUpTo(index, cast, 0);
  const poolVoters = voters(poolEnd);
  return {
    pool: () => ({
      from: 0,
      to: poolEnd,
      tally: addedTallies(
        ofPayers.slice(0, poolPayers).map(({ tally }) => tally),
        poolVoters,
      ),
      amounts: lists.length > 0 ? pooledVotes(lists) : rankedVotes(...columnsOf(0, poolEnd)),
    }),
    ofPayers,
    providers: voters(cast.length).providers,
  };
}
