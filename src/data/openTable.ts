import { csvTable } from './csvTable.ts';
import { decodeText } from './decodeText.ts';
import type { OwnTable } from './ownTable.ts';
import { unreadable } from './unreadable.ts';

/**
 * A file's bytes as a table: an Excel workbook or a CSV, told apart by what the file holds, never by its name. The
 * reader of workbooks is fetched when there is one.
 */
export async function openTable(bytes: Uint8Array, file: string): Promise<OwnTable> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const { readWorkbook } = await import('./readWorkbook.ts');
    return readWorkbook(bytes, file);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    return unreadable(
      file,
      'This is an older Excel file (.xls), or a workbook with a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.',
    );
  }
  const { text, note } = decodeText(bytes);
  const table = csvTable(text, file);
  return note === '' ? table : { ...table, notes: [note] };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
