import { openTable } from './openTable.ts';
import { type OwnRates, type OwnReading, readOwnTable } from './ownRates.ts';

/** As `readOwnTable`, from a file's bytes. This is what the worker runs; it knows nothing of workers. */
export async function readOwnRatesFile(
  bytes: Uint8Array,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): Promise<OwnRates> {
  return readOwnTable(await openTable(bytes, file), file, reading, onProgress);
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
