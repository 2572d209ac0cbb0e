import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { readDigestIndex } from '../src/data/readDigestIndex.ts';
import { readRelease } from '../src/data/readRelease.ts';
import type { Release } from '../src/domain/release.ts';

/**
 * Builds the site of another release than the one in `public/data`: the release in `folder` takes its place before any
 * page is drawn, and in the development server. Only what the release lists is published, not what lies beside it.
 *
 * @param folder of a release such as `rate-atlas ingest` makes; undefined changes nothing.
 */
export function releaseData(folder: string | undefined): Plugin {
  return {
    name: 'rate-atlas:release-data',
    configureServer({ middlewares }) {
      if (folder === undefined) return;
      const listed = new Set(releasePaths(folder));
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const file = /^\/data\/(.+\.(?:csv|json))$/.exec(pathname)?.[1];
        if (file === undefined) return next();
        if (!listed.has(file)) {
          response.statusCode = 404;
          response.end();
          return;
        }
        response.setHeader('Content-Type', file.endsWith('.csv') ? 'text/csv' : 'application/json');
        response.end(readFileSync(path.join(folder, file)));
      });
    },
    writeBundle: {
      order: 'post',
      handler({ dir }) {
        if (folder !== undefined && dir !== undefined && this.environment.name === 'client')
          placeRelease(folder, path.join(dir, 'data'));
      },
    },
  };
}

/**
 * Puts a release where another was.
 *
 * @throws Error when the folder holds none, or a file it lists is not there or of another size.
 */
export function placeRelease(folder: string, target: string): void {
  const paths = releasePaths(folder);
  const readme = path.join(target, 'README.md');
  const columns = existsSync(readme) ? readFileSync(readme) : undefined;
  rmSync(target, { recursive: true, force: true });
  for (const file of paths) cpSync(path.join(folder, file), path.join(target, file));
  // What the columns mean is the same in every release.
  if (columns !== undefined) writeFileSync(readme, columns);
}

/**
 * The list of the release in a folder.
 *
 * @throws Error when the folder holds none that can be read.
 */
export function releaseIn(folder: string): Release {
  const list = path.join(folder, 'release.json');
  if (!existsSync(list))
    throw new Error(`RATE_ATLAS_DATA: ${folder} holds no data release, there is no release.json in it.`);
  const { release, problems } = readRelease(readFileSync(list, 'utf8'), 'release.json');
  if (!release) throw new Error(`RATE_ATLAS_DATA: ${problems.map(({ message }) => message).join(' ')}`);
  return release;
}

/** Every file a release is made of: those it lists, itself, and the digests of it and those before. */
function releasePaths(folder: string): readonly string[] {
  const release = releaseIn(folder);
  const sizeOf = (file: string) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.size;
  const odd = release.files.find(({ path: file, bytes }) => sizeOf(file) !== bytes);
  if (odd) throw new Error(`RATE_ATLAS_DATA: ${odd.path} is not as release.json lists it.`);
  const index = 'releases/index.json';
  const kept = existsSync(path.join(folder, index))
    ? readDigestIndex(readFileSync(path.join(folder, index), 'utf8'), index).entries
    : undefined;
  const digests = kept ? [index, ...kept.map(({ id }) => `releases/${id}.json`)] : [];
  return ['release.json', ...release.files.map((file) => file.path), ...digests];
}
