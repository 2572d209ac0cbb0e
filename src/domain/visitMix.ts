import { wholeShares } from '../stats/wholeShares.ts';
import type { ContractLine } from './contract.ts';
import type { MedicareArea } from './medicareArea.ts';
import { isPlainLine } from './visitRates.ts';

/**
 * Visits of a year by payer, from the contract's own volumes: each payer's share of the units of the visits' codes,
 * times the visits, in whole visits that add up (`wholeShares`; of equal remainders the payer with more units first).
 *
 * Worked: 10 visits, 50 units of one payer and 30 of another → 6.25 and 3.75 → 6 and 4.
 *
 * @returns null where the contract states no units for any of the codes: there is no telling then.
 */
export function visitMix(
  lines: readonly ContractLine[],
  codes: readonly string[],
  area: MedicareArea,
  visits: number,
): ReadonlyMap<string, number> | null {
  const wanted = new Set(codes);
  const units = new Map<string, number>();
  for (const line of lines) {
    if (!wanted.has(line.code) || line.units === null || !isPlainLine(line, area)) continue;
    units.set(line.market, (units.get(line.market) ?? 0) + line.units);
  }
  const all = [...units.values()].reduce((total, each) => total + each, 0);
  if (all === 0) return null;
  // Most units first: of equal remainders theirs is served first.
  const ranked = [...units].sort(([, a], [, b]) => b - a);
  const shares = wholeShares(
    ranked.map(([, own]) => (visits * own) / all),
    visits,
  );
  const visitsOf = new Map(ranked.map(([payer], index) => [payer, shares[index] as number]));
  return new Map([...units.keys()].map((payer) => [payer, visitsOf.get(payer) as number]));
}
