/**
 * The arithmetic mean: sum ÷ n, one division at the end. Of whole or half cents the sum is exact up to 2^52, so the
 * result is the correctly rounded quotient.
 *
 * @throws RangeError for an empty list.
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('a mean requires at least one value');
  return sum(values) / values.length;
}

/** The sum in the order given; 0 for an empty list. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index] as number;
  return total;
}

/**
 * Σ(value·weight) ÷ Σweight. Worked: 10, 20 with weights 3, 1 → 50 ÷ 4 = 12.5.
 *
 * @throws RangeError for an empty list, lists of unequal length, a negative weight, or weights that add up to 0.
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('a weighted mean requires at least one value');
  if (values.length !== weights.length) {
    throw new RangeError(
      `a weighted mean requires one weight per value: ${values.length} values, ${weights.length} weights`,
    );
  }
  let total = 0;
  let totalWeight = 0;
  for (let index = 0; index < values.length; index++) {
    const weight = weights[index] as number;
    if (!(weight >= 0)) throw new RangeError(`a weight must be 0 or more, not ${weight}`);
    total += (values[index] as number) * weight;
    totalWeight += weight;
  }
  if (totalWeight === 0) throw new RangeError('a weighted mean requires a weight above 0');
  return total / totalWeight;
}
