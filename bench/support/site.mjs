import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { projectRoot, runStep } from '../../tools/runStep.mjs';

const folder = path.join(projectRoot, '.cache/bench/site');
/** @type {Promise<{ folder: string, seconds: number | undefined }> | undefined} */
let made;

/**
 * The production site, built once per run; `BENCH_SITE` names one that is built already.
 *
 * @returns {Promise<{ folder: string, seconds: number | undefined }>} how long the build took, if it was built here
 */
export function site() {
  made ??= make();
  return made;
}

async function make() {
  const given = process.env['BENCH_SITE'];
  if (given) {
    if (!existsSync(path.join(given, 'index.html')))
      throw new Error(`BENCH_SITE: there is no site in ${given}`);
    return { folder: path.resolve(given), seconds: undefined };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  const startedAt = performance.now();
  const code = await runStep('vite', ['build', '--logLevel', 'error', '--outDir', folder]);
  if (code !== 0) throw new Error('the site did not build');
  return { folder, seconds: (performance.now() - startedAt) / 1000 };
}

/**
 * A TypeScript module of this project: Node 20 cannot strip types by itself.
 *
 * @param {string} file below the project's root
 * @returns {Promise<Record<string, any>>}
 */
export async function typescript(file) {
  const { module } = await runnerImport(path.join(projectRoot, file), {
    configFile: false,
    logLevel: 'error',
  });
  return module;
}
