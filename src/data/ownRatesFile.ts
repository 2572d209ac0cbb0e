import { payerReader } from '../domain/payerReader.ts';
import type { FileBytes } from './fileBytes.ts';
import { openFile } from './openFile.ts';
import { openTable } from './openTable.ts';
import { type OwnRates, type OwnReading, readStreamedRates } from './ownRates.ts';
import { choiceFor, matchColumns } from './ownRatesColumns.ts';
import type { OwnTable, StreamedTable, TableHead } from './ownTable.ts';

/** As `readOwnTable`, from a file's bytes. */
export async function readOwnRatesFile(
  bytes: Uint8Array,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): Promise<OwnRates> {
  return readUnfoldedRates(await openTable(bytes, file), file, reading, onProgress);
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
  return readUnfoldedRates(table, file, reading, progress.reading);
}

/** As `readStreamedRates`, with a column for each payer, too: what a practice keeps of its contracts. */
export async function readUnfoldedRates(
  table: OwnTable | StreamedTable,
  file: string,
  reading: OwnReading,
  onProgress?: (fraction: number) => void,
): Promise<OwnRates> {
  if (!saysCodesAlone(table, reading)) return readStreamedRates(table, file, reading, onProgress);
  const { unfoldedPayers } = await import('./unfoldedPayers.ts');
  const unfolded = await unfoldedPayers(table, payerReader(reading.aliases));
  return readStreamedRates(unfolded, file, reading, onProgress);
}

/** By its headings, or by what a user has said of them. */
function saysCodesAlone({ header, headerLine }: TableHead, { chosen, remembered = [] }: OwnReading): boolean {
  const { choice } = choiceFor(header, chosen, remembered);
  const fields = new Set(matchColumns(header, choice).map(({ field }) => field));
  const others = ['payer', 'rate', 'medicare share'] as const;
  return headerLine > 0 && fields.has('code') && !others.some((field) => fields.has(field));
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
