/** A cell of a CSV for spreadsheets: text, a number that is already written as one, or a formula of ours without `=`. */
export type CsvCell = string | { readonly number: string } | { readonly formula: string };

/** Excel, LibreOffice and Sheets take a cell that begins so for a formula (OWASP, "CSV injection"). */
const startsFormula = /^[=+\-@\t\r]/;

/**
 * CSV text that a spreadsheet opens as it is meant: a byte-order mark so that Excel reads UTF-8, CRLF, quotes where
 * needed. Text that would be run as a formula gets a leading apostrophe; numbers stay numbers, minus sign and all.
 */
export function spreadsheetCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${separated(rows, ',')}`;
}

/** The same cells parted by tabs, as spreadsheets take them from a clipboard. */
export function spreadsheetTsv(rows: readonly (readonly CsvCell[])[]): string {
  return separated(rows, '\t');
}

/** Text that no spreadsheet runs. */
export function disarmed(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

function separated(rows: readonly (readonly CsvCell[])[], separator: ',' | '\t'): string {
  return rows
    .map((cells) => `${cells.map((cell) => cellText(cell, separator)).join(separator)}\r\n`)
    .join('');
}

function cellText(cell: CsvCell, separator: string): string {
  if (typeof cell !== 'string' && 'number' in cell) return cell.number;
  const text = typeof cell === 'string' ? disarmed(cell) : `=${cell.formula}`;
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
