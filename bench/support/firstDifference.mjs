/**
 * Where two implementations differ by more than rounding in the last bits.
 *
 * @param {unknown} ours @param {unknown} theirs @param {string} [at] @returns {string | undefined}
 */
export function firstDifference(ours, theirs, at = '') {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours))
      ? undefined
      : `${at}: ${ours}, ${theirs}`;
  }
  if (typeof ours !== 'object' || ours === null || typeof theirs !== 'object' || theirs === null) {
    return ours === theirs ? undefined : `${at}: ${String(ours)}, ${String(theirs)}`;
  }
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  for (const key of keys) {
    const difference = firstDifference(Reflect.get(ours, key), Reflect.get(theirs, key), `${at}/${key}`);
    if (difference) return difference;
  }
  return undefined;
}
