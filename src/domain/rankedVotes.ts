import { countedList, memberAt, type RankedList, type SortedList } from '../stats/countedList.ts';
import { sortedCopy } from '../stats/sortedCopy.ts';

/** Below this many votes, sorting costs less than buckets. */
export const fewestBucketed = 256;

/** Bits of an amount that tell its bucket from the next: a bucket is one to two percent wide. */
const bits = 6;
const buckets = (33 - bits) << bits;

/**
 * Amounts by rank, in cents. A figure asks for a handful of ranks, so votes are not sorted: they are laid out in
 * buckets of neighbouring amounts in two walks, and only a bucket that is asked for is put in order.
 *
 * @param halves twice the amounts
 * @param weights how many members each is; null = one
 */
export function rankedVotes(halves: Uint32Array | Float64Array, weights: Uint32Array | null): RankedList {
  if (halves instanceof Float64Array || halves.length < fewestBucketed) {
    const list: SortedList = weights ? countedList(halves, weights) : sortedCopy(halves);
    return { length: list.length, member: (rank) => memberAt(list, rank) / 2 };
  }
  return ranked([bucketedVotes(halves, weights)]);
}

/** The amounts of several lists together, of which each is laid out already: a pool of payers. */
export function pooledVotes(lists: readonly BucketedVotes[]): RankedList {
  return ranked(lists);
}

/** Votes in the order of their buckets. */
export interface BucketedVotes {
  /** By bucket: where its votes begin, and one past the last. */
  readonly starts: Uint32Array;
  readonly halves: Uint32Array;
  readonly weights: Uint32Array | null;
}

/** Rises with the amount: the octave it lies in and its first bits there, as in a floating-point number. */
function bucketOf(half: number): number {
  const shift = 31 - bits - Math.clz32(half);
  return shift <= 0 ? half : (shift << bits) + (half >>> shift);
}

/**
 * Votes laid out by bucket, in order from one bucket to the next and in none within it.
 *
 * @param halves twice each amount in cents, as whole numbers
 * @param weights how many providers cast each vote; null = one each
 */
export function bucketedVotes(halves: Uint32Array, weights: Uint32Array | null): BucketedVotes {
  const ends = new Uint32Array(buckets);
  countByBucket(halves, ends);
  const starts = new Uint32Array(buckets + 1);
  putStarts(ends, starts);
  // From here on where the next vote of a bucket goes.
  ends.set(starts.subarray(0, buckets));
  const laid = new Uint32Array(halves.length);
  if (weights === null) {
    layOut(halves, ends, laid);
    return { starts, halves: laid, weights };
  }
  const laidWeights = new Uint32Array(halves.length);
  layOutWeighed(halves, weights, ends, laid, laidWeights);
  return { starts, halves: laid, weights: laidWeights };
}

// Each walk is a function that ends with it, as those of castVotes.

function countByBucket(halves: Uint32Array, counts: Uint32Array): void {
  for (let vote = 0; vote < halves.length; vote++) {
    const bucket = bucketOf(halves[vote] as number);
    counts[bucket] = (counts[bucket] as number) + 1;
  }
}

/** Where each bucket begins, given how many votes it has, and one past the last. */
function putStarts(counts: Uint32Array, starts: Uint32Array): void {
  let total = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    total += counts[bucket] as number;
    starts[bucket + 1] = total;
  }
}

function layOut(halves: Uint32Array, ends: Uint32Array, laid: Uint32Array): void {
  for (let vote = 0; vote < halves.length; vote++) {
    const half = halves[vote] as number;
    const bucket = bucketOf(half);
    const slot = ends[bucket] as number;
    laid[slot] = half;
    ends[bucket] = slot + 1;
  }
}

function layOutWeighed(
  halves: Uint32Array,
  weights: Uint32Array,
  ends: Uint32Array,
  laid: Uint32Array,
  laidWeights: Uint32Array,
): void {
  for (let vote = 0; vote < halves.length; vote++) {
    const half = halves[vote] as number;
    const bucket = bucketOf(half);
    const slot = ends[bucket] as number;
    laid[slot] = half;
    laidWeights[slot] = weights[vote] as number;
    ends[bucket] = slot + 1;
  }
}

function ranked(lists: readonly BucketedVotes[]): RankedList {
  const before = membersBefore(lists);
  const known = new Map<number, SortedList>();
  return {
    length: before[buckets] as number,
    member(rank) {
      const bucket = lastAtMost(before, rank);
      const list = known.get(bucket) ?? sortedBucket(lists, bucket);
      known.set(bucket, list);
      return memberAt(list, rank - (before[bucket] as number)) / 2;
    },
  };
}

/** By bucket: how many members all lists have in those before it, and one past the last. */
function membersBefore(lists: readonly BucketedVotes[]): Uint32Array | Float64Array {
  const [first] = lists;
  if (first && lists.length === 1 && first.weights === null) return first.starts;
  const before = new Float64Array(buckets + 1);
  for (const { starts, weights } of lists) {
    let members = 0;
    for (let bucket = 0; bucket < buckets; bucket++) {
      const end = starts[bucket + 1] as number;
      if (weights === null) members = end;
      else for (let at = starts[bucket] as number; at < end; at++) members += weights[at] as number;
      before[bucket + 1] = (before[bucket + 1] as number) + members;
    }
  }
  return before;
}

function sortedBucket(lists: readonly BucketedVotes[], bucket: number): SortedList {
  const runs = lists.map(({ starts }) => [starts[bucket] as number, starts[bucket + 1] as number] as const);
  const length = runs.reduce((total, [from, to]) => total + to - from, 0);
  const halves = new Uint32Array(length);
  const weights = lists[0]?.weights ? new Uint32Array(length) : null;
  let at = 0;
  lists.forEach((list, index) => {
    const [from, to] = runs[index] as (typeof runs)[number];
    halves.set(list.halves.subarray(from, to), at);
    if (weights && list.weights) weights.set(list.weights.subarray(from, to), at);
    at += to - from;
  });
  return weights ? countedList(halves, weights) : halves.sort();
}

/** The last bucket with at most so many members before it: the one that holds the member of that rank. */
function lastAtMost(before: Uint32Array | Float64Array, rank: number): number {
  let from = 0;
  let to = buckets - 1;
  while (from < to) {
    const middle = (from + to + 1) >>> 1;
    if ((before[middle] as number) <= rank) from = middle;
    else to = middle - 1;
  }
  return from;
}
