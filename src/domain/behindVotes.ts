import { type CountedFiles, filesUsed } from './countedFiles.ts';
import type { PlaceCode } from './place.ts';
import type { RateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import type { RateTable } from './rateTable.ts';
import { chosenVotes, rowsOfVote, type VoteColumns } from './voteColumns.ts';
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
 * @param out the votes not counted, by their place among those cast
 */
export function behindVotes(
  table: RateTable,
  index: RateIndex,
  test: RateTest,
  cast: VoteColumns,
  out: ReadonlySet<number>,
): BehindVotes {
  const { places, dates } = index;
  const votes = chosenVotes(
    cast,
    Uint32Array.from(cast.at.keys()).filter((vote) => !out.has(vote)),
  );
  const inPlace = new Set(Array.from(votes.file, (file) => Math.floor(file / dates.length)));
  const sources = new Set<number>();
  for (let vote = 0; vote < votes.length; vote++) {
    for (const row of rowsOfVote(index, votes, test, vote)) sources.add(table.source[row] as number);
  }
  return {
    providers: votersUpTo(index, votes, 0)(votes.length).providers,
    places: places.filter((_, place) => inPlace.has(place)),
    files: filesUsed(table, (source) => sources.has(source)),
  };
}
