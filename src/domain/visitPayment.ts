import { absent, type Cell, present } from './cell.ts';
import type { Cents } from './money.ts';
import { type BilledService, billedServices, type TypicalVisit, type UnitRule } from './typicalVisit.ts';

export const reductions = ['none', 'practice-expense', 'later-units', 'later-codes'] as const;
/**
 * What several always-therapy services on one day do to their price; other services are never reduced.
 *
 * - `none`: every unit in full.
 * - `practice-expense`: Medicare's. The unit with the highest practice expense in full, the one with the higher fee of
 *   equals; every other unit with half of its practice expense.
 * - `later-units`: one unit of the code with the highest total allowance (units × rate) in full; every other unit at
 *   half of its rate.
 * - `later-codes`: the code with the highest total allowance in full, all units of it; every other code at half.
 *
 * The last two are two readings of "half of the rate on later services": one insurer's bulletins have both, and its
 * notice of 1 July 2024 changes the second into the first (`text/visitSources.ts` names them).
 */
export type Reduction = (typeof reductions)[number];

/** How a payer pays a visit. */
export interface VisitTerms {
  readonly rule: UnitRule;
  readonly reduction: Reduction;
  /** What an assistant's services are paid at: 0.85, or 1 where the payer makes no difference. */
  readonly assistantShare: number;
  /** The most a visit pays. */
  readonly cap: Cents | null;
}

/** What one unit of a code pays; unrounded cents. */
export interface UnitRate {
  readonly full: number;
  /** With half of the practice expense; null where the therapy reduction does not apply to the code. */
  readonly reduced: number | null;
  /** Medicare's practice-expense RVU, in hundredths: decides which unit is paid in full. 0 where there is none. */
  readonly expense: number;
  /** Medicare's own amount in full, which decides between equals. 0 where there is none. */
  readonly fee: number;
}

export interface PaidService extends BilledService {
  /** Units paid in full; the others at `lower`. */
  readonly inFull: number;
  readonly full: number;
  /** What a unit pays that is not paid in full; equals `full` where nothing is reduced. */
  readonly lower: number;
  readonly amount: number;
}

/** What a visit pays; unrounded cents. */
export interface VisitPayment {
  readonly services: readonly PaidService[];
  readonly sum: number;
  /** Times the assistant's share, where an assistant furnished it. */
  readonly adjusted: number;
  /** No more than the cap. */
  readonly amount: number;
  /** The share applied: 1 where no assistant is involved. */
  readonly share: number;
  readonly isCapped: boolean;
}

/**
 * Minutes → units by the payer's rule → units in full and reduced → the assistant's share → the cap.
 * Sources of the rules: `text/visitSources.ts`, each with how near we came to it.
 *
 * @returns absent where a billed code has no rate; a visit too short for any unit pays 0.
 */
export function visitPayment(
  visit: TypicalVisit,
  terms: VisitTerms,
  rateOf: (code: string) => Cell<UnitRate>,
): Cell<VisitPayment> {
  const billed: (BilledService & { readonly rate: UnitRate })[] = [];
  for (const service of billedServices(visit, terms.rule)) {
    const rate = rateOf(service.code);
    if (rate.kind === 'absent') {
      // What is known of why it is none is told: too few votes, or Medicare's own reason.
      return rate.detail === ''
        ? absent('refused', `no rate for ${service.code}`)
        : absent(rate.reason, `${service.code}: ${rate.detail}`);
    }
    billed.push({ ...service, rate: rate.value });
  }
  const favoured = favouredService(billed, terms.reduction);
  const services = billed.map(({ code, units, rate }, index): PaidService => {
    const lower = lowerRate(rate, terms.reduction);
    const inFull = unitsInFull(terms.reduction, units, index === favoured, rate);
    return {
      code,
      units,
      inFull,
      full: rate.full,
      lower,
      amount: inFull * rate.full + (units - inFull) * lower,
    };
  });
  const sum = services.reduce((total, { amount }) => total + amount, 0);
  const share = visit.assistant ? terms.assistantShare : 1;
  const adjusted = sum * share;
  const cap = terms.cap ?? Number.POSITIVE_INFINITY;
  const amount = Math.min(adjusted, cap);
  return present({ services, sum, adjusted, amount, share, isCapped: cap < adjusted });
}

/** Index of the service that is spared; the first when equal, undefined where no service is ever reduced. */
function favouredService(
  billed: readonly (BilledService & { readonly rate: UnitRate })[],
  reduction: Reduction,
): number | undefined {
  const ranked = billed
    .map(({ units, rate }, index) => ({ index, rate, allowance: units * rate.full }))
    .filter(({ rate }) => rate.reduced !== null)
    .sort((a, b) =>
      reduction === 'practice-expense'
        ? b.rate.expense - a.rate.expense || b.rate.fee - a.rate.fee
        : b.allowance - a.allowance,
    );
  return ranked[0]?.index;
}

function lowerRate({ full, reduced }: UnitRate, reduction: Reduction): number {
  if (reduction === 'none' || reduced === null) return full;
  return reduction === 'practice-expense' ? reduced : full / 2;
}

function unitsInFull(reduction: Reduction, units: number, isFavoured: boolean, rate: UnitRate): number {
  if (reduction === 'none' || rate.reduced === null) return units;
  if (!isFavoured) return 0;
  return reduction === 'later-codes' ? units : 1;
}
