/** The keys that say something in a hospital's JSON. */
export const hospitalKeys = [
  'hospital_name',
  'last_updated_on',
  'version',
  'state',
  'hospital_address',
  'type_2_npi',
  'license_information',
  'standard_charge_information',
  'code_information',
  'code',
  'type',
  'standard_charges',
  'setting',
  'billing_class',
  'gross_charge',
  'modifier_code',
  'modifiers',
  'payers_information',
  'payer_name',
  'plan_name',
  'standard_charge_dollar',
  'standard_charge_percentage',
  'standard_charge_algorithm',
  'methodology',
  'estimated_amount',
  'median_amount',
  // Schema 1.x, before CMS required one.
  'billing_code_information',
  'standard_charge',
  'standard_charge_percent',
  'contracting_method',
] as const;
export type HospitalKey = (typeof hospitalKeys)[number];

/** What an open container is. */
export type HospitalPlace =
  | 'file'
  | 'hospitals'
  | 'licences'
  | 'licence'
  | 'items'
  | 'item'
  | 'codes'
  | 'code'
  | 'charges'
  | 'charge'
  | 'payers'
  | 'payer'
  | 'words'
  | 'passed';

/** Where a key's object, or the objects of its array, lead from a place. */
const objects: Readonly<
  Partial<Record<HospitalPlace, Readonly<Partial<Record<HospitalKey, HospitalPlace>>>>>
> = {
  file: { license_information: 'licence' },
  item: { code_information: 'code', billing_code_information: 'code', standard_charges: 'charge' },
  charge: { payers_information: 'payer' },
};
const arrays: Readonly<
  Partial<Record<HospitalPlace, Readonly<Partial<Record<HospitalKey, HospitalPlace>>>>>
> = {
  file: {
    hospital_address: 'words',
    type_2_npi: 'words',
    license_information: 'licences',
    standard_charge_information: 'items',
  },
  item: { code_information: 'codes', billing_code_information: 'codes', standard_charges: 'charges' },
  charge: { payers_information: 'payers', modifier_code: 'words', modifiers: 'words' },
};
const elements: Readonly<Partial<Record<HospitalPlace, HospitalPlace>>> = {
  hospitals: 'file',
  licences: 'licence',
  items: 'item',
  codes: 'code',
  charges: 'charge',
  payers: 'payer',
};

/** Where an object leads. @param key the last that was told; undefined for one that says nothing. */
export function objectPlace(around: HospitalPlace | undefined, key: HospitalKey | undefined): HospitalPlace {
  if (around === undefined) return 'file';
  return elements[around] ?? (key === undefined ? undefined : objects[around]?.[key]) ?? 'passed';
}

/** The same of an array. */
export function arrayPlace(around: HospitalPlace | undefined, key: HospitalKey | undefined): HospitalPlace {
  if (around === undefined) return 'hospitals';
  return (key === undefined ? undefined : arrays[around]?.[key]) ?? 'passed';
}
