/**
 * The path of the site's root on this host, with a slash at both ends. Each page file carries its own depth
 * (`../../`), because the build does not know under which sub-path it will be served. Read once, before the address
 * changes: the depth belongs to the file that was opened.
 */
export function siteBase(document: Document, href: string): string {
  return hostless(new URL(depthOf(document), href).pathname);
}

/** A path with one slash before it: a link to `//name/` would lead to the host of that name. */
export function hostless(path: string): string {
  return path.replace(/^\/+/, '/');
}

/** The way from the page's file to the site's root. */
export function depthOf(document: Document): string {
  return document.querySelector<HTMLMetaElement>('meta[name="depth"]')?.content ?? './';
}
