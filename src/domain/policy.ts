import policyData from './policy.json' with { type: 'json' };

/** A threshold and why it is set where it is. */
export interface PolicyRule {
  readonly value: number;
  readonly reason: string;
}

/** Thresholds of suppression and grading. Edited in `policy.json`; every suppressed cell and every grade names its rule. */
export interface Policy {
  /** Fewer votes than this: no percentiles. */
  readonly minimumVotes: PolicyRule;
  /** Fewer votes than this: low confidence. */
  readonly lowBelow: PolicyRule;
  /** This many votes or more: good confidence. */
  readonly goodFrom: PolicyRule;
  /** A larger share of the votes from one provider lowers the grade. */
  readonly largestProviderShare: PolicyRule;
  /** Files further apart than this many years lower the grade. */
  readonly vintageYears: PolicyRule;
  /** A smaller share of rates with a stated dollar methodology lowers the grade. */
  readonly firmMethodologyShare: PolicyRule;
}

export const policy: Policy = policyData;
