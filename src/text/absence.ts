import type { Absent, Cell } from '../domain/cell.ts';

/** The literal state a missing number has everywhere: page, export, summary (field-guide 4.9). */
export const dataNotAvailable = 'Data not available in the input';

/** The words of an absence: what the reader sees instead of a number. Never a blank, never 0. */
export function absenceText(cell: Absent): string {
  switch (cell.reason) {
    case 'not-in-input':
      return dataNotAvailable;
    case 'too-few':
      return cell.detail === '' ? 'Too few votes' : cell.detail;
    case 'not-comparable':
      return cell.detail === '' ? 'Not comparable' : `Not comparable: ${cell.detail}`;
    case 'not-priced':
      return cell.detail === '' ? 'Not priced by the fee schedule' : cell.detail;
    case 'refused':
      return cell.detail === '' ? 'Not available' : `Not available: ${cell.detail}`;
    case 'unreadable':
      return cell.detail === '' ? 'Unreadable in the source' : `Unreadable in the source: ${cell.detail}`;
  }
}

/** Why there is no rate at all, from a row that counts none; undefined where no payer has a row. */
export function noRatesText(row: { readonly mean: Cell } | undefined): string {
  return row?.mean.kind === 'absent' ? absenceText(row.mean) : dataNotAvailable;
}
