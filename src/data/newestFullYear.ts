/**
 * The year of claims that stands for a year's volumes: the newest with at least half the units of the busiest. A file
 * often ends with a few weeks of a new year, and they would pass for a year. 0 where no year is stated.
 *
 * @param lines year and units.
 */
export function newestFullYear(lines: Iterable<readonly [number, number]>): number {
  const byYear = new Map<number, number>();
  for (const [year, units] of lines) byYear.set(year, (byYear.get(year) ?? 0) + units);
  const most = Math.max(0, ...byYear.values());
  const full = [...byYear].filter(([, units]) => units * 2 >= most);
  return Math.max(0, ...full.map(([year]) => year));
}
