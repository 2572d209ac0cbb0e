/** A cell of a CSV for spreadsheets: text, or a number that is already written as one. */
export type CsvCell = string | { readonly number: string };

/** Excel, LibreOffice and Sheets take a cell that begins so for a formula (OWASP, "CSV injection"). */
const startsFormula = /^[=+\-@\t\r]/;

/**
 * CSV text that a spreadsheet opens as it is meant: a byte-order mark so that Excel reads UTF-8, CRLF, quotes where
 * needed. Text that would be run as a formula gets a leading apostrophe; numbers stay numbers, minus sign and all.
 */
export function spreadsheetCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell.number;
  const text = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
