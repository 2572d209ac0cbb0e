import type { LeftOutReason } from '../domain/rateSelection.ts';

/** Finishes "12 rates …" for each reason a rate is not counted. */
export const leftOutText: Readonly<Record<LeftOutReason, string>> = {
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
