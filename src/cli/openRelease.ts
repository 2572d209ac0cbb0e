import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createReleaseLoader, type ReleaseLoader } from '../data/loadRelease.ts';
import { NoAnswer } from './cliRequest.ts';
import { folderAddress, folderFetch } from './folderFetch.ts';

/**
 * The release in a folder, with the checks of size and hash that the page makes.
 *
 * @param dataFolder null = the release that comes with this package.
 * @throws NoAnswer when the folder holds no release.
 */
export function openRelease(dataFolder: string | null, packageFolder: string): ReleaseLoader {
  const folder = dataFolder ?? join(packageFolder, 'public/data');
  if (!existsSync(join(folder, 'release.json')))
    throw new NoAnswer(`${folder} holds no data release: there is no release.json in it.`);
  return createReleaseLoader(folderAddress, folderFetch(folder));
}
