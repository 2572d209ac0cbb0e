import { readTable, type TableResult } from '../data/readTable.ts';
import type { RowFields } from '../data/rowFields.ts';
import { type PayerId, type PlanLine, payerBySourceName, payers, planLines } from '../domain/payer.ts';
import { billingClasses, codeTypes, rateFlags, settings } from '../domain/rateTable.ts';

const columns = [
  'state',
  'provider_name',
  'provider_id',
  'payer_raw',
  'payer',
  'plan',
  'code_type',
  'code',
  'modifier',
  'setting',
  'billing_class',
  'rate',
  'methodology',
  'source_file',
  'file_date',
  'parent',
  'line',
  'source_kind',
  'flags',
  'n_source_rows',
] as const;

type RateInputColumn = (typeof columns)[number];

/** One line of `commercial/rates.csv`. */
export interface SourceRate {
  readonly place: string;
  readonly providerName: string;
  readonly providerIdentifier: string;
  readonly payerRaw: string;
  readonly plan: string;
  readonly payer: PayerId;
  readonly parent: string;
  readonly line: PlanLine;
  readonly code: string;
  readonly codeType: string;
  readonly modifier: string;
  readonly setting: string;
  readonly billingClass: string;
  readonly cents: number;
  readonly methodology: string;
  readonly sourceFile: string;
  readonly fileDate: string;
  readonly kind: 'hospital' | 'payer';
  readonly flags: string;
  readonly sourceRows: number;
}

/** @param codes the catalogue's codes: a rate of any other would have no page. */
export function readSourceRates(
  text: string,
  file: string,
  codes: ReadonlySet<string>,
): TableResult<SourceRate> {
  return readTable(text, file, columns, (fields) => {
    if (!codes.has(fields.text('code'))) fields.fail('code', 'codes.csv has no such code; add it there.');
    return {
      place: fields.place('state'),
      providerName: fields.required('provider_name'),
      providerIdentifier: fields.text('provider_id'),
      payerRaw: fields.required('payer_raw'),
      plan: fields.text('plan'),
      payer: payerOf(fields),
      parent: fields.text('parent'),
      line: fields.oneOf('line', planLines),
      code: fields.required('code'),
      codeType: fields.oneOf('code_type', codeTypes),
      modifier: fields.text('modifier').replaceAll(';', '|'),
      setting: fields.oneOf('setting', settings),
      billingClass: fields.oneOf('billing_class', billingClasses),
      cents: positive(fields, 'rate', fields.dollars('rate')),
      methodology: fields.text('methodology'),
      sourceFile: fields.required('source_file'),
      fileDate: `${fields.yearOf('file_date')}${fields.text('file_date').slice(4)}`,
      kind: fields.oneOf('source_kind', ['hospital', 'payer']),
      flags: knownFlags(fields),
      sourceRows: positive(fields, 'n_source_rows', fields.whole('n_source_rows')),
    };
  });
}

function payerOf(fields: RowFields<RateInputColumn>): PayerId {
  const payer = payerBySourceName(fields.text('payer'));
  if (payer) return payer.id;
  const names = payers.map((known) => known.sourceName).join(', ');
  fields.fail('payer', `This is not a payer bucket; the buckets are ${names}.`);
  return 'other';
}

function positive(fields: RowFields<RateInputColumn>, column: RateInputColumn, value: number): number {
  if (/^[0.]+$/.test(fields.text(column))) fields.fail(column, 'Zero is not possible here.');
  return value;
}

function knownFlags(fields: RowFields<RateInputColumn>): string {
  const words = fields.list('flags');
  for (const word of words) {
    if (!rateFlags.some((flag) => flag === word)) {
      fields.fail('flags', `"${word}" is not a flag; the flags are ${rateFlags.join(', ')}.`);
    }
  }
  return rateFlags.filter((flag) => words.includes(flag)).join('|');
}
