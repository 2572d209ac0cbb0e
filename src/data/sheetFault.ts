/** Excel's own limits. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** A row is filled up to the last column of the sheet: one cell far out would take more memory than there is. */
const mostCells = 50_000_000;

/**
 * Why a sheet cannot be laid out, as a sentence; undefined where it can.
 *
 * @param xml of a worksheet, whose cells say where they stand: `<c r="AB12">`, `<row r="12">`.
 */
export function sheetFault(xml: string): string | undefined {
  let rows = 0;
  let columns = 0;
  for (const [, plain, single = ''] of xml.matchAll(/<[^<>]*?\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    // The library takes any letters for a column, and 1e9 for a row.
    const [, letters = '', digits = Number.NaN] = /^([A-Z]{0,3})(\d{1,7})$/.exec(plain ?? single) ?? [];
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters));
  }
  if (Number.isNaN(rows) || rows > mostRows || columns > mostColumns)
    return 'A cell of this workbook stands outside of what Excel can hold. Save it again, or save it as CSV.';
  if (rows * columns > mostCells)
    return 'A cell of this workbook stands far from the others, so that the sheet is too large to lay out. Delete what is outside the table, or save it as CSV.';
  return undefined;
}

/** A → 1, Z → 26, AA → 27. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
