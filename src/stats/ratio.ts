import { sum } from './mean.ts';

/**
 * Σ numerators ÷ Σ denominators: the field's percent of Medicare (Milliman; RAND's relative price), not the mean of
 * the single ratios, which lets small amounts count as much as large ones.
 *
 * Worked: (30 + 90) ÷ (40 + 60) = 1.2, where the mean of 0.75 and 1.5 would be 1.125.
 *
 * @throws RangeError for empty or unequal lists, or denominators that do not add up to more than 0.
 */
export function ratioOfSums(numerators: ArrayLike<number>, denominators: ArrayLike<number>): number {
  if (numerators.length === 0) throw new RangeError('a ratio of sums requires at least one pair');
  if (numerators.length !== denominators.length) {
    throw new RangeError(
      `a ratio of sums requires pairs: ${numerators.length} numerators, ${denominators.length} denominators`,
    );
  }
  const denominator = sum(denominators);
  if (!(denominator > 0))
    throw new RangeError('a ratio of sums requires denominators that add up to more than 0');
  return sum(numerators) / denominator;
}
