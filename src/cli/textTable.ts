/** Between two columns. */
const gap = '  ';

/**
 * Rows as lines with their columns one below the other. Columns named in `toRight` end at the same place, as numbers
 * should; the last column is not filled up.
 *
 * @param rows the headings first; each as long as the headings.
 */
export function textTable(
  rows: readonly (readonly string[])[],
  toRight: (column: number) => boolean,
): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, at) => (toRight(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join(gap)
      .trimEnd(),
  );
}
