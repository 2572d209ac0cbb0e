import { absent, present } from '../domain/cell.ts';
import type { TableComparison } from '../domain/cmsComparison.ts';
import { column, type Figure } from '../figures/figure.ts';
import { countOf } from '../text/numbers.ts';

const method =
  'Each line is held beside the release’s line with the same key: code and modifier, or contractor and locality. Payment amounts are held beside the formula with each factor of their year. Lines of codes that the release does not have are not held beside anything.';

/** One row per table and year of the user's CMS files: how far it says the same as the release. */
export function cmsComparisonFigure(comparisons: readonly TableComparison[], origin: string): Figure {
  const different = comparisons.reduce((sum, each) => sum + each.different, 0);
  return {
    id: 'cms-comparison',
    title: 'CMS tables beside this release’s',
    labelColumn: column('table', 'Table', 'text', 'What the lines are, and their year.'),
    columns: [
      column('against', 'Held beside', 'text', 'What of this release the lines were held beside.'),
      column('same', 'The same', 'count', 'Lines that say the same.'),
      column('different', 'Different', 'count', 'Lines with a cell that says another thing.'),
      column('file', 'Only in the file', 'count', 'Lines the release does not have.'),
      column('release', 'Only in the release', 'count', 'Lines the file does not have.'),
    ],
    rows: comparisons.map((each) => {
      const isThere = each.against !== '';
      return {
        id: `${each.table} ${each.year} ${each.against}`,
        label: `${each.table}, ${each.year}`,
        cells: {
          against: present(isThere ? each.against : 'nothing: the release has no table of that year'),
          same: isThere ? present(each.same) : absent('not-in-input'),
          different: isThere ? present(each.different) : absent('not-in-input'),
          file: present(each.onlyInFile.length),
          release: isThere ? present(each.onlyInRelease.length) : absent('not-in-input'),
        },
        flags: [],
      };
    }),
    notes: [],
    method,
    sources: origin,
    summary:
      different === 0
        ? 'No line that both have says another thing than the release.'
        : `${countOf(different, 'line says', 'lines say')} another thing than the release; each cell is listed below.`,
  };
}

/** One row per cell that a file and the release have otherwise; null where there is none. */
export function cmsDifferencesFigure(comparisons: readonly TableComparison[], origin: string): Figure | null {
  const rows = comparisons.flatMap(({ table, year, differences }) =>
    differences.map(({ key, column: heading, file, release }) => ({
      id: `${table} ${year} ${key} ${heading}`,
      label: key,
      cells: {
        table: present(`${table}, ${year}`),
        column: present(heading),
        file: present(file || 'blank'),
        release: present(release || 'blank'),
      },
      flags: [],
    })),
  );
  if (rows.length === 0) return null;
  return {
    id: 'cms-differences',
    title: 'Where CMS tables differ from this release’s',
    labelColumn: column('key', 'Line', 'text', 'Code and modifier, or contractor and locality.'),
    columns: [
      column('table', 'Table', 'text', 'What the line is of, and its year.'),
      column('column', 'Column', 'text', 'The cell that differs.'),
      column('file', 'In your file', 'text', 'As your file has it.'),
      column('release', 'In the release', 'text', 'As this release has it.'),
    ],
    rows,
    notes: [],
    method,
    sources: origin,
    summary: `${countOf(rows.length, 'cell differs', 'cells differ')}.`,
  };
}
