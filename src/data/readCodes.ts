import type { BillingCode } from '../domain/billingCode.ts';
import { codeTypes } from '../domain/rateTable.ts';
import { readTable, type TableResult } from './readTable.ts';

/** Columns of `codes.csv`. */
export const codeColumns = [
  'code',
  'code_type',
  'title',
  'family',
  'timing',
  'unit_minutes',
  'status',
  'replaced_by',
  'note',
  'keywords',
] as const;

/** Reads the catalogue of codes. A timed code must state its minutes and any other must not. */
export function readCodes(text: string, file: string): TableResult<BillingCode> {
  return readTable(text, file, codeColumns, (fields) => {
    const timing = fields.oneOf('timing', ['timed', 'untimed', 'not-stated']);
    if (timing !== 'timed' && fields.text('unit_minutes') !== '') {
      fields.fail('unit_minutes', `The code is ${timing}, so no minutes belong here.`);
    }
    return {
      code: fields.required('code'),
      codeType: fields.oneOf('code_type', codeTypes),
      title: fields.required('title'),
      family: fields.required('family'),
      timing,
      unitMinutes: timing === 'timed' ? fields.whole('unit_minutes') : null,
      status: fields.oneOf('status', ['active', 'deleted']),
      replacedBy: fields.list('replaced_by'),
      note: fields.text('note'),
      keywords: fields.list('keywords'),
    };
  });
}
