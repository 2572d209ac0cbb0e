import { countedList, type SortedList, sumOfList } from './countedList.ts';

/**
 * Σ numerators ÷ Σ denominators: the field's percent of Medicare (Milliman; RAND's relative price), not the mean of
 * the single ratios, which lets small amounts count as much as large ones.
 *
 * Worked: (30 + 90) ÷ (40 + 60) = 1.2, where the mean of 0.75 and 1.5 would be 1.125.
 *
 * @param counts how many pairs each pair stands for; 1 each when left out. The result is bit for bit that of the pairs
 * written out, in whatever order, while the numerators are whole or half cents.
 * @throws RangeError for empty or unequal lists, or denominators that do not add up to more than 0.
 */
export function ratioOfSums(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  counts: ArrayLike<number> = new Uint8Array(numerators.length).fill(1),
): number {
  if (numerators.length === 0) throw new RangeError('a ratio of sums requires at least one pair');
  if (numerators.length !== denominators.length) {
    throw new RangeError(
      `a ratio of sums requires pairs: ${numerators.length} numerators, ${denominators.length} denominators`,
    );
  }
  return ratioOfSumsSorted(countedList(numerators, counts), countedList(denominators, counts));
}

/**
 * The same of two lists in order already: which numerator belongs to which denominator makes no difference to sums.
 *
 * @param denominators as a counted list, where they are no whole or half cents: that is what makes the result the same
 * in whatever order they came.
 * @throws RangeError for denominators that do not add up to more than 0.
 */
export function ratioOfSumsSorted(numerators: SortedList, denominators: SortedList): number {
  const denominator = sumOfList(denominators);
  if (!(denominator > 0))
    throw new RangeError('a ratio of sums requires denominators that add up to more than 0');
  return sumOfList(numerators) / denominator;
}
