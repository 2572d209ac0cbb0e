import type { Fences } from '../stats/fences.ts';
import type { CastVotes } from './castVotes.ts';
import type { MedicareAmounts } from './medicareAmounts.ts';
import { isPlaceholder, plausibleRange } from './plausibility.ts';
import type { RateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import { flagBit, type RateTable } from './rateTable.ts';
import type { RowVotes } from './rowVotes.ts';
import type { Scope } from './scope.ts';
import { endOfVote, votesMarked } from './voteColumns.ts';

/** What flags are told from. */
export interface FlagInput {
  readonly table: RateTable;
  readonly index: RateIndex;
  readonly scope: Scope;
  readonly test: RateTest;
  readonly medicare: MedicareAmounts;
  /** The votes as they stand now: the next recompute writes over them. */
  readonly cast: CastVotes;
}

/** Votes of a run by their place among those cast, ascending. */
export interface PartedVotes {
  /** No flag speaks against these. */
  readonly counted: Uint32Array;
  readonly flagged: Uint32Array;
}

/** The bit of rows whose rate is above their own file's gross charge. */
export const aboveGross = flagBit('above_gross');

/** All votes of a row, parted by whether they have any of the flags that `plausibility.ts` tells apart. */
export function partedVotes(
  input: FlagInput,
  { from, to, tally }: RowVotes,
  fences: Fences | undefined,
): PartedVotes {
  const { halves, file } = input.cast;
  const marks = new Uint8Array(to - from);
  const { least, most } = rangesByFile(input.medicare, tally.ofFile, fences);
  markOutside(halves, file, from, least, most, marks);
  // Rates above the gross charge contradict their file: they count only where such rates do.
  if (input.scope.leftOutRows === 'in') markAboveGross(input, from, marks);
  return { counted: votesMarked(marks, 0, from), flagged: votesMarked(marks, 1, from) };
}

/** The plausible amounts beside each file that has a vote. */
function rangesByFile(medicare: MedicareAmounts, ofFile: Float64Array, fences: Fences | undefined) {
  const least = new Float64Array(ofFile.length);
  const most = new Float64Array(ofFile.length);
  for (let file = 0; file < ofFile.length; file++) {
    if (ofFile[file] === 0) continue;
    const range = plausibleRange(medicare.amountOf(file), fences);
    least[file] = range.least;
    most[file] = range.most;
  }
  return { least, most };
}

// Each walk is a function that ends with it, as those of castVotes.

function markOutside(
  halves: CastVotes['halves'],
  file: Uint32Array,
  from: number,
  least: Float64Array,
  most: Float64Array,
  marks: Uint8Array,
): void {
  for (let at = 0; at < marks.length; at++) {
    const amount = (halves[from + at] as number) / 2;
    const filed = file[from + at] as number;
    const isOutside = amount < (least[filed] as number) || amount > (most[filed] as number);
    marks[at] = isOutside || isPlaceholder(amount) ? 1 : 0;
  }
}

function markAboveGross({ table, index, test, cast }: FlagInput, from: number, marks: Uint8Array): void {
  const { kind, row } = index;
  for (let at = 0; at < marks.length; at++) {
    const end = endOfVote(index, cast, from + at);
    for (let slot = cast.at[from + at] as number; slot < end; slot++) {
      const flags = table.flags[row[slot] as number] as number;
      if (test.fails[kind[slot] as number] === 0 && (flags & aboveGross) !== 0) marks[at] = 1;
    }
  }
}
