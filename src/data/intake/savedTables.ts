import type { Problem } from '../../domain/problem.ts';
import type { RateTable } from '../../domain/rateTable.ts';
import { rateDictionaries } from '../rateDictionaries.ts';
import { planColumns, readPlans } from '../readPlans.ts';
import { providerColumns, readProviders } from '../readProviders.ts';
import { rateColumns, readRateFile } from '../readRateFile.ts';
import { readSources } from '../readSources.ts';
import type { TableResult } from '../readTable.ts';

/** One file of rates in our own form: a data release's, or one saved from this page. */
export interface SavedPart {
  /** With its folders: `mine.zip/rates/97110/national.csv`. */
  readonly file: string;
  readonly text: string;
}

/** What a header says a part of saved rates is; undefined where it is none. */
export type SavedKind = 'rates' | 'providers' | 'plans' | 'sources';

const headers: readonly (readonly [SavedKind, readonly string[]])[] = [
  ['rates', rateColumns],
  ['providers', providerColumns],
  ['plans', planColumns],
  ['sources', ['id', 'name', 'publisher', 'place', 'kind', 'date', 'published_url', 'carried_by']],
];

/** @param start the first line of the file, at least. */
export function savedKind(start: string): SavedKind | undefined {
  const header = (/^\uFEFF?([^\r\n]*)/.exec(start)?.[1] ?? '').split(',');
  return headers.find(([, columns]) => columns.every((column) => header.includes(column)))?.[0];
}

/** What became of one file of saved rates. */
export interface SavedReading {
  readonly file: string;
  readonly present: number;
  readonly read: number;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** Why nothing of it was read; '' otherwise. */
  readonly refusal: string;
}

export interface SavedTables {
  /** All with the same dictionaries; a code whose states came alone has several. */
  readonly tables: readonly RateTable[];
  /** By index of the tables' sources. */
  readonly publishers: readonly string[];
  readonly files: readonly SavedReading[];
}

/**
 * Puts saved rates together: dictionaries first, then each code's national file; its state files repeat it, and are
 * read only where it is missing. Never throws. What was read + left out = present, for each file.
 */
export function readSavedTables(parts: ReadonlyMap<SavedKind, readonly SavedPart[]>): SavedTables {
  const files: SavedReading[] = [];
  function dictionary<Row>(kind: SavedKind, read: (text: string, file: string) => TableResult<Row>) {
    const [first, ...others] = parts.get(kind) ?? [];
    for (const { file } of others)
      files.push(
        refused(file, `Another ${kind}.csv came before it: open rates of two folders one after the other.`),
      );
    if (!first) return [];
    const { rows, present, problems } = read(first.text, first.file);
    files.push({ file: first.file, present, read: rows.length, problems, notes: [], refusal: '' });
    return rows;
  }
  const providers = dictionary('providers', readProviders);
  const plans = dictionary('plans', readPlans);
  const sources = dictionary('sources', readSources);
  const dictionaries = rateDictionaries(providers, plans, sources);
  const tables: RateTable[] = [];
  const national = (parts.get('rates') ?? []).map(({ file }) => placeIn(file));
  const hasNational = new Set(national.filter(({ place }) => place === 'national').map(({ code }) => code));
  for (const { file, text } of parts.get('rates') ?? []) {
    const { code, place } = placeIn(file);
    if (code === '') {
      files.push(
        refused(file, 'A file of rates is known by its folder: drop the folder it lies in, or its zip.'),
      );
    } else if (providers.length === 0 || plans.length === 0 || sources.length === 0) {
      files.push(
        refused(
          file,
          'Rates in our own form need providers.csv, plans.csv and sources.csv of the same folder.',
        ),
      );
    } else if (place !== 'national' && hasNational.has(code)) {
      files.push({
        ...refused(file, ''),
        notes: ['Its lines stand in national.csv, too, and are read there.'],
      });
    } else {
      const { table, present, problems } = readRateFile(text, file, code, dictionaries);
      files.push({ file, present, read: table.length, problems, notes: [], refusal: '' });
      tables.push(table);
    }
  }
  return { tables, publishers: sources.map(({ publisher }) => publisher), files };
}

/** The code and place a file of rates is of: the last folder and the name of its path. */
function placeIn(file: string): { readonly code: string; readonly place: string } {
  const [, code = '', place = ''] = /(?:^|[\\/])([0-9A-Z]{4,5})[\\/]([^\\/]+)\.csv$/i.exec(file) ?? [];
  return { code, place };
}

function refused(file: string, refusal: string): SavedReading {
  return { file, present: 0, read: 0, problems: [], notes: [], refusal };
}
