import type { FileBytes } from './fileBytes.ts';
import { openTable, startsAs } from './openTable.ts';
import type { OwnTable, StreamedTable } from './ownTable.ts';
import { unreadable } from './unreadable.ts';

/** Up to this many bytes a file is read into memory: quicker, and files of rates hardly ever have more. */
const largestInMemory = 16_000_000;
/** A workbook is one XML document a sheet, and must be in memory to be read. */
const largestWorkbook = 200_000_000;

/**
 * As `openTable`, of a file of any size: a large CSV or Parquet file is read piece by piece, each time it is gone over.
 *
 * @param onProgress while the file is looked through for its encoding.
 */
export async function openFile(
  blob: FileBytes,
  file: string,
  onProgress?: (fraction: number) => void,
  inMemory = largestInMemory,
): Promise<OwnTable | StreamedTable> {
  const kind = startsAs(new Uint8Array(await blob.slice(0, 8).arrayBuffer()));
  if (kind === 'parquet') return (await import('./readParquet.ts')).readParquet(blob, file);
  if (kind === 'text' && blob.size > inMemory) {
    const { streamedCsvTable } = await import('./streamedCsvTable.ts');
    return streamedCsvTable(blob, file, onProgress);
  }
  if (kind !== 'text' && blob.size > largestWorkbook) {
    const size = Math.ceil(blob.size / 1_000_000);
    return unreadable(file, `This workbook has ${size} MB; up to 200 MB can be read. Save the sheet as CSV.`);
  }
  return openTable(new Uint8Array(await blob.slice(0, blob.size).arrayBuffer()), file);
}
