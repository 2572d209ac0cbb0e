import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Plugin } from 'vite';
import { readCsv } from '../src/data/readCsv.ts';
import type { DrawPages } from './drawPages.worker.ts';
import { firstPaintScript } from './firstPaintScript.ts';
import { notFoundHtml } from './notFoundHtml.ts';
import { policyHash } from './policyHash.ts';
import { releaseIn } from './releaseData.ts';
import { codeOf, type ShellCode, type SiteShell, siteShells, wayToRoot, withDepth } from './siteShells.ts';

/** Where the build that runs in Node goes: drawn from once, then of no use. */
const serverFolder = '.cache/prerender';
/** Each holds the release and the app once more. */
const mostThreads = 4;

/**
 * Writes a file for every page of the site: `vite build` builds the app for the browser, then for Node, draws each
 * page with the latter in as many threads as there are cores, and puts it into the HTML of the former. In the
 * development server each page gets its depth.
 *
 * @param siteUrl where the site will stand (`https://example.org/atlas/`), for the addresses that must be absolute in
 *   previews of links; undefined leaves those out.
 * @param dataFolder of the release that the pages are of.
 */
export function prerenderSite(siteUrl: string | undefined, dataFolder: string): Plugin {
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
              input: { drawPages: path.resolve(import.meta.dirname, 'drawPages.worker.ts') },
              output: { entryFileNames: '[name].js', codeSplitting: { groups: [] } },
            },
          },
        },
      },
    }),
    transformIndexHtml: {
      order: 'pre',
      handler(html, context) {
        const script = firstPaintScript(releaseIn(dataFolder).id);
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
  const codes = readShellCodes(path.join(outDir, 'data'));
  const shells = siteShells(codes);
  const parts = {
    outDir,
    rootHtml: readFileSync(path.join(outDir, 'index.html'), 'utf8'),
    css: readStyles(outDir),
    siteUrl,
  };
  await Promise.all(
    sharesOf(shells, Math.min(mostThreads, availableParallelism())).map((share) =>
      drawInThread(path.join(root, serverFolder, 'drawPages.js'), { ...parts, shells: share }),
    ),
  );
  writeFileSync(path.join(outDir, '404.html'), notFoundHtml(codes.map(({ code }) => code)));
  return shells.length;
}

/**
 * The pages in shares of about the same size, each code in one: its pages read the same files and show one picture.
 * Which share a page is in changes nothing in it.
 */
function sharesOf(shells: readonly SiteShell[], count: number): SiteShell[][] {
  const codes = [...new Set(shells.map((shell) => codeOf(shell.path)))];
  const shares = codes.slice(0, count).map((): SiteShell[] => []);
  for (const shell of shells) shares[codes.indexOf(codeOf(shell.path)) % shares.length]?.push(shell);
  return shares;
}

function drawInThread(file: string, task: DrawPages): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(pathToFileURL(file), {
      workerData: task,
      // A page is drawn from much that is gone with it: in more room it is cleared away less often.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    });
    thread.once('error', reject);
    thread.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a thread that draws pages ended with ${code}`)),
    );
  });
}

/** The site's one style file. */
function readStyles(outDir: string): string {
  const assets = path.join(outDir, 'assets');
  const [file, ...others] = readdirSync(assets).filter((name) => name.endsWith('.css'));
  if (file === undefined || others.length > 0) throw new Error('the build was to leave one style file');
  return readFileSync(path.join(assets, file), 'utf8');
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
