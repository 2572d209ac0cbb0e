import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { inFreshBrowser } from './support/browser.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';

const folder = import.meta.dirname;
const names = ['ours', 'arquero', 'duckdb'];
const runs = 3;
const sizes = [
  { rows: 100_000, providers: 9_000 },
  { rows: 1_000_000, providers: 9_000 },
];
const goal = 8;

/**
 * Recomputing a scope: the app's domain over its typed columns, arquero, and DuckDB-Wasm with its table in memory, on
 * the same generated rows. Each run has a browser process of its own; the three take turns.
 *
 * @returns {Promise<boolean>} whether all gave the same figures
 */
export async function filter() {
  installPeers();
  const site = mkdtempSync(path.join(tmpdir(), 'rate-atlas-bench-'));
  await build({
    configFile: false,
    root: path.join(folder, 'pages'),
    logLevel: 'error',
    build: {
      outDir: site,
      emptyOutDir: true,
      target: 'chrome112',
      rolldownOptions: { input: path.join(folder, 'pages/filter.html') },
    },
  });
  const packaged = path.join(folder, 'node_modules/@duckdb/duckdb-wasm/dist');
  for (const file of ['duckdb-browser-eh.worker.js', 'duckdb-eh.wasm']) {
    cpSync(path.join(packaged, file), path.join(site, 'duckdb', file));
  }
  const server = await gzipServer(site);
  let isSame = true;
  for (const { rows, providers } of sizes) {
    console.log(
      `\nRecomputing a scope, ${rows.toLocaleString('en-US')} rates (one vote per provider and payer)`,
    );
    /** @type {Record<string, { first: number, times: readonly number[], answers: unknown }[]>} */
    const measured = Object.fromEntries(names.map((name) => [name, []]));
    for (let run = 0; run < runs; run++) {
      for (const name of names) {
        const result = await inFreshBrowser(async (page) => {
          page.setDefaultTimeout(300_000);
          await page.goto(`${server.origin}/filter.html`);
          await page.waitForFunction(() => 'measure' in window);
          return page.evaluate(
            ([which, count, of]) => Reflect.get(window, 'measure')(which, count, of),
            /** @type {const} */ ([name, rows, providers]),
          );
        });
        measured[name]?.push(result);
      }
    }
    for (const name of names.slice(1)) {
      const difference = firstDifference(measured['ours']?.[0]?.answers, measured[name]?.[0]?.answers);
      if (difference) {
        isSame = false;
        console.error(`  ${name} gives other figures than ours: ${difference}`);
      }
    }
    if (!isSame) break;
    console.log('  The same n, means and quartiles by payer and for the pool from all three, in two scopes.');
    const ours = spreadOf(measured['ours']?.flatMap(({ times }) => times) ?? []).median;
    printTable([
      ['', 'first', 'each later change', 'ours is faster by'],
      ...names.map((name) => {
        const own = measured[name] ?? [];
        const times = own.flatMap((each) => each.times);
        return [
          name,
          spreadText(own.map(({ first }) => first)),
          spreadText(times),
          name === 'ours' ? '' : `${short(spreadOf(times).median / ours)} ×`,
        ];
      }),
    ]);
    for (const name of names.slice(1)) {
      const ratio = spreadOf(measured[name]?.flatMap(({ times }) => times) ?? []).median / ours;
      sayGoal(`at least ${goal} × faster than ${name}: ${short(ratio)} ×`, ratio >= goal);
    }
  }
  server.stop();
  rmSync(site, { recursive: true, force: true });
  return isSame;
}

function installPeers() {
  if (existsSync(path.join(folder, 'node_modules/arquero'))) return;
  console.log('Installing what is measured against (bench/package.json) ...');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error('the peers could not be installed');
}

/**
 * Where two implementations differ by more than rounding in the last bits.
 *
 * @param {unknown} ours @param {unknown} theirs @returns {string | undefined}
 */
function firstDifference(ours, theirs, at = '') {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours))
      ? undefined
      : `${at}: ${ours}, ${theirs}`;
  }
  if (typeof ours !== 'object' || ours === null || typeof theirs !== 'object' || theirs === null) {
    return ours === theirs ? undefined : `${at}: ${String(ours)}, ${String(theirs)}`;
  }
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  for (const key of keys) {
    const difference = firstDifference(Reflect.get(ours, key), Reflect.get(theirs, key), `${at}/${key}`);
    if (difference) return difference;
  }
  return undefined;
}
