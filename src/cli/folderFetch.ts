import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FetchFile } from '../data/fetchReleaseFile.ts';

/** What the loader calls the folder: it asks for addresses below it, whatever system this is. */
export const folderAddress = 'data/';

/**
 * A release in a folder, handed out as a host would. A file that is not there is one the host does not have; anything
 * else that goes wrong keeps its own words.
 */
export function folderFetch(folder: string): FetchFile {
  return async (url) => {
    const path = url.slice(folderAddress.length).split('/').join(sep);
    try {
      return new Response(new Uint8Array(await readFile(join(folder, path))));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return new Response(null, { status: 404 });
      throw error;
    }
  };
}
