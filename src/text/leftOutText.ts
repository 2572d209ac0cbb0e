import type { BenchmarkFacts } from '../domain/benchmarkFacts.ts';
import { leftOutRates } from '../domain/leftOutRates.ts';
import type { LeftOutReason, RateSelection } from '../domain/rateSelection.ts';
import { absenceText, dataNotAvailable } from './absence.ts';
import { countOf, formatCount } from './numbers.ts';

/** Finishes "12 rates …" for each reason a rate is not counted. */
const leftOutText: Readonly<Record<LeftOutReason, string>> = {
  line: 'of other plan lines',
  site: 'of other sites',
  vintage: 'of files of other or unstated years',
  'provider-type': 'of another kind of provider',
  provider: 'of other providers',
  methodology: 'of other methodologies',
  modifier: 'with other modifiers',
  'code-type': 'of payment groups, not CPT or HCPCS',
  'contradicts-file': 'that contradict their own file',
  assistant: 'of assistants (CQ, CO)',
};

/** `12 rates of other sites` for each reason that left any out, in the reasons' order. */
export function leftOutParts(leftOut: RateSelection['leftOut']): readonly string[] {
  return Object.entries(leftOut).flatMap(([reason, count]) =>
    count > 0 ? [`${countOf(count, 'rate')} ${leftOutText[reason as LeftOutReason]}`] : [],
  );
}

/** Why a benchmark counts no rate. Finishes "Payer rates: …". */
export function noRatesText({ rows, selection }: Pick<BenchmarkFacts, 'rows' | 'selection'>): string {
  const flagged = rows.find(({ flaggedOutVotes }) => flaggedOutVotes > 0)?.mean;
  if (flagged?.kind === 'absent') return absenceText(flagged);
  const leftOut = leftOutRates(selection);
  return leftOut === 0 ? dataNotAvailable : `${formatCount(leftOut)} in the input, none in this scope`;
}

/** Names the control that sets the condition, for "relax … to count 12 rates". */
export const conditionText: Readonly<Record<LeftOutReason, string>> = {
  line: 'plan line',
  site: 'site',
  vintage: 'file years',
  'provider-type': 'kind of provider',
  provider: 'provider',
  methodology: 'methodology',
  modifier: 'modifier',
  'code-type': 'rows that contradict their own file',
  'contradicts-file': 'rows that contradict their own file',
  assistant: 'rows that contradict their own file',
};
