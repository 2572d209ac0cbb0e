import { sortedIntegers } from '../stats/sortedIntegers.ts';

/**
 * Amounts in ascending order, in a new list. Votes are whole or half cents below 21 million dollars, which are sorted as
 * integers.
 */
export function sortedAmounts(amounts: Float64Array): Float64Array {
  const { length } = amounts;
  const halves = new Uint32Array(length);
  for (let index = 0; index < length; index++) {
    const half = (amounts[index] as number) * 2;
    halves[index] = half;
    // Anything else (a rate of a user's file may be huge) takes the general way.
    if (half !== halves[index]) return amounts.slice().sort();
  }
  const ascending = sortedIntegers(halves);
  const sorted = new Float64Array(length);
  for (let index = 0; index < length; index++) sorted[index] = (ascending[index] as number) / 2;
  return sorted;
}
