import { countedList, type SortedList } from '../stats/countedList.ts';
import { sortedAmounts } from './sortedAmounts.ts';

/** Amounts in ascending order as a list of votes: each once, or as many times as providers cast it (`weights`). */
export function sortedVotes(amounts: Float64Array, weights: Uint32Array | null): SortedList {
  return weights ? countedList(amounts, weights) : sortedAmounts(amounts);
}

/** The amounts of votes in ascending order. */
export function amountsOf(
  votes: readonly { readonly amount: number; readonly weight: number }[],
): SortedList {
  const amounts = new Float64Array(votes.length);
  const weights = new Uint32Array(votes.length);
  let isPlain = true;
  for (const [index, { amount, weight }] of votes.entries()) {
    amounts[index] = amount;
    weights[index] = weight;
    if (weight !== 1) isPlain = false;
  }
  return sortedVotes(amounts, isPlain ? null : weights);
}

/** How many votes a list stands for. */
export function votesIn(votes: readonly { readonly weight: number }[]): number {
  return votes.reduce((total, { weight }) => total + weight, 0);
}
