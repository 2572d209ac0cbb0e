import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FetchFile } from '../data/fetchReleaseFile.ts';
import { NoAnswer } from './cliRequest.ts';

/** What the loader calls the folder: it asks for addresses below it, whatever system this is. */
export const folderAddress = 'data/';

/** A release in a folder, handed out as a host would, except that what cannot be read is said in words of folders. */
export function folderFetch(folder: string): FetchFile {
  return async (url) => {
    const path = url.slice(folderAddress.length).split('/').join(sep);
    try {
      return new Response(new Uint8Array(await readFile(join(folder, path))));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      throw new NoAnswer(
        isGone
          ? `${folder} is not a whole release: ${path} is not in it.`
          : `${join(folder, path)} cannot be read: ${reason}.`,
        { cause: error },
      );
    }
  };
}
