import type { BillingClass } from './rateTable.ts';

const words = new Map<string, BillingClass>([
  ['', ''],
  ['facility', 'facility'],
  ['fac', 'facility'],
  ['hospital', 'facility'],
  ['professional', 'professional'],
  ['prof', 'professional'],
  ['pro', 'professional'],
  ['office', 'professional'],
  ['institutional', 'institutional'],
  ['inst', 'institutional'],
  // Facility and professional together (templates 2.x): it says neither.
  ['both', ''],
]);

/** The billing class a cell names; undefined for words that name none. */
export function publishedBillingClass(text: string): BillingClass | undefined {
  return words.get(text.trim().toLowerCase());
}
