import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const folder = path.join(import.meta.dirname, '..');

/**
 * Builds one of the pages of `bench/pages`, with DuckDB-Wasm beside it.
 *
 * @param {string} page
 * @returns {Promise<string>} the folder it lies in, to be removed in the end
 */
export async function benchPage(page) {
  const site = mkdtempSync(path.join(tmpdir(), 'rate-atlas-bench-'));
  await build({
    configFile: false,
    root: path.join(folder, 'pages'),
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: site,
      emptyOutDir: true,
      target: 'chrome112',
      rolldownOptions: { input: path.join(folder, 'pages', page) },
    },
  });
  const packaged = path.join(folder, 'node_modules/@duckdb/duckdb-wasm/dist');
  for (const file of ['duckdb-browser-eh.worker.js', 'duckdb-eh.wasm']) {
    cpSync(path.join(packaged, file), path.join(site, 'duckdb', file));
  }
  return site;
}

/** The site needs none of what it is measured against: it is installed when it is first asked for. */
export function installPeers() {
  if (existsSync(path.join(folder, 'node_modules/arquero'))) return;
  console.log('Installing what is measured against (bench/package.json) ...');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error('the peers could not be installed');
}
