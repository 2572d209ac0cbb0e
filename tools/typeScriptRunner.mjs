import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs TypeScript of this project as it stands, because Node 20 cannot strip types by itself: `bundleTypeScript.mjs`
 * makes JavaScript of it in a process of its own. Vite takes 150 MB for that, most of which a process never gives back,
 * and an import of a large file needs them.
 *
 * @param {string} root the folder of this package.
 * @param {readonly string[]} files those that are to be loaded, below it. What several of them import is there once.
 */
export async function typeScriptRunner(root, files) {
  const folder = await mkdtemp(path.join(tmpdir(), 'rate-atlas-script-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const bundler = path.join(import.meta.dirname, 'bundleTypeScript.mjs');
  await run(process.execPath, [bundler, root, folder, ...files]).catch((/** @type {unknown} */ error) => {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(`${files.join(', ')} could not be made JavaScript of.\n${said}`, { cause: error });
  });
  return {
    /** Parts that are imported on demand (`import('./…')`) are there until `close`. @type {<Module>(file: string) => Promise<Module>} */
    load: (file) => import(pathToFileURL(path.join(folder, scriptOf(file))).href),
    close: () => {
      process.off('exit', remove);
      remove();
    },
  };
}

/**
 * Where the JavaScript of a file is.
 *
 * @param {string} file
 */
export function scriptOf(file) {
  return file.replace(/\.ts$/, '.mjs');
}
