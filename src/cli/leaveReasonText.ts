import type { LeaveReason } from '../data/formats/formatReader.ts';

/** Why an amount or item is no rate, in words that follow its number. */
export const leaveReasonText: Readonly<Record<LeaveReason, string>> = {
  'other-code-type': 'of other code types',
  'code-not-asked': 'of codes not asked for',
  'no-payer': 'not agreed with a payer',
  'no-dollars': 'a percentage or formula without dollars',
  'not-an-amount': 'blank, zero or a stand-in for an amount',
  bundle: 'for bundles',
  capitation: 'per head, not per service',
  'out-of-network': 'paid out of network',
  'no-provider': 'without a word on who is paid',
  'no-place': 'whose providers nothing places',
  repeated: 'standing in the file twice',
  'no-room': 'more than can be held',
  unreadable: 'unreadable',
};
