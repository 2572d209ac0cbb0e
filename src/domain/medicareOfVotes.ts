import type { MedicareAmounts } from './medicareAmounts.ts';
import type { VoteTally } from './voteTally.ts';

/** Votes beside Medicare; unrounded cents. */
export interface MedicareOfVotes {
  /** Votes that have a Medicare amount to compare with. */
  readonly compared: number;
  /** Σ of those amounts. */
  readonly sum: number;
}

/**
 * Added up by amount, lowest first, one product for each: the sum is to the last bit that of the votes written out in
 * any order (`stats/ratio.ts`), and it costs a look at each pair of place and date, not at each vote.
 */
export function medicareOfVotes(medicare: MedicareAmounts, { ofFile }: VoteTally): MedicareOfVotes {
  for (let file = 0; file < ofFile.length; file++) if (ofFile[file] !== 0) medicare.amountOf(file);
  let compared = 0;
  let sum = 0;
  let amount = 0;
  let votes = 0;
  for (const file of medicare.ascending()) {
    const own = ofFile[file] as number;
    if (own === 0) continue;
    if (medicare.amountOf(file) !== amount) {
      sum += amount * votes;
      amount = medicare.amountOf(file);
      votes = 0;
    }
    votes += own;
    compared += own;
  }
  return { compared, sum: sum + amount * votes };
}
