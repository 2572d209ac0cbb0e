import { havePayers } from '../data/chargeChoice.ts';
import { type ChargeColumns, type ChargeField, chargeFields } from '../data/chargeColumns.ts';

/** What a column may be taken for: a field, a payer's amounts, or nothing. */
export type ChargeRole = ChargeField | 'amounts' | '';

/** The roles a column can be given, in words, in the order they are offered. */
export const chargeRoles: ReadonlyArray<readonly [role: ChargeRole, words: string]> = [
  ['', 'leave out'],
  ['amounts', 'what this payer pays'],
  ...chargeFields.map((field) => [field, fieldWords(field)] as const),
];

function fieldWords(field: ChargeField): string {
  if (field === 'payer') return 'payer, one in each row';
  if (field === 'rate') return 'rate of the payer in the row';
  return field === 'provider' ? 'hospital' : field;
}

export function roleOf({ fields, payers }: ChargeColumns, heading: string): ChargeRole {
  if (payers.includes(heading)) return 'amounts';
  return chargeFields.find((field) => fields[field] === heading) ?? '';
}

/** The columns with one of them taken for something else. A field has one column: it leaves the one it had. */
export function withRole(columns: ChargeColumns, heading: string, role: ChargeRole): ChargeColumns {
  const others = Object.entries(columns.fields).filter(
    ([field, taken]) => taken !== heading && field !== role,
  );
  const payers = columns.payers.filter((payer) => payer !== heading);
  return {
    fields: Object.fromEntries(role === '' || role === 'amounts' ? others : [...others, [role, heading]]),
    payers: role === 'amounts' ? [...payers, heading] : payers,
  };
}

/** What is missing before rates can be read by these columns, in words; '' where nothing is. */
export function missingRoles(columns: ChargeColumns): string {
  const missing = columns.fields.code === undefined ? ['the code'] : [];
  if (!havePayers(columns)) missing.push('what a payer pays, or a payer and its rate in each row');
  return missing.join(', and ');
}
