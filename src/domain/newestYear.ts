/**
 * The newest of a release's fee schedules.
 *
 * @param years first to last
 * @throws Error for a release without any fee schedule: nothing could be held against Medicare.
 */
export function newestYear(years: readonly number[]): number {
  const newest = years.at(-1);
  if (newest === undefined) throw new Error('the release has no fee schedule');
  return newest;
}
