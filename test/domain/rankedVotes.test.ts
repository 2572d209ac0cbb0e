import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketedVotes, pooledVotes, rankedVotes } from '../../src/domain/rankedVotes.ts';
import { countedList, memberAt } from '../../src/stats/countedList.ts';

/** Twice the amounts: of all magnitudes, many alike, more than are sorted as a whole. */
const halves = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 300 }),
    fc.integer({ min: 2000, max: 60_000 }),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  ),
  { minLength: 256, maxLength: 400 },
);

describe('votes by rank', () => {
  it('are those of the sorted list, at every rank and in whatever order ranks are asked for', () => {
    fc.assert(
      fc.property(halves, fc.boolean(), (list, isBackwards) => {
        const sorted = list.toSorted((a, b) => a - b).map((half) => half / 2);
        const { length, member } = rankedVotes(Uint32Array.from(list), null);
        const ranks = isBackwards ? [...sorted.keys()].reverse() : [...sorted.keys()];
        expect(length).toBe(list.length);
        expect(ranks.map((rank) => member(rank))).toEqual(ranks.map((rank) => sorted[rank]));
      }),
    );
  });

  it('count each vote as often as its weight', () => {
    fc.assert(
      fc.property(halves, (list) => {
        const weights = Uint32Array.from(list, (half, index) => 1 + ((half + index) % 5));
        const written = countedList(list, weights);
        const { length, member } = rankedVotes(Uint32Array.from(list), weights);
        expect(length).toBe(written.length);
        for (let rank = 0; rank < length; rank += 7) expect(member(rank)).toBe(memberAt(written, rank) / 2);
        expect(member(length - 1)).toBe(Math.max(...list) / 2);
      }),
    );
  });

  it('of a pool are those of all its lists, empty ones too', () => {
    fc.assert(
      fc.property(halves, fc.nat({ max: 255 }), (list, cut) => {
        const sorted = list.toSorted((a, b) => a - b);
        const parts = [list.slice(0, cut), [], list.slice(cut)].map((part) => Uint32Array.from(part));
        const { length, member } = pooledVotes(parts.map((part) => bucketedVotes(part, null)));
        expect(length).toBe(list.length);
        expect(sorted.map((_, rank) => 2 * member(rank))).toEqual(sorted);
      }),
    );
  });
});
