import type { BenchmarkFacts } from './benchmarkFacts.ts';
import { type LeftOutReason, leftOutReasons, leftOutRowReasons } from './rateSelection.ts';

/** A condition to relax, and how many rates that alone would bring in. */
export interface Relaxation {
  readonly reason: LeftOutReason;
  readonly rates: number;
}

const togetherAs = 'contradicts-file';
const together: ReadonlySet<LeftOutReason> = new Set(leftOutRowReasons);

/**
 * For a choice that counts nothing: the single controls that, relaxed alone, would count something, most first; rows of
 * whatever kind that one control leaves out stand under `contradicts-file`. Empty when something counts already, or when
 * it takes more than one.
 */
export function relaxations({ counted, wouldCount }: BenchmarkFacts['selection']): readonly Relaxation[] {
  if (counted > 0) return [];
  const rows = leftOutRowReasons.reduce((sum, reason) => sum + wouldCount[reason], 0);
  return leftOutReasons
    .filter((reason) => reason === togetherAs || !together.has(reason))
    .map((reason) => ({ reason, rates: reason === togetherAs ? rows : wouldCount[reason] }))
    .filter(({ rates }) => rates > 0)
    .sort((a, b) => b.rates - a.rates);
}
