import { embeddedId } from '../src/app/embeddedPage.ts';
import type { PrerenderedPage } from '../src/app/prerender.tsx';
import { policyHash } from './policyHash.ts';
import { escapeHtml, type SiteShell, shellHtml } from './siteShells.ts';

interface PageParts {
  /** The built `index.html`. */
  readonly rootHtml: string;
  readonly shell: SiteShell;
  readonly page: PrerenderedPage;
  /** Where the site will stand; undefined when the build does not know. */
  readonly siteUrl: string | undefined;
  /** The style rules the text needs; empty for a page without text. */
  readonly style: string;
  /** The preview's picture below the site's root; null for a page that has none. */
  readonly picture: string | null;
}

/** A page's whole file: its own head, the text as drawn, and the data the text was drawn from. */
export function pageHtml({ rootHtml, shell, page, siteUrl, picture, style }: PageParts): string {
  const description = page.summary === '' ? shell.description : `${page.summary} ${shell.description}`;
  const head = [
    property('og:type', 'website'),
    property('og:site_name', 'Rate Atlas'),
    property('og:title', shell.title),
    ...(siteUrl === undefined ? [] : absoluteProperties(shell, siteUrl, picture)),
  ];
  // What sets the lines of index.html in for people is thousands of times of no use.
  const html = shellHtml(rootHtml.replace(/^[ ]+/gm, ''), { ...shell, description });
  const awaited = awaitedIn(page.html);
  const filled =
    page.html === '' ? html : withHeldFiles(withStyle(withText(html, page.html, awaited), style, awaited));
  return replaceOnce(
    replaceOnce(filled, '</head>', `${head.join('\n')}\n</head>`),
    '</body>',
    `<script type="application/json" id="${embeddedId}">${jsonText(page.embedded)}</script>\n</body>`,
  );
}

/** What only a build that knows its address can say: previews of links take no relative one. */
function absoluteProperties({ path }: SiteShell, siteUrl: string, picture: string | null): string[] {
  const url = property('og:url', new URL(path, siteUrl).href);
  if (picture === null) return [url];
  return [
    url,
    property('og:image', new URL(picture, siteUrl).href),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    // A place shows the picture of its code.
    property('og:image:alt', 'What payers pay nationally for the code: P25 to P75, median and mean by payer'),
    '<meta name="twitter:card" content="summary_large_image" />',
  ];
}

/** The page with its text in place, and without the line that says there is none. */
function withText(html: string, text: string, awaited: string): string {
  const end = awaited === textEnd ? `\n<div id="${textEnd}" hidden></div>` : '';
  const filled = replaceOnce(html, '<div id="root"></div>', `<div id="root">${text}</div>${end}`);
  const from = filled.lastIndexOf('<noscript>');
  const to = filled.lastIndexOf('</noscript>');
  return filled.slice(0, from) + filled.slice(to + '</noscript>'.length);
}

/**
 * The page with the rules its text needs inside it, allowed by their hash: a first frame that waits for a second file
 * comes twice as late.
 */
function withStyle(html: string, style: string, awaited: string): string {
  const link = /[ ]*<link rel="stylesheet"[^>]*>\n?/.exec(html)?.[0];
  if (link === undefined) throw new Error('index.html links no style file');
  const inside = replaceOnce(html, link, `${wholeAtOnce(awaited)}<style>${style}</style>\n${link}`);
  return replaceOnce(inside, "style-src 'self'", `style-src 'self' '${policyHash(style)}'`);
}

/**
 * The page with the files of the app laid aside in a `<template>`, where no browser fetches them. `firstPaint.js` takes
 * them out after the first frame: a page that is complete without its script must not share its first moments with one.
 * Where no script runs, the style file comes by itself, for paper and for what opens.
 */
function withHeldFiles(html: string): string {
  const held: string[] = [];
  const without = html.replace(heldPattern, (_, element: string) => {
    held.push(element);
    return '';
  });
  if (held.length < 2) throw new Error('index.html has no script or no style file to hold back');
  const whole = held.filter((element) => element.includes('rel="stylesheet"')).join('');
  return replaceOnce(
    without,
    '</body>',
    `<template>${held.join('')}</template>\n<noscript>${whole}</noscript>\n</body>`,
  );
}

/**
 * Nothing is drawn before the figures are there. A file of 20 kB arrives in pieces, and a frame of half a chart is work done
 * twice, and a table or a row of tiles that moves. Browsers that do not know the word draw as they like.
 */
const wholeAtOnce = (awaited: string) => `<link rel="expect" href="#${awaited}" blocking="render" />\n`;

const textEnd = 'text-end';

/**
 * What a text's first frame waits for: the last row of its first table where rows have names, as notes and sources below a
 * table move nothing; else the text's end.
 *
 * @returns an element's id
 */
function awaitedIn(text: string): string {
  const rows = text.slice(text.indexOf('<table'), text.indexOf('</table>')).matchAll(/<tr id="([^"]+)"/g);
  return [...rows].at(-1)?.[1] ?? textEnd;
}

const heldPattern =
  /[ ]*(<script type="module"[^>]*><\/script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>)\n?/g;

function property(name: string, content: string): string {
  return `<meta property="${name}" content="${escapeHtml(content)}" />`;
}

/** JSON that no text in it can end early: `</script>` and `<!--` lose their first character. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** @throws Error when the page lacks the part, so that none goes out half-made. */
function replaceOnce(html: string, part: string, replacement: string): string {
  if (!html.includes(part)) throw new Error(`index.html has no ${part}`);
  return html.replace(part, () => replacement);
}
