import type { Format, FormatStart } from './formatReader.ts';

/** Every published form we read, the surest sign first. */
export const formats: readonly Format[] = [];

/** The form a file has by what it holds; undefined for a table of the user's own, and for what is no table at all. */
export function formatOf(start: FormatStart): Format | undefined {
  return formats.find((format) => format.isIn(start));
}
