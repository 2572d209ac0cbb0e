import type { BenchmarkRow } from '../../src/domain/benchmark.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';

/** What each implementation must answer for a payer: n, mean, P25, median and P75 of its votes in cents. */
export interface PayerAnswer {
  readonly payer: BenchmarkRow['id'];
  readonly n: number;
  readonly mean: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
}

/** One way to recompute a scope. `ask` answers for files from that year on, everything else as in the default scope. */
export interface Implementation {
  ask(firstYear: number): Promise<readonly PayerAnswer[]> | readonly PayerAnswer[];
}

export type Make = (table: RateTable) => Promise<Implementation>;

/** The columns of the rates as the peers get them: dictionary words already settled as numbers, which is generous. */
export function plainColumns(table: RateTable, payerOf: (plan: number) => number) {
  const each = <T>(make: (row: number) => T) => Array.from({ length: table.length }, (_, row) => make(row));
  return {
    payer: each((row) => payerOf(table.plan[row] as number)),
    provider: each((row) => table.provider[row] as number),
    commercial: each((row) => (table.plans[table.plan[row] as number]?.line === 'Commercial' ? 1 : 0)),
    setting: each((row) => table.setting[row] as number),
    billing_class: each((row) => table.billingClass[row] as number),
    year: each((row) => table.sources[table.source[row] as number]?.year ?? 0),
    assistant: each((row) => (/C[QO]/.test(table.modifiers[table.modifier[row] as number] ?? '') ? 1 : 0)),
    flags: each((row) => table.flags[row] as number),
    cents: each((row) => table.cents[row] as number),
  };
}
