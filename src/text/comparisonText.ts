import type { TableComparison } from '../domain/cmsComparison.ts';
import { countOf, formatCount } from './numbers.ts';

/** More differences than this are one difference: the file is of something else. */
const mostListed = 20;

/** What a table of the user's own and the release's say of each other, as sentences. */
export function comparisonSentences(comparison: TableComparison): readonly string[] {
  const { table, year, against, same, different, differences, onlyInFile, onlyInRelease } = comparison;
  if (against === '') return [`The release has no ${table} of ${year} to hold these beside.`];
  const listed = differences
    .slice(0, mostListed)
    .map(
      ({ key, column, file, release }) =>
        `${key}, ${column}: ${file} in the file, ${release} in the release.`,
    );
  const more = differences.length - listed.length;
  return [
    `${countOf(same + different + onlyInFile.length, 'line')} of ${table} of ${year} beside the release (${against}): ${formatCount(same)} the same, ${formatCount(different)} different, ${formatCount(onlyInFile.length)} only in the file, ${formatCount(onlyInRelease.length)} only in the release.`,
    ...listed,
    ...(more > 0 ? [`And ${countOf(more, 'difference')} more.`] : []),
  ];
}
