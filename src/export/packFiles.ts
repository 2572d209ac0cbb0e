import type { Release, ReleaseFile } from '../domain/release.ts';

export interface PackFiles {
  /** Addresses below the site's root of the app's scripts, styles, icons and pages. */
  readonly site: readonly string[];
  /** The release's list with only what is packed, and the code it is a pack of. */
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
  return {
    site: files.filter((file) => isOfPack(file, code)),
    release: { ...release, files: release.files.filter((file) => isDataOfPack(file, code)), pack: { code } },
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

function isDataOfPack({ path }: ReleaseFile, code: string): boolean {
  const ofCode = /^(?:rates|charges|published|context)\/([^/.]+)/.exec(path);
  return ofCode === null || ofCode[1] === code;
}
