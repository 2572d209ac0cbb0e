import { type Fences, tukeyFences } from '../stats/fences.ts';
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
  return votes.map(({ amount, medicare, aboveGross }) =>
    flagNames(flagBits(amount, valueOf(medicare) ?? 0, fences, aboveGross)),
  );
}

/**
 * The flags of one vote as bits, `1 << index` of `plausibilityFlagNames`.
 *
 * @param medicare 0 or NaN = nothing to compare with
 * @param fences undefined = too few votes to have any
 */
export function flagBits(
  amount: number,
  medicare: number,
  { lower, upper }: Fences = noFences,
  aboveGross = false,
): number {
  let flags = isPlaceholder(amount) ? 1 : 0;
  if (amount < lower) flags |= 2;
  if (amount > upper) flags |= 4;
  if (amount < medicareRange.least * medicare) flags |= 8;
  if (medicare > 0 && amount > medicareRange.most * medicare) flags |= 16;
  return aboveGross ? flags | 32 : flags;
}

/**
 * The amounts, both ends included, that neither fences nor Medicare speak against: `flagBits` of many votes at once.
 *
 * @param medicare 0 or NaN = nothing to compare with
 */
export function plausibleRange(
  medicare: number,
  { lower, upper }: Fences = noFences,
): { readonly least: number; readonly most: number } {
  if (!(medicare > 0)) return { least: lower, most: upper };
  return {
    least: Math.max(lower, medicareRange.least * medicare),
    most: Math.min(upper, medicareRange.most * medicare),
  };
}

const noFences: Fences = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };

/** The names of the flags, in the order of `plausibilityFlagNames`. */
export function flagNames(flags: number): readonly PlausibilityFlag[] {
  return flags === 0 ? noFlags : plausibilityFlagNames.filter((_, index) => (flags & (1 << index)) !== 0);
}

const noFlags: readonly PlausibilityFlag[] = [];

/** 0.00, 0.01, or at least three nines and nothing else before the point: 999, 999.99, 999999999. */
export function isPlaceholder(amount: number): boolean {
  if (amount <= 1) return true;
  // Nearly every vote ends here: the digits of 100,000 amounts are too many to look at.
  if (amount < 99_900 || (amount % 100 !== 0 && amount % 100 !== 99)) return false;
  const digits = String(amount);
  return /^9{3,}(00|99)$/.test(digits);
}
