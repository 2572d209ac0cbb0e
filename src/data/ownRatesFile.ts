import type { FileBytes } from './fileBytes.ts';
import { openFile } from './openFile.ts';
import { openTable } from './openTable.ts';
import { type OwnRates, type OwnReading, readStreamedRates } from './ownRates.ts';

/** As `readOwnTable`, from a file's bytes. */
export async function readOwnRatesFile(
  bytes: Uint8Array,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): Promise<OwnRates> {
  return readStreamedRates(await openTable(bytes, file), file, reading, onProgress);
}

/** The same from a file of any size. This is what the worker runs; it knows nothing of workers. */
export async function readOwnRatesBlob(
  blob: FileBytes,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): Promise<OwnRates> {
  const progress = progressParts(onProgress);
  const table = await openFile(blob, file, progress.opening);
  return readStreamedRates(table, file, reading, progress.reading);
}

/** Opening a large file, which is looked through for its encoding, takes a part of the time; a small one none. */
export function progressParts(onProgress?: (fraction: number) => void) {
  let opened = 0;
  return {
    opening: (fraction: number) => {
      opened = fraction * 0.1;
      onProgress?.(opened);
    },
    reading: (fraction: number) => onProgress?.(opened + (1 - opened) * fraction),
  };
}

/** The memory behind the tables' columns, to be handed from the worker to the page without a copy. */
export function ownRatesBuffers(rates: Pick<OwnRates, 'tables'>): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const table of rates.tables.values()) {
    for (const column of Object.values(table)) {
      if (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer) buffers.push(column.buffer);
    }
  }
  return buffers;
}
