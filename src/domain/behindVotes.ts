import { type CountedFiles, filesUsed } from './countedFiles.ts';
import type { PlaceCode } from './place.ts';
import type { RateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import type { RateTable } from './rateTable.ts';
import { chosenVotes, endOfVote, type VoteColumns } from './voteColumns.ts';
import { votersUpTo } from './voteTally.ts';

/** Who and what stands behind votes. */
export interface BehindVotes {
  /** Distinct providers, each of a class counted. */
  readonly providers: number;
  /** In postal-code order. */
  readonly places: readonly PlaceCode[];
  /** null when there are none. */
  readonly files: CountedFiles | null;
}

/**
 * What stands behind the votes that are left when some are not counted: a provider, a place or a file of none but those is
 * behind no figure.
 *
 * @param out lists of the votes not counted, by their place among those cast
 */
export function behindVotes(
  table: RateTable,
  index: RateIndex,
  { fails }: RateTest,
  cast: VoteColumns,
  out: readonly Uint32Array[],
): BehindVotes {
  const { places, dates, kind, row } = index;
  const isOut = new Uint8Array(cast.length);
  for (const list of out) for (const vote of list) isOut[vote] = 1;
  const votes = chosenVotes(
    cast,
    Uint32Array.from(isOut.keys()).filter((vote) => isOut[vote] === 0),
  );
  const inPlace = new Set<number>();
  for (const file of new Set(votes.file)) inPlace.add(Math.floor(file / dates.length));
  const isUsed = new Uint8Array(table.sources.length);
  for (let vote = 0; vote < votes.length; vote++) {
    const end = endOfVote(index, votes, vote);
    for (let slot = votes.at[vote] as number; slot < end; slot++) {
      if (fails[kind[slot] as number] === 0) isUsed[table.source[row[slot] as number] as number] = 1;
    }
  }
  return {
    providers: votersUpTo(index, votes, 0)(votes.length).providers,
    places: places.filter((_, place) => inPlace.has(place)),
    files: filesUsed(table, (source) => isUsed[source] === 1),
  };
}
