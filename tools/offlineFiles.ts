import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as bundle } from 'vite';
import { readRelease } from '../src/data/readRelease.ts';
import type { Release } from '../src/domain/release.ts';
import { versionedUrl } from '../src/share/versionedUrl.ts';
import { emptyShell } from './emptyShell.ts';

/** Data that every page needs; kept from the first visit on, so that a code's page only lacks its own rates. */
const commonData =
  /^(codes|headlines|providers|plans|sources)\.csv$|^medicare\/(rvu|gpci|conversion-factors|localities)\.csv$/;

export interface PrecacheEntry {
  readonly url: string;
  /** null where the address itself names the content. */
  readonly revision: string | null;
}

const stamp = /\s*<meta name="build" content="[^"]*" \/>/;
const charset = '<meta charset="utf-8" />';

/**
 * Makes a built site work without a connection: stamps every page with the build it belongs to and writes `sw.js`.
 * To be called when nothing in the folder changes any more, after the pages are prerendered.
 *
 * A build is named by its data release and the SHA-256 over all its files, so equal builds are equal and a change of
 * one page is a new build. Running it again on the same folder changes nothing.
 *
 * @returns the build's name.
 */
export async function writeOfflineFiles(folder: string): Promise<string> {
  const release = readRelease(
    await readFile(path.join(folder, 'data/release.json'), 'utf8'),
    'release.json',
  ).release;
  if (!release) throw new Error('data/release.json is not the list of a release');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !/^(data|\.vite)\//.test(file) && file !== 'sw.js')
    .toSorted();

  const hash = createHash('sha256');
  const pages = new Map<string, string>();
  for (const file of files) {
    const bytes = await readFile(path.join(folder, file));
    const isPage = file.endsWith('.html') && file !== '404.html';
    const text = isPage ? bytes.toString('utf8').replace(stamp, '') : '';
    if (isPage) pages.set(file, text);
    hash.update(`${file}\n`).update(isPage ? text : bytes);
  }
  const name = `${release.id}.${hash.digest('hex').slice(0, 8)}`;
  for (const [file, html] of pages) {
    if (!html.includes(charset)) throw new Error(`${file} has no ${charset} to put the build's name behind`);
    await writeFile(path.join(folder, file), stamped(html, name));
  }
  const shell = stamped(emptyShell(pages.get('index.html') ?? ''), name);
  const worker = await workerScript({
    name,
    release: release.id,
    shell,
    precache: precacheEntries(files, release, name),
  });
  await writeFile(path.join(folder, 'sw.js'), worker);
  return name;
}

/** What is fetched once the first page is idle: the home page, all scripts and styles, and the common data. */
export function precacheEntries(
  files: readonly string[],
  release: Release,
  build: string,
): readonly PrecacheEntry[] {
  const named = files.filter((file) => /^assets\/.*\.(js|css)$/.test(file));
  const data = release.files.filter((file) => commonData.test(file.path));
  return [
    { url: './', revision: build },
    { url: 'data/release.json', revision: release.id },
    ...['icon.svg', 'manifest.webmanifest']
      .filter((file) => files.includes(file))
      .map((url) => ({ url, revision: build })),
    ...named.map((url) => ({ url, revision: null })),
    ...data.map((file) => ({ url: versionedUrl(`data/${file.path}`, file.sha256), revision: null })),
  ];
}

function stamped(html: string, name: string): string {
  return html.replace(charset, `${charset}\n    <meta name="build" content="${name}" />`);
}

async function workerScript(facts: Readonly<Record<string, unknown>>): Promise<string> {
  const named = Object.entries(facts).map(([key, value]) => [`offlineBuild.${key}`, JSON.stringify(value)]);
  const made = await bundle({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { ...Object.fromEntries(named), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: ['chrome123', 'firefox120', 'safari17.5'],
      lib: {
        entry: path.resolve(import.meta.dirname, '../src/app/serviceWorker.ts'),
        formats: ['iife'],
        name: 'serviceWorker',
      },
    },
  });
  const output = Array.isArray(made) ? made[0]?.output : 'output' in made ? made.output : undefined;
  const chunk = output?.find((each) => each.type === 'chunk');
  if (!chunk) throw new Error('the service worker did not build');
  return chunk.code;
}
