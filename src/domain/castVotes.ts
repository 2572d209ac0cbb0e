import { isFirm } from './grade.ts';
import { payers } from './payer.ts';
import type { RateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import type { Basis } from './scope.ts';
import { type VoteBuffers, voteBuffers } from './voteBuffers.ts';
import type { VoteColumns } from './voteColumns.ts';

/** Rates behind votes. Each provider of a class has its own. */
export interface RateCounts {
  readonly rates: number;
  /** Those with a stated dollar methodology. */
  readonly firmRates: number;
}

export interface CastVotes extends VoteColumns {
  /** By payer in table order. */
  readonly rateCounts: readonly RateCounts[];
}

/**
 * Casts one vote per provider and payer, so that a hospital which lists a code forty times counts once.
 *
 * Payer by payer, a few plain walks one after the other: slots that count, their distinct rates and where each
 * provider's begin, medians. In the order of the index a provider's rates ascend, so that nothing is sorted or looked up
 * and no walk waits for a branch; together in one loop the same work takes three times as long. Each walk is a function
 * that ends with it: V8 makes fast code of a long loop while it runs, and leaves that code again for what comes after.
 *
 * @param buffers written over, so that a recompute need not ask for fresh memory
 */
export function castVotes(
  index: RateIndex,
  { fails, providers }: RateTest,
  basis: Basis,
  buffers: VoteBuffers = voteBuffers(index),
): CastVotes {
  const passes = Uint8Array.from(fails, (failed) => (failed === 0 ? 1 : 0));
  const firm = Uint8Array.from(index.kinds, (kind) => (isFirm(kind) ? 1 : 0));
  const cast = basis === 'rates' ? castRates : castProviders;
  const payerStarts = new Uint32Array(payers.length + 1);
  const rateCounts: RateCounts[] = [];
  let votes = 0;
  for (let payer = 0; payer < payers.length; payer++) {
    const counted = countedSlots(index, passes, providers, payer, buffers.counted);
    rateCounts.push(countRates(index, firm, counted));
    votes = cast(index, counted, votes, buffers);
    payerStarts[payer + 1] = votes;
  }
  return {
    length: votes,
    basis,
    halves: buffers.halves.subarray(0, votes),
    at: buffers.at.subarray(0, votes),
    file: buffers.file.subarray(0, votes),
    payerStarts,
    rateCounts,
  };
}

/** Slots of a payer that count. */
function countedSlots(
  index: RateIndex,
  passes: Uint8Array,
  providers: Uint8Array | null,
  payer: number,
  counted: Uint32Array,
): Uint32Array {
  const { kind, provider, payerStarts } = index;
  const [from, to] = [payerStarts[payer] as number, payerStarts[payer + 1] as number];
  const count =
    providers === null
      ? keepPassing(kind, passes, from, to, counted)
      : keepPassingOf(kind, passes, provider, providers, from, to, counted);
  return counted.subarray(0, count);
}

/** Each slot is written down and kept by moving on: whether it counts is a toss-up to guess. */
function keepPassing(
  kind: RateIndex['kind'],
  passes: Uint8Array,
  from: number,
  to: number,
  counted: Uint32Array,
): number {
  let count = 0;
  for (let slot = from; slot < to; slot++) {
    counted[count] = slot;
    count += passes[kind[slot] as number] as number;
  }
  return count;
}

/** The same of the providers marked. */
function keepPassingOf(
  kind: RateIndex['kind'],
  passes: Uint8Array,
  provider: Uint32Array,
  marked: Uint8Array,
  from: number,
  to: number,
  counted: Uint32Array,
): number {
  let count = 0;
  for (let slot = from; slot < to; slot++) {
    counted[count] = slot;
    count += (passes[kind[slot] as number] as number) & (marked[provider[slot] as number] as number);
  }
  return count;
}

function countRates(index: RateIndex, firm: Uint8Array, counted: Uint32Array): RateCounts {
  const { kind, provider, counts } = index;
  if (counts === null) return { rates: counted.length, firmRates: sumOfKinds(kind, firm, counted) };
  return {
    rates: sumOfCounts(provider, counts, counted),
    firmRates: sumOfFirmCounts(kind, firm, provider, counts, counted),
  };
}

function sumOfKinds(kind: RateIndex['kind'], ofKind: Uint8Array, slots: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < slots.length; at++) sum += ofKind[kind[slots[at] as number] as number] as number;
  return sum;
}

function sumOfCounts(provider: Uint32Array, counts: Uint32Array, slots: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < slots.length; at++) sum += counts[provider[slots[at] as number] as number] as number;
  return sum;
}

function sumOfFirmCounts(
  kind: RateIndex['kind'],
  firm: Uint8Array,
  provider: Uint32Array,
  counts: Uint32Array,
  slots: Uint32Array,
): number {
  let sum = 0;
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number;
    sum += (firm[kind[slot] as number] as number) * (counts[provider[slot] as number] as number);
  }
  return sum;
}

/** No provider and no rate; of the same type as they are, which keeps the walk in whole numbers. */
const none = 2 ** 32 - 1;

/**
 * A provider's rates are one vote: the median (type 7) of the distinct ones, on however many charge lines they stand.
 *
 * @param first the number of the first vote
 * @returns the number after the last
 */
function castProviders(index: RateIndex, counted: Uint32Array, first: number, buffers: VoteBuffers): number {
  const end = castDistinct(index.cents, index.provider, index.file, counted, first, buffers);
  putMedians(buffers.rates, buffers.starts, first, end, buffers.halves);
  return end;
}

/** Writes a vote for each provider, and its distinct rates; the halves of its middle are put in afterwards. */
function castDistinct(
  cents: Uint32Array,
  provider: Uint32Array,
  fileOf: RateIndex['file'],
  counted: Uint32Array,
  first: number,
  { at, file, rates, starts }: VoteBuffers,
): number {
  let end = first;
  let distinct = 0;
  let newest = 0;
  let providerBefore = none;
  let rateBefore = none;
  for (let each = 0; each < counted.length; each++) {
    const slot = counted[each] as number;
    const by = provider[slot] as number;
    const rate = cents[slot] as number;
    const filed = fileOf[slot] as number;
    if (by !== providerBefore) {
      at[end] = slot;
      starts[end] = distinct;
      end++;
      providerBefore = by;
      rateBefore = none;
      newest = filed;
    }
    rates[distinct] = rate;
    distinct += rate === rateBefore ? 0 : 1;
    rateBefore = rate;
    // Files of one place: the later date has the higher number.
    newest = Math.max(newest, filed);
    file[end - 1] = newest;
    starts[end] = distinct;
  }
  return end;
}

function putMedians(
  rates: Uint32Array,
  starts: Uint32Array,
  first: number,
  end: number,
  halves: VoteBuffers['halves'],
): void {
  for (let each = first; each < end; each++) {
    const sum = (starts[each] as number) + (starts[each + 1] as number);
    halves[each] = (rates[(sum - 1) >> 1] as number) + (rates[sum >> 1] as number);
  }
}

/** Each rate is a vote. */
function castRates(
  { cents, file: fileOf }: RateIndex,
  counted: Uint32Array,
  first: number,
  { halves, at, file }: VoteBuffers,
): number {
  for (let each = 0; each < counted.length; each++) {
    const slot = counted[each] as number;
    halves[first + each] = 2 * (cents[slot] as number);
    at[first + each] = slot;
    file[first + each] = fileOf[slot] as number;
  }
  return first + counted.length;
}
