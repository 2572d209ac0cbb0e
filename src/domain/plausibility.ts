import { tukeyFences } from '../stats/fences.ts';
import { type Cell, valueOf } from './cell.ts';
import { minimumVotes } from './minimumVotes.ts';

/**
 * Why an amount is worth a second look. A flag never removes a vote: it shows what the figures are without it.
 *
 * - `placeholder`: zero, a cent, or a string of nines, which stand for "no amount" in published files.
 * - `below-fence`, `above-fence`: outside Tukey's 1.5 × IQR fences of the votes.
 * - `below-medicare-range`, `above-medicare-range`: under half, or over 5.5 times, the Medicare amount compared with.
 * - `above-gross`: more than the provider's own list price.
 */
export const plausibilityFlagNames = [
  'placeholder',
  'below-fence',
  'above-fence',
  'below-medicare-range',
  'above-medicare-range',
  'above-gross',
] as const;
export type PlausibilityFlag = (typeof plausibilityFlagNames)[number];

/** Multiples of Medicare a rate is plausible between, both ends included (field-guide 3.5). */
export const medicareRange = { least: 0.5, most: 5.5 } as const;

export interface JudgedVote {
  /** Cents, whole or half. */
  readonly amount: number;
  /** The Medicare amount the vote is compared with; an absence judges nothing. */
  readonly medicare: Cell;
  /** Whether the published file itself lists a lower gross charge. */
  readonly aboveGross?: boolean;
}

/**
 * The flags of each vote, in the order of the votes; an empty list where nothing stands out.
 *
 * Fences are type-7 quartiles ∓ 1.5 × their distance, over the votes handed in, those of one figure.
 * Fewer than `minimumVotes` have no quartiles, so no fences. Both rules together, because either alone misses:
 * 155.55 among the commercial rows of the 97760 table is only 3.44 × its Medicare, but above the fence of 49.30.
 */
export function plausibilityFlags(votes: readonly JudgedVote[]): readonly (readonly PlausibilityFlag[])[] {
  const fences = votes.length < minimumVotes ? undefined : tukeyFences(votes.map((vote) => vote.amount));
  return votes.map(({ amount, medicare, aboveGross }) => {
    const flags: PlausibilityFlag[] = [];
    if (isPlaceholder(amount)) flags.push('placeholder');
    if (fences && amount < fences.lower) flags.push('below-fence');
    if (fences && amount > fences.upper) flags.push('above-fence');
    const reference = valueOf(medicare);
    if (reference !== undefined && reference > 0) {
      if (amount < medicareRange.least * reference) flags.push('below-medicare-range');
      if (amount > medicareRange.most * reference) flags.push('above-medicare-range');
    }
    if (aboveGross) flags.push('above-gross');
    return flags;
  });
}

/** 0.00, 0.01, or at least three nines and nothing else before the point: 999, 999.99, 999999999. */
function isPlaceholder(amount: number): boolean {
  if (amount <= 1) return true;
  const digits = String(amount);
  return /^9{3,}(00|99)$/.test(digits);
}
