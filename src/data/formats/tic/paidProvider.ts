import type { PaidProvider } from '../formatReader.ts';

export const taxIdKinds = ['', 'ein', 'npi'] as const;
export type TaxIdKind = (typeof taxIdKinds)[number];

/** A provider's tax id as a payer's file gives it; a NPI stands in for a person's social security number. */
export interface TaxId {
  readonly kind: TaxIdKind;
  /** As published: `12-3456789`, `123456789`, `1790762615`. */
  readonly value: string;
}

/** Who is paid, from what a payer's file says: a business name since version 2.0, before that numbers only. */
export function paidProvider({ kind, value }: TaxId, name: string, npis: readonly string[]): PaidProvider {
  const digits = value.replace(/^(\d{2})-(\d+)$/, '$1$2');
  const id = /^0*$/.test(digits) ? '' : digits;
  const own = kind === 'npi' ? id : '';
  const [onlyNpi = ''] = npis.length === 1 ? npis : [];
  const npi = own === '' && (id === '' || kind === 'npi') ? onlyNpi : own;
  const ein = kind === 'npi' ? '' : id;
  return {
    name: name !== '' ? name : ein !== '' ? `Tax id ${ein}` : npi !== '' ? `NPI ${npi}` : 'No tax id given',
    identifier: ein !== '' ? `EIN:${ein}` : npi !== '' ? `NPI:${npi}` : '',
    npis,
    place: '',
  };
}
