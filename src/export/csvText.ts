/**
 * CSV text as the release writes it: comma, LF, quotes only where a cell needs them.
 * Cells are written as they are; disarming spreadsheet formulas is the exports' business, here it would change data.
 */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
