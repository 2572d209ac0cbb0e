import type { Cell } from './cell.ts';

/** What the catalogue prints for a code: the default scope, nationally. Amounts are unrounded cents. */
export interface CodeHeadline {
  readonly code: string;
  /** Published rates of the code in any scope. */
  readonly rates: number;
  /** Providers with at least one of them. */
  readonly providers: number;
  /** Places with at least one of them. */
  readonly places: number;
  /** Votes behind the BUCA figures: one per provider and payer. */
  readonly bucaVotes: number;
  readonly bucaMedian: Cell;
  readonly bucaMean: Cell;
  /** Ratio of sums, as a fraction. */
  readonly percentOfMedicare: Cell;
}
