import type { RateIndex } from './rateIndex.ts';

/** Room for as many votes as a table has rates, and for what casting them needs on the way. */
export interface VoteBuffers {
  readonly halves: Uint32Array | Float64Array;
  readonly at: Uint32Array;
  readonly file: Uint32Array;
  /** Slots that count. */
  readonly counted: Uint32Array;
  /** Their rates, a provider's equal ones once, and where those of each vote begin, and one past the last. */
  readonly rates: Uint32Array;
  readonly starts: Uint32Array;
}

/** Above this, twice a rate is no 32-bit integer: 21 million dollars. */
const most32 = 2 ** 31 - 1;

/** Room for every vote an index can cast. Filled by `castVotes`, whose answer is views of it. */
export function voteBuffers({ row, mostCents }: RateIndex): VoteBuffers {
  // One past the last: a walk writes before it knows whether to move on.
  const length = row.length + 1;
  return {
    halves: mostCents > most32 ? new Float64Array(length) : new Uint32Array(length),
    at: new Uint32Array(length),
    file: new Uint32Array(length),
    counted: new Uint32Array(length),
    rates: new Uint32Array(length),
    starts: new Uint32Array(length + 1),
  };
}

const remembered = new WeakMap<RateIndex, VoteBuffers>();

/** Buffers for votes that nobody keeps: the next recompute of the table writes over them. */
export function scratchBuffers(index: RateIndex): VoteBuffers {
  const buffers = remembered.get(index) ?? voteBuffers(index);
  remembered.set(index, buffers);
  return buffers;
}
