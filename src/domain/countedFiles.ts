import { type RateIndex, rateIndex } from './rateIndex.ts';
import type { RateTest } from './rateSelection.ts';
import type { RateTable } from './rateTable.ts';

/** Files with counted rates, and the years they span: those that state one, 0 where none does. */
export interface CountedFiles {
  readonly count: number;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** null when no rate counts. */
export function countedFiles(table: RateTable, { fails, providers }: RateTest): CountedFiles | null {
  const index = rateIndex(table);
  const isUsed =
    providers === null ? usedByKinds(table, index, fails) : usedByRows(index, fails, providers, table);
  return filesUsed(table, isUsed);
}

/** null when none is used. */
export function filesUsed({ sources }: Pick<RateTable, 'sources'>, isUsed: IsUsed): CountedFiles | null {
  const used = sources.filter((_, source) => isUsed(source));
  if (used.length === 0) return null;
  // A table of the user's is a source for each date it states, and one file.
  const own = new Set(used.filter(({ kind }) => kind === 'own').map(({ name }) => name));
  const published = used.filter(({ kind }) => kind !== 'own').length;
  const years = used.map(({ year }) => year).filter((year) => year > 0);
  const lastYear = Math.max(0, ...years);
  return { count: published + own.size, firstYear: Math.min(lastYear, ...years), lastYear };
}

type IsUsed = (source: number) => boolean;

function usedByRows(
  { provider, kind, row }: RateIndex,
  fails: Uint16Array,
  providers: Uint8Array,
  { source, sources }: RateTable,
): IsUsed {
  const isUsed = new Uint8Array(sources.length);
  for (let slot = 0; slot < row.length; slot++) {
    if (providers[provider[slot] as number] === 0 || fails[kind[slot] as number] !== 0) continue;
    isUsed[source[row[slot] as number] as number] = 1;
  }
  return (at) => isUsed[at] === 1;
}

const remembered = new WeakMap<RateIndex, Uint32Array>();

/** Where every provider may count, the files of a kind are always the same: kept as bits, 32 files a word. */
function usedByKinds(table: RateTable, index: RateIndex, fails: Uint16Array): IsUsed {
  const words = Math.ceil(table.sources.length / 32);
  const ofKinds = remembered.get(index) ?? filesOfKinds(table, index, words);
  remembered.set(index, ofKinds);
  const used = new Uint32Array(words);
  for (let kind = 0; kind < fails.length; kind++) {
    if (fails[kind] !== 0) continue;
    for (let word = 0; word < words; word++)
      used[word] = (used[word] as number) | (ofKinds[kind * words + word] as number);
  }
  return (source) => (((used[source >>> 5] as number) >>> (source & 31)) & 1) === 1;
}

function filesOfKinds({ source }: RateTable, { kinds, kindOfRow }: RateIndex, words: number): Uint32Array {
  const sets = new Uint32Array(kinds.length * words);
  for (let row = 0; row < kindOfRow.length; row++) {
    const file = source[row] as number;
    const word = (kindOfRow[row] as number) * words + (file >>> 5);
    sets[word] = (sets[word] as number) | (1 << (file & 31));
  }
  return sets;
}
