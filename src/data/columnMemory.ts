import type { RememberedCharges } from './chargeChoice.ts';
import { chargeFields } from './chargeColumns.ts';
import { ownRatesColumns, type RememberedColumns, sameHeadings } from './ownRatesColumns.ts';
import { readCode } from './ownRatesValues.ts';

/** Headings of this many files are remembered; the oldest goes first. */
const mostRemembered = 30;

/** What is known of the headings of a file. */
interface OfHeadings {
  readonly headings: readonly string[];
}

/** What was remembered, from its text; what cannot be read is forgotten. */
export function parseColumnMemory(text: string): readonly RememberedColumns[] {
  return entriesOf(text).filter(isRemembered);
}

/** The same of hospitals' own tables. */
export function parseChargeMemory(text: string): readonly RememberedCharges[] {
  return entriesOf(text).filter(isOfCharges);
}

function entriesOf(text: string): readonly unknown[] {
  try {
    const entries: unknown = JSON.parse(text);
    return Array.isArray(entries) ? entries : [];
  } catch {
    return [];
  }
}

/** The memory as it is stored; '' where there is nothing to store. */
export function columnMemoryText(memory: readonly OfHeadings[]): string {
  return memory.length === 0 ? '' : JSON.stringify(memory);
}

/** The memory with one more entry, in place of one for the same headings. */
export function withColumns<Entry extends OfHeadings>(
  memory: readonly Entry[],
  entry: Entry,
): readonly Entry[] {
  return [entry, ...withoutColumns(memory, entry.headings)].slice(0, mostRemembered);
}

/** The memory without the entry for these headings. */
export function withoutColumns<Entry extends OfHeadings>(
  memory: readonly Entry[],
  headings: readonly string[],
): readonly Entry[] {
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
  if (!isRecord(entry)) return false;
  const { headings, fields, lines } = entry;
  const names = ownRatesColumns.map(({ field }) => field);
  return (
    areHeadings(headings) && (lines === 'rates' || lines === 'claims') && areFields(fields, names, headings)
  );
}

function isOfCharges(entry: unknown): entry is RememberedCharges {
  if (!isRecord(entry)) return false;
  const { headings, fields, payers } = entry;
  return (
    areHeadings(headings) &&
    areFields(fields, chargeFields, headings) &&
    areHeadings(payers) &&
    payers.every((payer) => headings.includes(payer))
  );
}

function isRecord(entry: unknown): entry is Partial<Record<string, unknown>> {
  return typeof entry === 'object' && entry !== null;
}

function areHeadings(headings: unknown): headings is readonly string[] {
  return Array.isArray(headings) && headings.every((heading) => typeof heading === 'string');
}

/** Known fields, each with one of the headings. */
function areFields(fields: unknown, names: readonly string[], headings: readonly string[]): boolean {
  return (
    isRecord(fields) &&
    Object.entries(fields).every(
      ([name, heading]) => names.includes(name) && typeof heading === 'string' && headings.includes(heading),
    )
  );
}
