import { ownRatesColumns, type RememberedColumns, sameHeadings } from './ownRatesColumns.ts';
import { readCode } from './ownRatesValues.ts';

/** Headings of this many files are remembered; the oldest goes first. */
const mostRemembered = 30;

/** What was remembered, from its text; what cannot be read is forgotten. */
export function parseColumnMemory(text: string): readonly RememberedColumns[] {
  try {
    const entries: unknown = JSON.parse(text);
    return Array.isArray(entries) ? entries.filter(isRemembered) : [];
  } catch {
    return [];
  }
}

export function columnMemoryText(memory: readonly RememberedColumns[]): string {
  return memory.length === 0 ? '' : JSON.stringify(memory);
}

/** The memory with one more entry, in place of one for the same headings. */
export function withColumns(
  memory: readonly RememberedColumns[],
  entry: RememberedColumns,
): readonly RememberedColumns[] {
  return [entry, ...withoutColumns(memory, entry.headings)].slice(0, mostRemembered);
}

export function withoutColumns(
  memory: readonly RememberedColumns[],
  headings: readonly string[],
): readonly RememberedColumns[] {
  return memory.filter((entry) => !sameHeadings(entry.headings, headings));
}

/**
 * Whether a header may be remembered: a file without one starts with a line of rates, and cells of a file are never
 * stored.
 */
export function canRemember(headings: readonly string[]): boolean {
  return !headings.some(
    (heading) => 'value' in readCode(heading) || /^[-($\s]*\d[\d.,\s]*[%)]?$/.test(heading),
  );
}

function isRemembered(entry: unknown): entry is RememberedColumns {
  if (typeof entry !== 'object' || entry === null) return false;
  const { headings, fields, lines } = entry as Partial<Record<string, unknown>>;
  return (
    Array.isArray(headings) &&
    headings.every((heading) => typeof heading === 'string') &&
    (lines === 'rates' || lines === 'claims') &&
    typeof fields === 'object' &&
    fields !== null &&
    Object.entries(fields).every(
      ([name, heading]) =>
        ownRatesColumns.some(({ field }) => field === name) &&
        typeof heading === 'string' &&
        headings.includes(heading),
    )
  );
}
