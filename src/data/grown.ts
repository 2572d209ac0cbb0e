/** The same numbers with room for at least `length` of them. */
export function grownUint32(column: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= column.length) return column;
  const grown = new Uint32Array(Math.max(length, column.length * 2));
  grown.set(column);
  return grown;
}

/** The same numbers with room for at least `length` of them. */
export function grownFloat64(column: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  if (length <= column.length) return column;
  const grown = new Float64Array(Math.max(length, column.length * 2));
  grown.set(column);
  return grown;
}
