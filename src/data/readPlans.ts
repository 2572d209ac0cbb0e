import { payers, planLines } from '../domain/payer.ts';
import type { Plan } from '../domain/rateTable.ts';
import { readTable, type TableResult } from './readTable.ts';

const payerIds = payers.map((payer) => payer.id);

/** The columns of `plans.csv`, for its readers and for everything that writes one. */
export const planColumns = ['id', 'payer_raw', 'plan', 'payer', 'parent', 'line'] as const;

/** Reads the release's `plans.csv`: each payer and plan as published, with the payer and line it counts under. */
export function readPlans(text: string, file: string): TableResult<Plan> {
  return readTable(text, file, planColumns, (fields) => ({
    id: fields.required('id'),
    payerRaw: fields.required('payer_raw'),
    plan: fields.text('plan'),
    payer: fields.oneOf('payer', payerIds),
    parent: fields.text('parent'),
    line: fields.oneOf('line', planLines),
  }));
}
