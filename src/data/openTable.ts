import { csvTable } from './csvTable.ts';
import { decodeText } from './decodeText.ts';
import type { OwnTable, StreamedTable } from './ownTable.ts';
import { unreadable } from './unreadable.ts';

const starts = {
  workbook: [0x50, 0x4b, 0x03, 0x04],
  'old workbook': [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  parquet: [0x50, 0x41, 0x52, 0x31],
} as const;

/** What a file is by its first eight bytes, never by its name. */
export function startsAs(bytes: Uint8Array): keyof typeof starts | 'text' {
  for (const [kind, start] of Object.entries(starts))
    if (start.every((byte, at) => bytes[at] === byte)) return kind as keyof typeof starts;
  return 'text';
}

/**
 * A file's bytes as a table: an Excel workbook, a Parquet file or a CSV, told apart by what the file holds, never by its
 * name. The readers of the first two are fetched when there is one.
 */
export async function openTable(bytes: Uint8Array, file: string): Promise<OwnTable | StreamedTable> {
  const kind = startsAs(bytes);
  if (kind === 'workbook') {
    const { readWorkbook } = await import('./readWorkbook.ts');
    return readWorkbook(bytes, file);
  }
  if (kind === 'parquet') {
    const { readParquet } = await import('./readParquet.ts');
    return readParquet(new Blob([bytes as Uint8Array<ArrayBuffer>]), file);
  }
  if (kind === 'old workbook') {
    return unreadable(
      file,
      'This is an older Excel file (.xls), or a workbook with a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.',
    );
  }
  const { text, note } = decodeText(bytes);
  const table = csvTable(text, file);
  return note === '' ? table : { ...table, notes: [note, ...table.notes] };
}
