import { newestYear } from '../domain/newestYear.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { schedulesText } from '../text/scheduleText.ts';

/**
 * The fee schedule's year that a view shows: the newest also where the release has no schedule of the one asked for,
 * which `unreadYear` names.
 *
 * @param asked the address's; null = the newest
 * @param years the release's, first to last
 */
export function yearShown(asked: number | null, years: readonly number[]): number {
  return asked !== null && years.includes(asked) ? asked : newestYear(years);
}

/**
 * What to say of a year the release has no schedule of; empty where it has.
 *
 * @param key the year's in the address
 */
export function unreadYear(
  asked: number | null,
  years: readonly number[],
  key: 'medicare' | 'year' = 'medicare',
): readonly UnreadPart[] {
  const shown = yearShown(asked, years);
  if (asked === null || asked === shown) return [];
  const reason = `${schedulesText(years)}; ${shown} is shown`;
  return [{ part: `${key}=${asked}`, reason }];
}
