import { deflateCost } from './deflateCost.mjs';

/** Where each part of a code's page begins; what comes before the first is the head. */
const begins = {
  'policy, title, previews': /^/,
  'script of the first paint': /<script>/,
  'first styles': /<style>/,
  'more of the head': /<\/style>/,
  'header of the site': /<body>/,
  'code, place, links': /<article/,
  'what counts': /<h2[^>]*>What counts/,
  'headline figures': /<dl/,
  insights: /<h2[^>]*>Key insights/,
  chart: /<div[^>]*data-drawing/,
  table: /<section[^>]*aria-label="[^"]*, table"/,
  'notes, method, sources': /<\/table>/,
  'foot of the page': /<footer/,
  'files of the app': /<template>/,
  facts: /<script type="application\/json"/,
};

/**
 * What each part of a code's page costs in the page's gzip, in bytes, as `deflateCost` counts. Parts that a page lacks
 * are left out, and what stands there counts for the part before.
 *
 * @param {Uint8Array} page
 * @returns {{ name: string, bytes: number, packed: number }[]} the last is what no byte of the page is to blame for
 */
export function pageParts(page) {
  const text = Buffer.from(page).toString('latin1');
  const { bits, tables } = deflateCost(page);
  const found = Object.entries(begins)
    .map(([name, begin]) => ({ name, at: text.search(begin) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  const parts = found.map(({ name, at }, index) => {
    const end = found[index + 1]?.at ?? page.length;
    return { name, bytes: end - at, packed: bits.slice(at, end).reduce((sum, each) => sum + each, 0) / 8 };
  });
  // A gzip file has 18 bytes around its content.
  return [...parts, { name: 'code tables', bytes: 0, packed: tables / 8 + 18 }];
}
