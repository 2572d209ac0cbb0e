import type { LeftOutReason, RateSelection } from '../domain/rateSelection.ts';
import { dataNotAvailable } from './absence.ts';
import { countOf, formatCount } from './numbers.ts';

/** Finishes "12 rates …" for each reason a rate is not counted. */
const leftOutText: Readonly<Record<LeftOutReason, string>> = {
  line: 'of other plan lines',
  site: 'of other sites',
  vintage: 'of files of other years',
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

/** Why no rate counts: that there is none, or that those there are do not fit. Finishes "Payer rates: …". */
export function noRatesText(leftOut: number): string {
  return leftOut === 0 ? dataNotAvailable : `${formatCount(leftOut)} in the input, none fits every choice`;
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
