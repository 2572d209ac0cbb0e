import { usedCells } from './csvLines.ts';
import type { CsvRecord } from './csvRecord.ts';

export const notClosed = 'A quote opened here is never closed. Close it or remove it.';

/** Whether a record over several lines looks like an open quote that swallowed the lines below it. */
export function isSwallowing({ cells, index, endIndex, invalid }: CsvRecord, width: number): boolean {
  return endIndex - index > 1 && (invalid || cells.length < width || usedCells(cells) > width);
}

/**
 * Why a record is no row, and the text that shows it; undefined for a row.
 *
 * @param header the trimmed headings.
 * @param firstLine the text of the record's first line; asked for only where it is needed.
 * @param mayHoldNul false where no line of the file holds one, so that no line has to be looked at.
 */
export function csvFault(
  { cells, invalid, open }: Pick<CsvRecord, 'cells' | 'invalid' | 'open'>,
  header: readonly string[],
  firstLine: () => string,
  mayHoldNul: boolean,
): { readonly found: string; readonly message: string } | undefined {
  const used = usedCells(cells);
  const at = (message: string, found = firstLine()) => ({ found, message });
  if (open) return at(notClosed);
  if (invalid)
    return at('A quoted cell holds a quote that is not doubled; write "" for a quote inside quotes.');
  if (mayHoldNul && firstLine().includes('\0'))
    return at('The line holds a NUL character; it may be damaged.', firstLine().replaceAll('\0', '␀'));
  if (used > header.length)
    return at(
      `The line has ${used} cells, the header ${header.length}. Quote cells that hold the separator.`,
    );
  if (cells.length < header.length)
    return at(`The line has ${cells.length} of the header's ${header.length} cells.`);
  if (header.every((name, i) => (cells[i] ?? '').replace(/\s+/g, ' ').trim() === name))
    return at('The line repeats the header.');
  return undefined;
}
