/**
 * How the published file says a rate was set, in the groups that matter to a comparison: a fee schedule is a price,
 * percent of charges moves with the chargemaster, an estimate is an average of payments.
 */
export const methodologyGroups = [
  'fee-schedule',
  'negotiated',
  'percent-of-charges',
  'per-diem',
  'estimate',
  'other',
  'unstated',
] as const;
export type MethodologyGroup = (typeof methodologyGroups)[number];

/** A map: what a file says may be `constructor`, which every object answers to. */
const groups: ReadonlyMap<string, MethodologyGroup> = new Map([
  ['', 'unstated'],
  ['fee schedule', 'fee-schedule'],
  ['tic fee schedule', 'fee-schedule'],
  ['tic negotiated', 'negotiated'],
  ['tic per diem', 'per-diem'],
  // A price made up for the payer's own books.
  ['tic derived', 'estimate'],
  ['negotiated', 'negotiated'],
  ['percent of total billed charges', 'percent-of-charges'],
  ['per diem', 'per-diem'],
  ['derived contracted rate', 'estimate'],
  ['expected payment', 'estimate'],
  ['tic clinic median of distinct rates', 'estimate'],
]);

/** The group of a methodology as published; `other` for words no group is known for. */
export function methodologyGroup(published: string): MethodologyGroup {
  return groups.get(published.trim().toLowerCase()) ?? 'other';
}
