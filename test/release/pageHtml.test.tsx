import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readEmbedded } from '../../src/app/embeddedPage.ts';
import type { PrerenderedPage } from '../../src/app/prerender.tsx';
import { pageHtml } from '../../tools/pageHtml.ts';

const rootHtml = readFileSync(path.resolve(import.meta.dirname, '../../index.html'), 'utf8').replace(
  '</head>',
  '  <link rel="stylesheet" href="./assets/style-1.css">\n  </head>',
);
const shell = { path: 'code/97110/TX/', title: '97110, Texas', description: 'What payers pay.' };
const release = { id: '2026-11-22.1a2b3c4d', date: '2026-11-22' };
const page: PrerenderedPage = {
  html: '<main>BUCA median $89.17</main>',
  embedded: { release },
  summary: 'BUCA median $89.17.',
  picture: null,
};

function write(more: Partial<Parameters<typeof pageHtml>[0]> = {}): string {
  return pageHtml({
    rootHtml,
    shell,
    page,
    siteUrl: undefined,
    picture: null,
    style: '.a{color:red}',
    ...more,
  });
}

function properties(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<meta\s(?:name="\w+"\s)?property="([^"]*)"\scontent="([^"]*)"\s\/>/g)].map(
      ([, name, content]) => [name, content],
    ),
  );
}

test('a page has its text in the root element, and no line that says it needs a script', () => {
  const html = write();
  expect(html).toContain('<div id="root"><main>BUCA median $89.17</main></div>');
  expect(html).not.toContain('needs JavaScript');
  const bare = write({ page: { ...page, html: '' } });
  expect(bare).toContain('needs JavaScript');
  // Home by a relative way, whatever folder the site stands in.
  expect(/<noscript>[^]*<a href="([^"]*)"[^]*<\/noscript>/.exec(bare)?.[1]).toBe('../../../');
});

test('the files of the app lie in a template behind the text, and nothing is drawn before the text is there', () => {
  const html = write();
  const document = new DOMParser().parseFromString(html, 'text/html');
  const held = document.querySelector('template')?.content;
  expect(held?.querySelector('script[type="module"]')?.getAttribute('src')).toMatch(/main\.tsx$/);
  expect(held?.querySelector('link[rel="stylesheet"]')?.getAttribute('href')).toBe(
    '../../../assets/style-1.css',
  );
  expect(
    document.querySelectorAll('script[type="module"], :not(noscript) > link[rel="stylesheet"]'),
  ).toHaveLength(0);
  // Where no script takes it out, the style file comes by itself.
  expect(document.querySelector('noscript > link[rel="stylesheet"]')?.getAttribute('href')).toBe(
    '../../../assets/style-1.css',
  );
  const awaited = document.querySelector('link[rel="expect"]')?.getAttribute('href') ?? '';
  expect(document.querySelector(awaited)?.previousElementSibling?.id).toBe('root');
  // Notes below a table whose rows have names need not be there yet; what comes up to the end of the table must.
  const tables =
    '<main><table><tr id="a"></tr><tr id="b"></tr></table><table><tr id="c"></tr></table>Notes</main>';
  const withTables = write({ page: { ...page, html: tables } });
  expect(withTables).toContain('<link rel="expect" href="#b" blocking="render" />');
  expect(withTables).not.toContain('text-end');
  // A page without text has nothing to show before its script.
  const bare = new DOMParser().parseFromString(write({ page: { ...page, html: '' } }), 'text/html');
  expect(bare.querySelector('template')).toBeNull();
  expect(bare.querySelector('script[type="module"]')).not.toBeNull();
});

test('the rules its text needs stand in the page, allowed by their hash; the style file comes behind the text', () => {
  const html = write();
  const hash = createHash('sha256').update('.a{color:red}').digest('base64');
  expect(html).toContain('<style>.a{color:red}</style>');
  expect(html).toContain(`style-src 'self' 'sha256-${hash}'; style-src-attr`);
  expect(html.indexOf('assets/style-1.css')).toBeGreaterThan(html.indexOf('BUCA median $89.17</main>'));
  // Without text there is nothing to hold back.
  const bare = write({ page: { ...page, html: '' } });
  expect(bare).not.toContain('<style>');
  expect(bare.indexOf('assets/style-1.css')).toBeLessThan(bare.indexOf('</head>'));
});

test('the data a page carries come back as they were, whatever is in them', () => {
  const hostile = { id: '</script><script>alert(1)</script><!--', date: '$& $1 \u2028' };
  const html = write({ page: { ...page, embedded: { release: hostile } } });
  expect(html.split('</script>')).toHaveLength(rootHtml.split('</script>').length + 1);
  const text = /id="page-data">([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  const document = { getElementById: () => ({ textContent: text }) } as unknown as Document;
  expect(readEmbedded(document)).toEqual({ release: hostile });
});

test('a preview of a link says the headline figures', () => {
  expect(properties(write())).toEqual({
    'og:type': 'website',
    'og:site_name': 'Rate Atlas',
    'og:title': '97110, Texas',
    'og:description': 'BUCA median $89.17. What payers pay.',
  });
});

test('addresses that must be absolute are there when the build knows its own', () => {
  const siteUrl = 'https://example.org/atlas/';
  expect(properties(write({ siteUrl }))).toMatchObject({
    'og:url': 'https://example.org/atlas/code/97110/TX/',
  });
  expect(properties(write({ siteUrl, picture: 'code/97110/preview.png' }))).toMatchObject({
    'og:image': 'https://example.org/atlas/code/97110/preview.png',
    'og:image:width': '1200',
    'og:image:height': '630',
  });
});

test('a root page without one of the parts is refused', () => {
  expect(() => write({ rootHtml: rootHtml.replace('<div id="root"></div>', '<div></div>') })).toThrow(
    'index.html has no <div id="root"></div>',
  );
});
