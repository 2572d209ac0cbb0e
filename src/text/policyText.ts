import { type Policy, policy } from '../domain/policy.ts';
import { formatRatio } from './numbers.ts';

/** A threshold of the suppression and grading policy, in words, with its reason. */
export interface PolicyLine {
  readonly id: keyof Policy;
  readonly rule: string;
  readonly reason: string;
}

const rules: Readonly<Record<keyof Policy, (value: number) => string>> = {
  minimumVotes: (value) =>
    `Fewer than ${value} votes: no percentiles; the cell says so. Grade: insufficient.`,
  lowBelow: (value) => `Fewer than ${value} votes: grade low.`,
  goodFrom: (value) => `${value} votes or more: grade good; between the two: fair.`,
  largestProviderShare: (value) =>
    `One provider casts more than ${formatRatio(value)} of the votes: one step down.`,
  vintageYears: (value) => `Files more than ${value} years apart: one step down.`,
  firmMethodologyShare: (value) =>
    `Fewer than ${formatRatio(value)} of the rates state a dollar methodology: one step down.`,
};

/** The policy as printed on the methodology page: the same file the code reads. */
export function policyLines(): readonly PolicyLine[] {
  return (Object.keys(rules) as (keyof Policy)[]).map((id) => ({
    id,
    rule: rules[id](policy[id].value),
    reason: policy[id].reason,
  }));
}
