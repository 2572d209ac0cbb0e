import type { BillingClass, RateFlag, Setting } from '../domain/rateTable.ts';

export const settingText: Readonly<Record<Setting, string>> = {
  '': 'Not stated',
  outpatient: 'Outpatient',
  inpatient: 'Inpatient',
  both: 'Inpatient and outpatient',
  emergency: 'Emergency',
};

export const billingClassText: Readonly<Record<BillingClass, string>> = {
  '': 'Not stated',
  facility: 'Facility',
  professional: 'Professional',
  institutional: 'Institutional',
};

/** What each mark on a rate means, and what benchmarks do with it. */
export const flagText: Readonly<Record<RateFlag, string>> = {
  above_gross: 'Above the item’s own gross charge',
  equals_gross: 'Equal to the item’s own gross charge',
  per_diem: 'A daily amount on a code',
  very_low: 'A few dollars where that is implausible',
  encounter_level: 'For a whole encounter',
  hospital_estimate: 'The hospital’s estimate or average',
  clinic_median: 'The median of one clinic’s rates',
};
