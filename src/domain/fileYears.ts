import type { RateSource, RateTable } from './rateTable.ts';

/** Years of the files that hold any of these rates, ascending, unstated ones left out: the choices of the vintage control. */
export function fileYears(table: RateTable): readonly number[] {
  const years = new Set<number>();
  for (const source of table.source) years.add((table.sources[source] as RateSource).year);
  years.delete(0);
  return [...years].sort((a, b) => a - b);
}
