import type { FormatId, FormatStart } from '../formatReader.ts';
import { JsonScanner } from '../jsonScanner.ts';

/** What a payer's file is recognised by: one of these keys at its top, the surest first. */
const kindOfKey = [
  ['reporting_structure', 'tic-table-of-contents'],
  ['out_of_network', 'tic-allowed-amounts'],
  ['in_network', 'tic-in-network'],
  ['provider_references', 'tic-in-network'],
  // Where a head is so long that nothing else is in sight.
  ['reporting_entity_name', 'tic-in-network'],
  ['provider_groups', 'tic-provider-reference'],
] as const satisfies readonly (readonly [key: string, kind: FormatId])[];
const keys: readonly string[] = kindOfKey.map(([key]) => key);

const remembered = new WeakMap<FormatStart, FormatId | null>();

/** The kind of payer's file (Transparency in Coverage, any version) that begins so; null for any other file. */
export function ticKind(start: FormatStart): FormatId | null {
  const known = remembered.get(start);
  if (known !== undefined) return known;
  const found = /^\uFEFF?\s*\{/.test(start.text) ? kindOf(start) : null;
  remembered.set(start, found);
  return found;
}

function kindOf({ bytes, text }: FormatStart): FormatId | null {
  const seen = new Set<string>();
  const scanner = new JsonScanner(keys, {
    key: (index) => {
      seen.add(keys[index] ?? '');
      return false;
    },
    openObject: () => true,
    openArray: () => false,
    closeObject() {},
    closeArray() {},
    string() {},
    number() {},
    literal() {},
  });
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  scanner.write(isWide ? new TextEncoder().encode(text) : bytes);
  return kindOfKey.find(([key]) => seen.has(key))?.[1] ?? null;
}
