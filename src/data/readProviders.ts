import type { Provider } from '../domain/rateTable.ts';
import { readTable, type TableResult } from './readTable.ts';

/** The columns of `providers.csv`, for its readers and for everything that writes one. */
export const providerColumns = ['id', 'name', 'place', 'identifier', 'system'] as const;

/** Reads the release's `providers.csv`: who is paid the rates, by id. */
export function readProviders(text: string, file: string): TableResult<Provider> {
  return readTable(text, file, providerColumns, (fields) => ({
    id: fields.required('id'),
    name: fields.required('name'),
    place: fields.placeOrNone('place'),
    identifier: fields.text('identifier'),
    system: fields.text('system'),
  }));
}
