import { type BenchmarkRow, benchmark } from './benchmark.ts';
import type { Cell } from './cell.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import type { Provider, RateTable } from './rateTable.ts';
import { defaultScope } from './scope.ts';

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

/** The catalogue's line for a code, from the same benchmark its page shows. */
export function codeHeadline(table: RateTable, schedule: FeeSchedule): CodeHeadline {
  const [buca] = benchmark(table, defaultScope, null, schedule).rows as readonly [BenchmarkRow];
  const providers = new Set(table.provider);
  const countOf = (provider: number) => table.counts?.[provider] ?? 1;
  return {
    code: table.code,
    rates: table.provider.reduce((total, provider) => total + countOf(provider), 0),
    providers: [...providers].reduce((total, provider) => total + countOf(provider), 0),
    places: new Set([...providers].map((provider) => (table.providers[provider] as Provider).place)).size,
    bucaVotes: buca.n,
    bucaMedian: buca.median,
    bucaMean: buca.mean,
    percentOfMedicare: buca.percentOfMedicare,
  };
}
