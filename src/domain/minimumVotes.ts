import { type Absent, absent } from './cell.ts';
import { policy } from './policy.ts';

/** The fewest votes percentiles are given for. Apart from `scope.ts`, which the first page loads. */
export const minimumVotes = policy.minimumVotes.value;

/** Why so many votes, or what else is counted, have no percentiles: `fewer than 5 votes (3)`. */
export function tooFew(n: number, plural = 'votes'): Absent {
  return absent('too-few', `fewer than ${minimumVotes} ${plural} (${n})`);
}
