/**
 * An ascending list whose equal members are written once: `values[i]` stands at the ranks from `ends[i - 1]` (0 for the
 * first) up to `ends[i]`. `length` counts members, so that every statistic of it is the one of the list written out:
 * 20 providers paid alike are 20 members, whatever they take to store.
 */
export interface CountedList {
  readonly length: number;
  /** Ascending, each once. */
  readonly values: ArrayLike<number>;
  /** Rising, whole; the last is `length`. */
  readonly ends: ArrayLike<number>;
}

/** An ascending list: every member written, or equal ones once with their count. */
export type SortedList = ArrayLike<number> | CountedList;

/** An ascending list that need not be in order as a whole: a member is found when it is asked for. */
export interface RankedList {
  readonly length: number;
  /** The member at a rank, from 0. */
  readonly member: (rank: number) => number;
}

/**
 * A counted list of values in any order.
 *
 * @param counts how many members each value stands for, a whole number of 1 or more
 * @throws RangeError for lists of unequal length or another count.
 */
export function countedList(values: ArrayLike<number>, counts: ArrayLike<number>): CountedList {
  if (values.length !== counts.length) {
    throw new RangeError(`${values.length} values cannot have ${counts.length} counts`);
  }
  // Counted before they are put in order: of many votes few amounts differ.
  const countOf = new Map<number, number>();
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    const count = counts[index] as number;
    if (!(count >= 1 && Number.isInteger(count))) {
      throw new RangeError(`a count must be a whole number of 1 or more, not ${count}`);
    }
    countOf.set(value, (countOf.get(value) ?? 0) + count);
  }
  const distinct = Float64Array.from(countOf.keys()).sort();
  const ends = new Float64Array(distinct.length);
  let length = 0;
  for (let index = 0; index < distinct.length; index++) {
    length += countOf.get(distinct[index] as number) as number;
    ends[index] = length;
  }
  return { length, values: distinct, ends };
}

/** The member at a rank, from 0. */
export function memberAt(sorted: SortedList | RankedList, rank: number): number {
  if ('member' in sorted) return sorted.member(rank);
  if (!('ends' in sorted)) return sorted[rank] as number;
  const { values, ends } = sorted;
  return values[firstWhere(ends.length, (index) => (ends[index] as number) > rank)] as number;
}

/** How many members are smaller than a value. */
export function countBelow(sorted: SortedList, value: number): number {
  return countBefore(sorted, (member) => member >= value);
}

/** How many members are larger than a value. */
export function countAbove(sorted: SortedList, value: number): number {
  return sorted.length - countBefore(sorted, (member) => member > value);
}

/** Hands over each value with how many members it is; a list written out gives each member as one. */
export function forEachValue(sorted: SortedList, take: (value: number, count: number) => void): void {
  const values = 'ends' in sorted ? sorted.values : sorted;
  let before = 0;
  for (let index = 0; index < values.length; index++) {
    const end = 'ends' in sorted ? (sorted.ends[index] as number) : index + 1;
    take(values[index] as number, end - before);
    before = end;
  }
}

/**
 * The sum over all members. Of whole or half cents it is exact up to 2^52. Of other numbers a counted list adds one
 * product for each value, so the sum does not depend on how its members were handed in, one by one or together.
 */
export function sumOfList(sorted: SortedList): number {
  let total = 0;
  forEachValue(sorted, (value, count) => {
    total += value * count;
  });
  return total;
}

/** How many members come before the first a condition holds for, given that it holds for every later one. */
function countBefore(sorted: SortedList, holds: (member: number) => boolean): number {
  const values = 'ends' in sorted ? sorted.values : sorted;
  const index = firstWhere(values.length, (each) => holds(values[each] as number));
  if (!('ends' in sorted)) return index;
  return index === 0 ? 0 : (sorted.ends[index - 1] as number);
}

/** The first index a condition holds at, given that it holds at every later one; `length` where it never does. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let from = 0;
  let to = length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
