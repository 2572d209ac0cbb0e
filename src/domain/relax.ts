import type { BenchmarkFacts } from './benchmarkFacts.ts';
import { type LeftOutReason, leftOutReasons } from './rateSelection.ts';

/** A condition to relax, and how many rates that alone would bring in. */
export interface Relaxation {
  readonly reason: LeftOutReason;
  readonly rates: number;
}

/**
 * For a choice that counts nothing: the single conditions that, relaxed alone, would count something, most first.
 * Empty when something counts already, or when it takes more than one.
 */
export function relaxations(selection: BenchmarkFacts['selection']): readonly Relaxation[] {
  if (selection.counted > 0) return [];
  return leftOutReasons
    .map((reason) => ({ reason, rates: selection.wouldCount[reason] }))
    .filter(({ rates }) => rates > 0)
    .sort((a, b) => b.rates - a.rates);
}
