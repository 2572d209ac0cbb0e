/**
 * A page as the app fills it by itself: without what a prerender put into the root element, and without the page's
 * own data. The service worker hands it out for pages that were never visited.
 *
 * @throws Error when the page has no root element, or more than a root was cut.
 */
export function emptyShell(html: string): string {
  const start = html.indexOf('<div id="root"');
  const open = html.indexOf('>', start);
  const end = start < 0 ? -1 : closingOf(html, open + 1);
  if (end < 0) throw new Error('the page has no <div id="root"> that is closed');
  const empty = `${html.slice(0, start)}<div id="root">${html.slice(end)}`;
  // Nor does it wait for an element that only the page had.
  return empty
    .replace(/\s*<script type="application\/json"[^>]*>[^]*?<\/script>/g, '')
    .replace(/\s*<link rel="expect"[^>]*>/g, '');
}

/** Where the `</div>` that closes a `<div>` starts, given where its content starts. */
function closingOf(html: string, from: number): number {
  const tag = /<(\/?)div\b/g;
  tag.lastIndex = from;
  let depth = 1;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return -1;
}
