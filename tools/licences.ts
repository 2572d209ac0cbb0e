import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** In no file of the site: the database of `rate-atlas ingest` runs in Node alone. */
const notInSite: ReadonlySet<string> = new Set(['@duckdb/node-api']);
/** For development by name, yet bundled into the service worker. */
const inServiceWorker = ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'];

interface PackageFile {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Leaves `licences.txt` beside the pages: MIT and its like ask that their words go with every copy, and a build drops
 * comments.
 */
export function licences(): Plugin {
  let root = '';
  return {
    name: 'rate-atlas:licences',
    applyToEnvironment: (environment) => environment.name === 'client',
    configResolved(config) {
      root = config.root;
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licencesText(root) });
    },
  };
}

/** The licence of each package the site may carry code of, those behind others included, by name. */
export function licencesText(root: string): string {
  const { dependencies = {} } = packageFile(root);
  const folders = new Map<string, string>();
  function add(name: string, from: string): void {
    const folder = folderOf(name, from);
    if (notInSite.has(name) || folder === undefined || folders.has(folder)) return;
    folders.set(folder, name);
    for (const behind of Object.keys(packageFile(folder).dependencies ?? {})) add(behind, folder);
  }
  for (const name of [...Object.keys(dependencies), ...inServiceWorker]) add(name, root);
  const parts = [...folders].map(([folder, name]) => licenceOf(folder, name)).toSorted();
  return `The pages of Rate Atlas carry code of these packages, each under its own licence.\n\n${parts.join('\n')}`;
}

/** Where Node would find a package from a folder: in the nearest `node_modules` that has it. */
function folderOf(name: string, from: string): string | undefined {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (path.dirname(at) === at) return undefined;
  }
}

function licenceOf(folder: string, name: string): string {
  const { version, license = 'licence not stated' } = packageFile(folder);
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
  const text = file === undefined ? '' : `\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
  return `${name} ${version} (${license})\n${text}`;
}

function packageFile(folder: string): PackageFile {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageFile;
}
