import { newestYear } from '../domain/newestYear.ts';

/** What a release can answer: `this release has fee schedules for 2020 to 2026`. */
export function schedulesText(years: readonly number[]): string {
  return `this release has fee schedules for ${years[0]} to ${newestYear(years)}`;
}
