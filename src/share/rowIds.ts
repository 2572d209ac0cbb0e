import { type PayerId, payers } from '../domain/payer.ts';

/** What an address calls the rows of a benchmark. */
export const rowIds: readonly ('buca' | PayerId)[] = ['buca', ...payers.map((payer) => payer.id)];
