/**
 * The places of amounts in ascending order, equal ones as they stood. Whole and half cents are put in order as numbers
 * that carry their place, ten times sooner than by comparing; others (a rate of a user's file may be huge) are compared.
 */
export function orderOf(amounts: Float64Array): Uint32Array {
  const { length } = amounts;
  const keys = new Float64Array(length);
  for (let index = 0; index < length; index++) {
    const halves = (amounts[index] as number) * 2;
    const key = halves * length + index;
    if (!(Number.isInteger(halves) && halves >= 0 && Number.isSafeInteger(key))) return compared(amounts);
    keys[index] = key;
  }
  keys.sort();
  return Uint32Array.from(keys, (key) => key % length);
}

function compared(amounts: Float64Array): Uint32Array {
  return Uint32Array.from(amounts.keys()).sort(
    (a, b) => (amounts[a] as number) - (amounts[b] as number) || a - b,
  );
}
