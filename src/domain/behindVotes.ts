import { type CountedFiles, filesUsed } from './countedFiles.ts';
import type { PlaceCode } from './place.ts';
import type { RateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import type { RateTable } from './rateTable.ts';
import type { VoteColumns } from './voteColumns.ts';

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
  const { places, dates, counts } = index;
  const isOut = new Uint8Array(cast.length);
  for (const list of out) for (const vote of list) isOut[vote] = 1;
  const found: Found = {
    provider: new Uint8Array(index.providers.length),
    file: new Uint8Array(places.length * dates.length),
    source: new Uint8Array(table.sources.length),
  };
  markFound(table.source, index, fails, cast, isOut, found);
  return {
    providers: found.provider.reduce((total, is, by) => total + is * (counts?.[by] ?? 1), 0),
    places: places.filter((_, place) =>
      found.file.subarray(place * dates.length, (place + 1) * dates.length).includes(1),
    ),
    files: filesUsed(table, (source) => found.source[source] === 1),
  };
}

/** By provider, file and source of a table: 1 where it is behind a vote that counts. */
interface Found {
  readonly provider: Uint8Array;
  readonly file: Uint8Array;
  readonly source: Uint8Array;
}

function markFound(
  sourceOfRow: Uint32Array,
  { kind, provider, row }: RateIndex,
  fails: Uint16Array,
  { at, file, length }: VoteColumns,
  isOut: Uint8Array,
  found: Found,
): void {
  for (let vote = 0; vote < length; vote++) {
    if (isOut[vote] === 1) continue;
    const first = at[vote] as number;
    const by = provider[first] as number;
    found.provider[by] = 1;
    found.file[file[vote] as number] = 1;
    // A vote's rates are those of its provider that count, up to where the next vote begins.
    const next = vote + 1 < length ? (at[vote + 1] as number) : row.length;
    for (let slot = first; slot < next && provider[slot] === by; slot++) {
      if (fails[kind[slot] as number] === 0) found.source[sourceOfRow[row[slot] as number] as number] = 1;
    }
  }
}
