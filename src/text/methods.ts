import { policy } from '../domain/policy.ts';
import type { Basis } from '../domain/scope.ts';
import type { QuantileDefinition } from '../stats/quantileDefinition.ts';
import { definitionText } from './scopeSentence.ts';

const ranks = { p25: '25th', median: '50th', p75: '75th' } as const;

/** What a column of percentiles holds, by the definition its figure is made with. */
export function percentileMethod(
  percentile: keyof typeof ranks,
  definition: QuantileDefinition = 'type7',
): string {
  return `${ranks[percentile]} percentile of the votes, ${definitionText[definition]}.`;
}

/** The thresholds of `policy.json` in words: changed there, they change here. */
function gradeMethod(): string {
  const { minimumVotes, lowBelow, goodFrom, vintageYears, firmMethodologyShare, largestProviderShare } =
    policy;
  const percent = (share: number) => `${share * 100}%`;
  return `How much the figure can carry: by votes (fewer than ${minimumVotes.value} insufficient, to ${lowBelow.value - 1} low, to ${goodFrom.value - 1} fair, ${goodFrom.value} and more good), one step down each for files more than ${vintageYears.value} years apart, for less than ${percent(firmMethodologyShare.value)} of the rates with a stated dollar methodology, and for one provider with more than ${percent(largestProviderShare.value)} of the votes.`;
}

/** Definitions are data: the column help, the methodology page and every export read the same line. */
export const methods = {
  payer:
    'Payer group: raw payer and plan names of the published files mapped to one parent by the alias table.',
  votes:
    'One vote for each provider with a counted rate. In a pooled row (BUCA) a provider votes once for each payer it has.',
  providers: 'Distinct providers behind the counted rates.',
  rates:
    'Published rates counted. A provider may publish several for one payer; its vote is the median of the distinct ones.',
  ratesAlone: 'Published rates counted, each by itself.',
  mean: 'Arithmetic mean of the votes, in dollars for one unit of the code.',
  p25: percentileMethod('p25'),
  median: percentileMethod('median'),
  p75: percentileMethod('p75'),
  spread: 'P75 − P25, in dollars: how far apart the middle half of the votes lies.',
  percentOfMedicare:
    'Sum of the votes ÷ sum of the Medicare amounts for the same code, state and year of each vote (physician fee schedule, non-facility, unreduced; mean over the state’s localities).',
  grade: gradeMethod(),
  hospitals: 'Hospitals that published this charge.',
  gross: 'The hospital’s list price before any discount. A charge, not what a payer pays.',
  cash: 'The hospital’s price for patients who pay themselves. A charge, not what a payer pays.',
  medicare:
    'Medicare physician fee schedule: (work RVU × work GPCI + practice-expense RVU × PE GPCI + malpractice RVU × MP GPCI) × conversion factor, for each locality, rounded once to the cent.',
  deviation: 'The place minus the nation, in dollars and as a share of the national figure.',
  deviationOfFile: 'The place minus all of your file, in dollars and as a share of the file’s figure.',
} as const;

/** What n is: votes of providers, or rates where each is counted by itself. */
export function countMethod(basis: Basis): string {
  return basis === 'providers' ? methods.votes : methods.ratesAlone;
}
