import type { Relaxation } from '../domain/relax.ts';
import { conditionText } from './leftOutText.ts';
import { listOf } from './names.ts';
import { countOf } from './numbers.ts';

/** What to relax when a choice counts nothing: "relax methodology to count 12 rates". */
export function relaxText(relaxations: readonly Relaxation[]): string {
  if (relaxations.length === 0) return 'No single choice is the cause: it takes several of them together.';
  const parts = relaxations
    .slice(0, 3)
    .map(({ reason, rates }) => `${conditionText[reason]} (${countOf(rates, 'rate')})`);
  return `Relax one of these to count some: ${listOf(parts)}.`;
}
