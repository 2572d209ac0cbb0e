import type { ContractLine } from './contract.ts';
import type { PlanLine } from './payer.ts';

/** Lines of business whose rates a public program sets for every provider alike. */
const setByProgram: ReadonlySet<PlanLine> = new Set([
  'Medicare (traditional)',
  'Medicaid / CHIP',
  'Tricare/VA',
]);

/**
 * Whether a rate is agreed between a payer and a provider. Where a program sets it there is nothing to ask for: no target,
 * no gain and no talking point, though it is shown beside Medicare and the market like any other.
 */
export function isNegotiated({ planLine }: Pick<ContractLine, 'planLine'>): boolean {
  return !setByProgram.has(planLine);
}
