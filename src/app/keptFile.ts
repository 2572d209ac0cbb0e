import { createStore, del, get, set } from 'idb-keyval';
import type { ColumnChoice } from '../data/ownRatesColumns.ts';

/** A file with the columns the user chose for it; undefined where the headings decide. */
export interface ChosenFile {
  readonly file: File;
  readonly chosen: ColumnChoice | undefined;
}

/** A contract's file, and the file of its volumes where there is one. */
export interface OwnFiles extends ChosenFile {
  readonly volumes: ChosenFile | null;
}

/** What the user asked this browser to keep: the files themselves, as they were chosen. */
export interface KeptFile extends OwnFiles {
  /** `2026-11-22`, the day it was kept. */
  readonly on: string;
}

const database = 'rate-atlas.own';
const key = 'file';
let store: ReturnType<typeof createStore> | undefined;

function opened() {
  store ??= createStore(database, 'files');
  return store;
}

/**
 * null where nothing was kept, and where storage is refused: then nothing can have been kept. Looking does not make a
 * database where the browser can say that there is none.
 */
export async function readKept(): Promise<KeptFile | null> {
  try {
    if (store === undefined && indexedDB.databases) {
      const known = await indexedDB.databases();
      if (!known.some(({ name }) => name === database)) return null;
    }
    return (await get<KeptFile>(key, opened())) ?? null;
  } catch {
    return null;
  }
}

/** Rejects with a sentence for the page where the browser stores nothing, or has no room. */
export async function writeKept(files: KeptFile): Promise<void> {
  try {
    await set(key, files, opened());
  } catch (error) {
    const size = files.file.size + (files.volumes?.file.size ?? 0);
    throw new Error(storageFault(error, size), { cause: error });
  }
}

/** Rejects with a sentence for the page. */
export async function deleteKept(): Promise<void> {
  try {
    await del(key, opened());
  } catch (error) {
    throw new Error(
      'The browser did not delete the file. Delete this site’s data in the browser’s own settings.',
      { cause: error },
    );
  }
}

function storageFault(error: unknown, size: number): string {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  return isFull
    ? `There is no room for ${Math.max(1, Math.round(size / 1_000_000))} MB in this browser’s storage. The file stays open in this tab, in memory.`
    : 'This browser does not let the page store files, as in some private windows. The file stays open in this tab, in memory.';
}
