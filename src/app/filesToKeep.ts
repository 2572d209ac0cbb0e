import { notInPack } from '../data/notInPack.ts';
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
  const rates = new Set([`rates/${code}/national.csv`, `rates/${code}/${place}.csv`]);
  return files.filter(
    (file) =>
      // As in a pack of the code, but for the rates of other places.
      notInPack(file.path, { pack: { code } }) === undefined &&
      (!file.path.startsWith('rates/') || rates.has(file.path)),
  );
}
