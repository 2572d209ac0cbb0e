import { hptJsonFormat } from '../../src/data/formats/hptJsonFormat.ts';
import { type ReadFile, readFormat } from './readFormat.ts';

/** A text read as a hospital's JSON, whatever is in it. */
export function readHospitalJson(
  text: string | Uint8Array,
  wants: (code: string) => boolean = () => true,
): Promise<ReadFile> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readFormat(bytes, { format: hptJsonFormat, wants });
}

/** An amount of a payer, `paidRate` once it is read. */
export const paid = (dollars: number) => ({
  payer_name: 'Aetna',
  plan_name: 'PPO',
  standard_charge_dollar: dollars,
  methodology: 'fee schedule',
});

export const therapy = { code: '97110', type: 'CPT' };

export const itemOf = (...charges: readonly unknown[]) => ({
  code_information: [therapy],
  standard_charges: charges,
});

export const hospitalFileOf = (...items: readonly unknown[]) =>
  JSON.stringify({ hospital_name: 'Pecan', standard_charge_information: items });

/** The head of that file. */
export const pecan = { publisher: 'Pecan', kind: 'hospital', date: '', version: '' };
export const pecanNotes = [
  'The file does not say which state the hospital is in.',
  'The file does not say when it was updated.',
];

/** `paid(40)` of its first item. */
export const paidRate = {
  at: 1,
  code: '97110',
  codeType: 'CPT',
  modifier: '',
  payerRaw: 'Aetna',
  plan: 'PPO',
  setting: '',
  billingClass: '',
  cents: 4000,
  methodology: 'fee schedule',
  flags: 0,
  groups: [0],
};
