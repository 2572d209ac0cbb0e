import { notInPack } from '../data/notInPack.ts';
import type { Release, ReleaseFile } from '../domain/release.ts';

export interface PackFiles {
  /** Addresses below the site's root of the app's scripts, styles, icons and pages. */
  readonly site: readonly string[];
  /** Data files of the release that are packed. */
  readonly data: readonly ReleaseFile[];
  /**
   * The release, and the code it is a pack of. Its list of files is whole: where other codes have rates is read from it,
   * and without theirs the pack's home and data pages would say that they have none.
   */
  readonly release: Release & { readonly pack: { readonly code: string } };
}

/**
 * What belongs into an offline pack of a code: the whole app, its general pages, the code's pages, the tables every
 * page needs and the code's own. Pages and data of other codes stay out, and so does the service worker: it would keep
 * one pack's files for whatever is served from the same address later.
 *
 * @param files all files of the site besides its data, as `site-files.json` lists them
 */
export function packFiles(files: readonly string[], release: Release, code: string): PackFiles {
  const packed = { ...release, pack: { code } };
  return {
    site: files.filter((file) => isOfPack(file, code)),
    data: release.files.filter(({ path }) => notInPack(path, packed) === undefined),
    release: packed,
  };
}

function isOfPack(file: string, code: string): boolean {
  if (/^(sw\.js|CNAME|\.nojekyll|robots\.txt|sitemap.*\.xml)$/.test(file)) return false;
  if (file.startsWith('assets/')) return true;
  const pages = /^code\/([^/]+)\//.exec(file);
  if (pages) return pages[1] === code && file.endsWith('.html');
  // Pictures below the root are previews for links, which a folder on a disk has no use for.
  return file.endsWith('.html') || !file.includes('/');
}
