/**
 * The values in ascending order, in a new typed array: inputs are never changed, and the native sort of a typed array
 * needs no comparator. Values must be finite (not checked: readers let nothing else in).
 */
export function sortedCopy(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}
