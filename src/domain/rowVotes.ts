import type { RankedList } from '../stats/countedList.ts';
import type { CastVotes, RateCounts } from './castVotes.ts';
import { payers } from './payer.ts';
import { bucketedVotes, fewestBucketed, pooledVotes, rankedVotes } from './rankedVotes.ts';
import type { RateIndex } from './rateIndex.ts';
import { weightsOfVotes } from './voteColumns.ts';
import { tallyOf, type VoteTally } from './voteTally.ts';

/** All votes of a payer or pool: those from one up to another, what they come to, and their ranks. */
export interface RowVotes {
  readonly from: number;
  readonly to: number;
  readonly tally: VoteTally;
  readonly amounts: RankedList;
}

/** The payers of BUCA come first in the table of payers, so their votes are one run. */
export const poolPayers = payers.filter(({ inBuca }) => inBuca).length;

/** The votes of the rows of a benchmark: each payer's, and those of the pool, laid out once for both. */
export function rowVotes(
  index: RateIndex,
  cast: CastVotes,
): { readonly pool: () => RowVotes; readonly ofPayer: (payer: number) => RowVotes } {
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

  function columnsOf(from: number, to: number) {
    return [halves.subarray(from, to), weightsOfVotes(index, cast, from, to)] as const;
  }
  return {
    pool() {
      const rates = added(rateCounts.slice(0, poolPayers));
      return {
        from: 0,
        to: poolEnd,
        tally: tallyOf(index, cast, [0, poolEnd], rates, false),
        amounts: lists.length > 0 ? pooledVotes(lists) : rankedVotes(...columnsOf(0, poolEnd)),
      };
    },
    ofPayer(payer) {
      const [from, to] = [startOf(payer), startOf(payer + 1)];
      const list = lists[payer];
      const rates = rateCounts[payer] as RateCounts;
      return {
        from,
        to,
        tally: tallyOf(index, cast, [from, to], rates, basis === 'providers'),
        amounts: list ? pooledVotes([list]) : rankedVotes(...columnsOf(from, to)),
      };
    },
  };
}

function added(counts: readonly RateCounts[]): RateCounts {
  return {
    rates: counts.reduce((total, { rates }) => total + rates, 0),
    firmRates: counts.reduce((total, { firmRates }) => total + firmRates, 0),
  };
}
