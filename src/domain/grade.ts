import { methodologyGroup } from './methodology.ts';
import { policy } from './policy.ts';
import type { RateTable } from './rateTable.ts';
import type { Vote } from './votes.ts';

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

const firmGroups = new Set(['fee-schedule', 'negotiated']);

/**
 * By votes first: fewer than 5 insufficient, up to 10 low, up to 29 fair, 30 and more good. Then one step down for
 * each of: files more than 4 years apart; fewer than half of the rates with a stated dollar methodology; one provider
 * with more than a quarter of the votes. Not below low: that is for too few votes alone. Thresholds in `policy.json`.
 */
export function gradeOf(votes: readonly Vote[], table: RateTable): Grade {
  const n = votes.length;
  if (n < policy.minimumVotes.value) return { level: 'insufficient', reasons: [{ rule: 'few-votes', n }] };
  const reasons: GradeReason[] = [];
  if (n < policy.goodFrom.value) reasons.push({ rule: 'few-votes', n });
  const years = votes.map((vote) => vote.year).filter((year) => year > 0);
  const span = years.length === 0 ? 0 : Math.max(...years) - Math.min(...years);
  const steps: GradeReason[] = [];
  if (span > policy.vintageYears.value) steps.push({ rule: 'vintage-spread', years: span });
  const firmShare = firmShareOf(votes, table);
  if (firmShare < policy.firmMethodologyShare.value) steps.push({ rule: 'soft-methodology', firmShare });
  const share = largestShareOf(votes);
  if (share > policy.largestProviderShare.value) steps.push({ rule: 'large-provider', share });
  const start = n < policy.lowBelow.value ? 2 : n < policy.goodFrom.value ? 1 : 0;
  const level = gradeLevels[Math.min(start + steps.length, 2)] as GradeLevel;
  return { level, reasons: [...reasons, ...steps] };
}

function firmShareOf(votes: readonly Vote[], table: RateTable): number {
  const isFirm = table.methodologies.map((published) => firmGroups.has(methodologyGroup(published)));
  let firm = 0;
  let all = 0;
  for (const vote of votes) {
    for (const row of vote.rows) {
      all++;
      if (isFirm[table.methodology[row] as number]) firm++;
    }
  }
  return all === 0 ? 0 : firm / all;
}

function largestShareOf(votes: readonly Vote[]): number {
  const counts = new Map<number, number>();
  for (const { provider } of votes) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  return Math.max(...counts.values()) / votes.length;
}
