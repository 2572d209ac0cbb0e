/**
 * The path of the site's root on this host, with a slash at both ends. Each page file carries its own depth
 * (`../../`), because the build does not know under which sub-path it will be served. Read once, before the address
 * changes: the depth belongs to the file that was opened.
 */
export function siteBase(document: Document, href: string): string {
  const depth = document.querySelector<HTMLMetaElement>('meta[name="depth"]')?.content ?? './';
  return new URL(depth, href).pathname;
}
