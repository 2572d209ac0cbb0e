import type { PayerAlias } from '../domain/payerAlias.ts';
import { decodeText } from './decodeText.ts';
import { type OwnRates, readOwnRates } from './ownRates.ts';
import type { DeletedCodes } from './ownRatesReaders.ts';

/** As `readOwnRates`, from a file's bytes. This is what the worker runs; it knows nothing of workers. */
export function readOwnRatesFile(
  bytes: Uint8Array,
  file: string,
  deleted: DeletedCodes,
  aliases: readonly PayerAlias[],
  onProgress?: (fraction: number) => void,
): OwnRates {
  const { text, note } = decodeText(bytes);
  const rates = readOwnRates(text, file, deleted, aliases, onProgress);
  return note === '' ? rates : { ...rates, notes: [note, ...rates.notes] };
}

/** The memory behind the tables' columns, to be handed from the worker to the page without a copy. */
export function ownRatesBuffers(rates: OwnRates): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const table of rates.tables.values()) {
    for (const column of Object.values(table)) {
      if (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer) buffers.push(column.buffer);
    }
  }
  return buffers;
}
