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
  readonly ofPayer: (payer: number) => RowVotes;
  /** Distinct providers behind all votes, each of a class counted. */
  readonly providers: number;
}

/** Each payer's votes, and those of the pool, laid out and added up once for both. */
export function rowVotes(index: RateIndex, cast: CastVotes): VotesByRow {
  const { payerStarts, rateCounts, basis } = cast;
  const startOf = (payer: number) => payerStarts[payer] as number;
  const poolEnd = startOf(poolPayers);
  const { halves } = cast;
  const lists =
    halves instanceof Uint32Array && poolEnd >= fewestBucketed
      ? Array.from({ length: poolPayers }, (_, payer) => {
          const [from, to] = [startOf(payer), startOf(payer + 1)];
          return bucketedVotes(halves.subarray(from, to), weightsOfVotes(index, cast, from, to));
        })
      : [];

  const tallies = payers.map((_, payer) =>
    tallyOf(
      index,
      cast,
      [startOf(payer), startOf(payer + 1)],
      rateCounts[payer] as RateCounts,
      basis === 'providers',
    ),
  );
  const voters = votersUpTo(index, cast, 0);
  const poolVoters = voters(poolEnd);

  function columnsOf(from: number, to: number) {
    return [halves.subarray(from, to), weightsOfVotes(index, cast, from, to)] as const;
  }
  return {
    pool() {
      return {
        from: 0,
        to: poolEnd,
        tally: addedTallies(tallies.slice(0, poolPayers), poolVoters),
        amounts: lists.length > 0 ? pooledVotes(lists) : rankedVotes(...columnsOf(0, poolEnd)),
      };
    },
    ofPayer(payer) {
      const [from, to] = [startOf(payer), startOf(payer + 1)];
      const list = lists[payer];
      return {
        from,
        to,
        tally: tallies[payer] as VoteTally,
        amounts: list ? pooledVotes([list]) : rankedVotes(...columnsOf(from, to)),
      };
    },
    providers: voters(cast.length).providers,
  };
}
