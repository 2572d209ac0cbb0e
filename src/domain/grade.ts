import type { MethodologyGroup } from './methodology.ts';
import { policy } from './policy.ts';

/** How much a figure can carry. */
export const gradeLevels = ['good', 'fair', 'low', 'insufficient'] as const;
export type GradeLevel = (typeof gradeLevels)[number];

/** What lowered a grade, with the number behind it. */
export type GradeReason =
  | { readonly rule: 'few-votes'; readonly n: number }
  /** Newest − oldest file, in years. */
  | { readonly rule: 'vintage-spread'; readonly years: number }
  /** Share of the rates that are stated dollar amounts (fee schedule or negotiated). */
  | { readonly rule: 'soft-methodology'; readonly firmShare: number }
  /** Share of the votes that one provider casts. */
  | { readonly rule: 'large-provider'; readonly share: number };

export interface Grade {
  readonly level: GradeLevel;
  readonly reasons: readonly GradeReason[];
}

/** What a grade is judged by, of the votes counted. */
export interface GradeFacts {
  readonly n: number;
  /** Years of the oldest and newest file behind them; 0 when none is stated. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly rates: number;
  /** Rates with a stated dollar methodology (`isFirm`). */
  readonly firmRates: number;
  /** Votes of the provider with the most. */
  readonly largestProvider: number;
}

const firmGroups: ReadonlySet<MethodologyGroup> = new Set<MethodologyGroup>(['fee-schedule', 'negotiated']);

/** Whether a methodology states a dollar amount: a fee schedule or a negotiated price. */
export function isFirm({ methodology }: { readonly methodology: MethodologyGroup }): boolean {
  return firmGroups.has(methodology);
}

/**
 * By votes first: insufficient, low, fair or good. Then one step down for each of: files too far apart; too few of the
 * rates with a stated dollar methodology; one provider with too many of the votes. Not below low: that is for too few
 * votes alone. Thresholds and their reasons in `policy.json`.
 */
export function gradeOf({ n, firstYear, lastYear, rates, firmRates, largestProvider }: GradeFacts): Grade {
  if (n < policy.minimumVotes.value) return { level: 'insufficient', reasons: [{ rule: 'few-votes', n }] };
  const reasons: GradeReason[] = [];
  if (n < policy.goodFrom.value) reasons.push({ rule: 'few-votes', n });
  const years = lastYear - firstYear;
  const steps: GradeReason[] = [];
  if (years > policy.vintageYears.value) steps.push({ rule: 'vintage-spread', years });
  const firmShare = rates === 0 ? 0 : firmRates / rates;
  if (firmShare < policy.firmMethodologyShare.value) steps.push({ rule: 'soft-methodology', firmShare });
  const share = largestProvider / n;
  if (share > policy.largestProviderShare.value) steps.push({ rule: 'large-provider', share });
  const start = n < policy.lowBelow.value ? 2 : n < policy.goodFrom.value ? 1 : 0;
  const level = gradeLevels[Math.min(start + steps.length, 2)] as GradeLevel;
  return { level, reasons: [...reasons, ...steps] };
}
