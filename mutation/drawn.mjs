/**
 * `count` of the list, each set of that size as likely as any other, in the order of the list: the first steps of a
 * Fisher-Yates shuffle over mulberry32. The same list and seed give the same members on every machine.
 * @template T
 * @param {readonly T[]} list
 * @param {number} count
 * @param {number} seed
 * @returns {T[]}
 */
export function drawn(list, count, seed) {
  const places = list.map((_, place) => place);
  const taken = Math.min(count, list.length);
  let state = seed >>> 0;
  for (let at = 0; at < taken; at++) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const other = at + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (list.length - at));
    [places[at], places[other]] = [Number(places[other]), Number(places[at])];
  }
  return places
    .slice(0, taken)
    .sort((a, b) => a - b)
    .flatMap((place) => list.slice(place, place + 1));
}
