import type { FormatContext } from '../../src/data/formats/formatReader.ts';
import { ticInNetwork } from '../../src/data/formats/tic/ticInNetwork.ts';
import { findings } from './formatFindings.ts';

// The parts of a payer's file with one group, one price and what its reader makes of them.
export const group = { npi: [1234567893], tin: { type: 'ein', value: '12-3456789', business_name: 'Elm' } };
export const elm = { name: 'Elm', identifier: 'EIN:123456789', npis: ['1234567893'], place: '' };
export const price = {
  negotiated_type: 'negotiated',
  negotiated_rate: 41.2,
  expiration_date: '9999-12-31',
  service_code: ['11'],
  billing_class: 'professional',
  billing_code_modifier: ['GP'],
  setting: 'inpatient',
};
export const item = (...rates: readonly object[]) => ({
  negotiation_arrangement: 'ffs',
  name: 'x',
  billing_code_type: 'CPT',
  billing_code: '97110',
  negotiated_rates: rates,
});
export const head = {
  reporting_entity_name: 'Quillfern',
  reporting_entity_type: 'insurer',
  last_updated_on: '2026-05-01',
  version: '2.0',
};
export const rate = {
  at: 1,
  code: '97110',
  codeType: 'CPT',
  modifier: 'GP',
  payerRaw: 'Quillfern',
  plan: '',
  setting: 'inpatient',
  billingClass: 'professional',
  cents: 4120,
  methodology: 'TiC negotiated',
  flags: 0,
  groups: [0],
};
export const readText = (text: string, context: Partial<FormatContext> = {}) =>
  findings(ticInNetwork, new TextEncoder().encode(text), context);
export const read = (file: object, context?: Partial<FormatContext>) =>
  readText(JSON.stringify(file), context);
export const beside = { provider_groups: [group], negotiated_prices: [price] };
export const referring = (...ids: readonly unknown[]) => ({
  provider_references: ids,
  negotiated_prices: [price],
});
