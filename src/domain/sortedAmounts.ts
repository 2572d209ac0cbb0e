/**
 * Amounts in ascending order, in a new list. Votes are whole or half cents below 21 million dollars: as integers they
 * are laid out digit by digit (11 bits at a time, lowest first), five times sooner than a comparing sort.
 */
export function sortedAmounts(amounts: Float64Array): Float64Array {
  const { length } = amounts;
  let halves = new Uint32Array(length);
  let largest = 0;
  for (let index = 0; index < length; index++) {
    const half = (amounts[index] as number) * 2;
    halves[index] = half;
    // Anything else (a rate of a user's file may be huge) takes the general way.
    if (half !== halves[index]) return amounts.slice().sort();
    if (half > largest) largest = half;
  }
  if (length < smallest) halves.sort();
  else {
    let other = new Uint32Array(length);
    const ends = new Uint32Array(digits);
    for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += 11) {
      layOut(halves, other, ends, shift);
      [halves, other] = [other, halves];
    }
  }
  const sorted = new Float64Array(length);
  for (let index = 0; index < length; index++) sorted[index] = (halves[index] as number) / 2;
  return sorted;
}

/** Below this many the table of digits costs more than it saves. */
const smallest = 1000;
const digits = 1 << 11;

/** Lays `from` into `to` in order of one digit, equal digits as they stood. */
function layOut(from: Uint32Array, to: Uint32Array, ends: Uint32Array, shift: number): void {
  const mask = digits - 1;
  ends.fill(0);
  for (let index = 0; index < from.length; index++) {
    const digit = ((from[index] as number) >>> shift) & mask;
    ends[digit] = (ends[digit] as number) + 1;
  }
  let total = 0;
  for (let digit = 0; digit < digits; digit++) {
    const count = ends[digit] as number;
    ends[digit] = total;
    total += count;
  }
  for (let index = 0; index < from.length; index++) {
    const value = from[index] as number;
    const digit = (value >>> shift) & mask;
    const slot = ends[digit] as number;
    to[slot] = value;
    ends[digit] = slot + 1;
  }
}
