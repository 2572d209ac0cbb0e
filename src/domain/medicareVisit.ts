import type { VisitTerms } from './visitPayment.ts';

/** The first year in which Medicare pays an assistant's services at 85%: section 1834(v) of the Social Security Act. */
const firstAssistantYear = 2022;

/** How Medicare pays a therapy visit in a year: the 8-minute rule, the therapy reduction, no cap. */
export function medicareVisitTerms(year: number): VisitTerms {
  return {
    rule: 'eight-minute',
    reduction: 'practice-expense',
    assistantShare: year >= firstAssistantYear ? 0.85 : 1,
    cap: null,
  };
}

/** Medicare's own part of what it allows, once the deductible is met. */
export const medicareShare = 0.8;

/**
 * Sequestration at the year's end, as a share of what Medicare itself pays: suspended from May 2020 to March 2022, 1%
 * from April to June 2022, 2% again from July 2022. The patient's coinsurance is not reduced.
 */
export function sequestration(year: number): number {
  return year === 2020 || year === 2021 ? 0 : 0.02;
}

/** What is received of an allowed amount, from Medicare and the patient together. */
export function afterSequestration(allowed: number, year: number): number {
  return allowed * (1 - medicareShare * sequestration(year));
}
