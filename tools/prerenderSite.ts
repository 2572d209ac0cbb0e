import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { minifySync, type Plugin } from 'vite';
import type * as Prerender from '../src/app/prerender.tsx';
import { readCsv } from '../src/data/readCsv.ts';
import { createCriticalCss } from './criticalCss.ts';
import { notFoundHtml } from './notFoundHtml.ts';
import { pageHtml } from './pageHtml.ts';
import { policyHash } from './policyHash.ts';
import { previewPng } from './previewImage.ts';
import { type ShellCode, siteShells, wayToRoot, withDepth } from './siteShells.ts';

/** Where the build that runs in Node goes: drawn from once, then of no use. */
const serverFolder = '.cache/prerender';

/**
 * Writes a file for every page of the site: `vite build` builds the app for the browser, then for Node, draws each
 * page with the latter and puts it into the HTML of the former. In the development server each page gets its depth.
 *
 * @param siteUrl where the site will stand (`https://example.org/atlas/`), for the addresses that must be absolute in
 *   previews of links; undefined leaves those out.
 */
export function prerenderSite(siteUrl: string | undefined): Plugin {
  return {
    name: 'rate-atlas:prerender-site',
    enforce: 'post',
    config: () => ({
      builder: {},
      environments: {
        ssr: {
          build: {
            outDir: serverFolder,
            emptyOutDir: true,
            copyPublicDir: false,
            manifest: false,
            minify: false,
            rolldownOptions: {
              input: 'src/app/prerender.tsx',
              output: { entryFileNames: '[name].js', codeSplitting: { groups: [] } },
            },
          },
        },
      },
    }),
    transformIndexHtml: {
      order: 'pre',
      handler(html, context) {
        const script = firstPaintScript();
        const early = html.replace('<!-- first paint -->', `<script>${script}</script>`);
        if (!context.server) {
          return early.replace("script-src 'self'", `script-src 'self' '${policyHash(script)}'`);
        }
        const { pathname } = new URL(context.originalUrl ?? '/', 'http://localhost');
        return withDepth(relaxPolicy(early), wayToRoot(pathname.slice(1)));
      },
    },
    async buildApp(builder) {
      const { client, ssr } = builder.environments;
      if (!client || !ssr) throw new Error('the build has no environment for the browser or for Node');
      await builder.build(client);
      await builder.build(ssr);
      const { root } = client.config;
      const count = await writePages(root, path.resolve(root, client.config.build.outDir), siteUrl);
      rmSync(path.join(root, serverFolder), { recursive: true });
      client.logger.info(`wrote ${count} pages`);
    },
  };
}

/** @returns how many pages were written. */
async function writePages(root: string, outDir: string, siteUrl: string | undefined): Promise<number> {
  const rootHtml = readFileSync(path.join(outDir, 'index.html'), 'utf8');
  const dataFolder = path.join(outDir, 'data');
  const prerender = (await import(
    pathToFileURL(path.join(root, serverFolder, 'prerender.js')).href
  )) as typeof Prerender;
  const { render } = prerender.createPrerender(async (url) => answer(dataFolder, url));
  const criticalCss = createCriticalCss(readStyles(outDir));
  const codes = readShellCodes(dataFolder);
  const shells = siteShells(codes);
  const pictures = new Map<string, string>();
  for (const shell of shells) {
    const page = await render(shell.path, wayToRoot(shell.path));
    const folder = path.join(outDir, shell.path);
    mkdirSync(folder, { recursive: true });
    if (siteUrl !== undefined && page.picture !== null) {
      pictures.set(codeOf(shell.path), `${shell.path}preview.png`);
      writeFileSync(path.join(folder, 'preview.png'), previewPng(page.picture));
    }
    const style = page.html === '' ? '' : await criticalCss(page.html);
    // The nation's page of a code comes before its places', which show its picture.
    const picture = pictures.get(codeOf(shell.path)) ?? null;
    writeFileSync(
      path.join(folder, 'index.html'),
      pageHtml({ rootHtml, shell, page, siteUrl, picture, style }),
    );
  }
  writeFileSync(path.join(outDir, '404.html'), notFoundHtml(codes.map(({ code }) => code)));
  return shells.length;
}

/** `97110` of `code/97110/TX/`; empty for other pages. */
function codeOf(pagePath: string): string {
  return /^code\/([^/]+)\//.exec(pagePath)?.[1] ?? '';
}

/** The site's one style file. */
function readStyles(outDir: string): string {
  const assets = path.join(outDir, 'assets');
  const [file, ...others] = readdirSync(assets).filter((name) => name.endsWith('.css'));
  if (file === undefined || others.length > 0) throw new Error('the build was to leave one style file');
  return readFileSync(path.join(assets, file), 'utf8');
}

/** A file of the release as the browser would get it: from `data/…`, 404 when it is not there. */
function answer(dataFolder: string, url: string): Response {
  const file = path.join(dataFolder, url.slice('data/'.length));
  return existsSync(file)
    ? new Response(new Uint8Array(readFileSync(file)))
    : new Response('', { status: 404 });
}

/** `firstPaint.js` in as few bytes as it takes: it stands in every page. */
function firstPaintScript(): string {
  const file = path.resolve(import.meta.dirname, '../src/app/firstPaint.js');
  const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), { mangle: { toplevel: true } });
  if (errors.length > 0) throw new Error(`firstPaint.js: ${errors[0]?.message}`);
  return code;
}

/** Vite's development client is an inline script, a web socket and style elements; the built page has none of them. */
function relaxPolicy(html: string): string {
  return html
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws:");
}

function readShellCodes(dataFolder: string): ShellCode[] {
  const file = path.join(dataFolder, 'codes.csv');
  if (!existsSync(file)) throw new Error('public/data/codes.csv is missing: run "npm run data" first');
  const { header, rows } = readCsv(readFileSync(file, 'utf8'), 'codes.csv');
  const codeAt = header.indexOf('code');
  const titleAt = header.indexOf('title');
  return rows.map(({ cells, line }) => {
    const code = cells[codeAt] ?? '';
    const title = cells[titleAt] ?? '';
    if (!/^[0-9A-Z]{3,5}$/.test(code) || title === '')
      throw new Error(`codes.csv, line ${line}: no code or no title`);
    return { code, title };
  });
}
