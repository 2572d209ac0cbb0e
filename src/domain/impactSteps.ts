import type { Impact } from './contractImpact.ts';

/** One step from revenue now to revenue at the target: from and to, in unrounded cents. */
export interface ImpactStep {
  readonly id: string;
  readonly label: string;
  /** Rows of the impact in it: 1, or the rest together. */
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The gains one upon the other, the largest first; those past the first `most` are one step, unless that is a single
 * one. Rows that gain nothing are no step. The last step ends at the revenue at the target.
 *
 * Worked: $5,250 now and gains of $1,000 and $200: steps from 5,250 to 6,250 and on to 6,450.
 */
export function impactSteps({ rows, total }: Impact, most: number): readonly ImpactStep[] {
  const gaining = rows.filter(({ gain }) => gain > 0);
  const shown = gaining.length <= most + 1 ? gaining : gaining.slice(0, most);
  const rest = gaining.slice(shown.length);
  let reached = total.now;
  const steps = shown.map(({ id, label, gain }) => {
    const from = reached;
    reached += gain;
    return { id, label, count: 1, from, to: reached };
  });
  if (rest.length === 0) return steps;
  return [...steps, { id: 'others', label: '', count: rest.length, from: reached, to: total.atTarget }];
}
