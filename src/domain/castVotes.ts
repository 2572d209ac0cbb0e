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
 * and no walk waits for a branch; together in one loop the same work takes three times as long.
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

/** Slots of a payer that count. Each is written down and kept by moving on: whether it counts is a toss-up to guess. */
function countedSlots(
  { kind, provider, payerStarts }: RateIndex,
  passes: Uint8Array,
  providers: Uint8Array | null,
  payer: number,
  counted: Uint32Array,
): Uint32Array {
  const end = payerStarts[payer + 1] as number;
  let count = 0;
  for (let slot = payerStarts[payer] as number; slot < end; slot++) {
    counted[count] = slot;
    const may = providers === null ? 1 : (providers[provider[slot] as number] as number);
    count += (passes[kind[slot] as number] as number) & may;
  }
  return counted.subarray(0, count);
}

function countRates(
  { kind, provider, counts }: RateIndex,
  firm: Uint8Array,
  counted: Uint32Array,
): RateCounts {
  let rates = 0;
  let firmRates = 0;
  for (let at = 0; at < counted.length; at++) {
    const slot = counted[at] as number;
    const weight = counts === null ? 1 : (counts[provider[slot] as number] as number);
    rates += weight;
    firmRates += weight * (firm[kind[slot] as number] as number);
  }
  return { rates, firmRates };
}

/** No provider and no rate; of the same type as they are, which keeps the walk in whole numbers. */
const none = 2 ** 32 - 1;

/**
 * A provider's rates are one vote: the median (type 7) of the distinct ones, on however many charge lines they stand.
 *
 * @param first the number of the first vote
 * @returns the number after the last
 */
function castProviders(
  { cents, provider, file: fileOf }: RateIndex,
  counted: Uint32Array,
  first: number,
  { halves, at, file, rates, starts }: VoteBuffers,
): number {
  let vote = first - 1;
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
      vote++;
      at[vote] = slot;
      starts[vote] = distinct;
      providerBefore = by;
      rateBefore = none;
      newest = filed;
    }
    rates[distinct] = rate;
    distinct += rate === rateBefore ? 0 : 1;
    rateBefore = rate;
    // Files of one place: the later date has the higher number.
    newest = Math.max(newest, filed);
    file[vote] = newest;
  }
  const end = vote + 1;
  starts[end] = distinct;
  for (let each = first; each < end; each++) {
    const sum = (starts[each] as number) + (starts[each + 1] as number);
    halves[each] = (rates[(sum - 1) >> 1] as number) + (rates[sum >> 1] as number);
  }
  return end;
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
