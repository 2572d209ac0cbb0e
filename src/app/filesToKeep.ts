import type { ReleaseFile } from '../domain/release.ts';

/**
 * The files of a release that the controls of a code's page read: what every code needs, Medicare's tables and the code's
 * own, of the nation and of the page's place. Some 50 kB packed. None for other pages.
 *
 * @param path of the page below the site's root: `code/97110/TX/`
 */
export function filesToKeep<File extends Pick<ReleaseFile, 'path'>>(
  path: string,
  files: readonly File[],
): readonly File[] {
  const [, code, place = 'national'] = /^code\/([0-9A-Z]+)\/(?:([A-Z]{2})\/)?/.exec(path) ?? [];
  if (code === undefined) return [];
  const own = new Set([
    `rates/${code}/national.csv`,
    `rates/${code}/${place}.csv`,
    `charges/${code}.csv`,
    `published/${code}.csv`,
    `context/${code}.json`,
  ]);
  return files.filter((file) => own.has(file.path) || /^(?:medicare\/)?[a-z-]+\.csv$/.test(file.path));
}
