import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { workerData } from 'node:worker_threads';
import { createPrerender } from '../src/app/prerender.tsx';
import { createCriticalCss } from './criticalCss.ts';
import { pageHtml } from './pageHtml.ts';
import { previewPng } from './previewImage.ts';
import { codeOf, type SiteShell, wayToRoot } from './siteShells.ts';

/** What one of the build's threads draws. */
export interface DrawPages {
  readonly outDir: string;
  readonly rootHtml: string;
  /** The site's whole style file. */
  readonly css: string;
  readonly siteUrl: string | undefined;
  /** The nation's page of a code before its places', which show its picture. */
  readonly shells: readonly SiteShell[];
}

await drawPages(workerData as DrawPages);

async function drawPages({ outDir, rootHtml, css, siteUrl, shells }: DrawPages): Promise<void> {
  const { render } = createPrerender(async (url) => answer(path.join(outDir, 'data'), url));
  const criticalCss = createCriticalCss(css);
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
    const picture = pictures.get(codeOf(shell.path)) ?? null;
    writeFileSync(
      path.join(folder, 'index.html'),
      pageHtml({ rootHtml, shell, page, siteUrl, picture, style }),
    );
  }
}

/** A file of the release as the browser would get it: from `data/…`, 404 when it is not there. */
function answer(dataFolder: string, url: string): Response {
  const file = path.join(dataFolder, url.slice('data/'.length));
  return existsSync(file)
    ? new Response(new Uint8Array(readFileSync(file)))
    : new Response('', { status: 404 });
}
