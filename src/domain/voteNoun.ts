import type { BenchmarkRow } from './benchmarkRow.ts';
import type { Basis } from './scope.ts';

/** What one vote of a row stands for: a pool counts a provider once for each payer it has, so its votes are just votes. */
export function voteNoun(row: BenchmarkRow['id'], basis: Basis): 'rate' | 'vote' | 'provider' {
  if (basis === 'rates') return 'rate';
  return row === 'buca' ? 'vote' : 'provider';
}
