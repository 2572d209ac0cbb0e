import { policy } from './policy.ts';

/** The fewest votes percentiles are given for. Apart from `scope.ts`, which the first page loads. */
export const minimumVotes = policy.minimumVotes.value;
