import { isFirm } from './grade.ts';
import { payers } from './payer.ts';
import type { RateIndex } from './rateIndex.ts';
import type { RateKind } from './rateKinds.ts';
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
  const passes = passMarks(index, fails);
  const cast = basis === 'rates' ? castRates : castProviders;
  const payerStarts = new Uint32Array(payers.length + 1);
  const rateCounts: RateCounts[] = [];
  let votes = 0;
  for (let payer = 0; payer < payers.length; payer++) {
    const kept = countedSlots(index, passes, providers, payer, buffers.counted);
    const counted = buffers.counted.subarray(0, kept.slots);
    rateCounts.push(countRates(index, passes, counted, kept.firm));
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

/** By kind: 0 where it does not count, 1 where it does, 3 where it does with a stated dollar methodology. */
function passMarks({ kinds }: RateIndex, fails: Uint16Array): Uint8Array {
  const marks = new Uint8Array(kinds.length);
  for (let kind = 0; kind < marks.length; kind++) {
    if (fails[kind] === 0) marks[kind] = isFirm(kinds[kind] as RateKind) ? 3 : 1;
  }
  return marks;
}

/** How many slots were kept, and how many of them are of a kind with a stated dollar methodology. */
interface Kept {
  readonly slots: number;
  readonly firm: number;
}

/** Writes down the slots of a payer that count. */
function countedSlots(
  index: RateIndex,
  passes: Uint8Array,
  providers: Uint8Array | null,
  payer: number,
  counted: Uint32Array,
): Kept {
  const { kind, provider, payerStarts } = index;
  const [from, to] = [payerStarts[payer] as number, payerStarts[payer + 1] as number];
  return providers === null
    ? keepPassing(kind, passes, from, to, counted)
    : keepPassingOf(kind, passes, provider, providers, from, to, counted);
}

/** Each slot is written down and kept by moving on: whether it counts is a toss-up to guess. */
function keepPassing(
  kind: RateIndex['kind'],
  passes: Uint8Array,
  from: number,
  to: number,
  counted: Uint32Array,
): Kept {
  let slots = 0;
  let firm = 0;
  for (let slot = from; slot < to; slot++) {
    counted[slots] = slot;
    const mark = passes[kind[slot] as number] as number;
    slots += mark & 1;
    firm += mark >> 1;
  }
  return { slots, firm };
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
): Kept {
  let slots = 0;
  let firm = 0;
  for (let slot = from; slot < to; slot++) {
    counted[slots] = slot;
    const mark = (passes[kind[slot] as number] as number) * (marked[provider[slot] as number] as number);
    slots += mark & 1;
    firm += mark >> 1;
  }
  return { slots, firm };
}

function countRates(index: RateIndex, passes: Uint8Array, counted: Uint32Array, firm: number): RateCounts {
  const { kind, provider, counts } = index;
  if (counts === null) return { rates: counted.length, firmRates: firm };
  return {
    rates: sumOfCounts(provider, counts, counted),
    firmRates: sumOfFirmCounts(kind, passes, provider, counts, counted),
  };
}

function sumOfCounts(provider: Uint32Array, counts: Uint32Array, slots: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < slots.length; at++) sum += counts[provider[slots[at] as number] as number] as number;
  return sum;
}

function sumOfFirmCounts(
  kind: RateIndex['kind'],
  passes: Uint8Array,
  provider: Uint32Array,
  counts: Uint32Array,
  slots: Uint32Array,
): number {
  let sum = 0;
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number;
    sum += ((passes[kind[slot] as number] as number) >> 1) * (counts[provider[slot] as number] as number);
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
