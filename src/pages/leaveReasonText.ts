import type { LeaveReason } from '../data/formats/formatReader.ts';

/** Why an amount or item is no rate, for a table whose heading says so. */
export const leaveReasonText: Readonly<Record<LeaveReason, string>> = {
  'other-code-type': 'Another kind of code: a room, a drug, a diagnosis group',
  'code-not-asked': 'A code that is not asked for',
  'no-payer': 'No payer: a gross charge, a cash price or a range',
  'no-dollars': 'A percentage or formula without a dollar amount',
  'not-an-amount': 'No amount: blank, zero, N/A or a stand-in such as 999999999',
  bundle: 'A bundle of services under one price',
  capitation: 'Capitation: a payment per member, not per service',
  'out-of-network': 'Paid out of network: no contract set it',
  'no-provider': 'Nobody who is paid: no group of the file names one',
  'no-place': 'Somebody whom nothing places in a state',
  repeated: 'A line that stands in the table a second time',
  'no-room': 'More than one tab can hold: use the command line',
  unreadable: 'A cell or field that cannot be read',
};
