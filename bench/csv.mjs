import { rmSync } from 'node:fs';
import { benchPage, installPeers } from './support/benchPage.mjs';
import { inFreshBrowser } from './support/browser.mjs';
import { firstDifference } from './support/firstDifference.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { peakMemory } from './support/peakMemory.mjs';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';

const names = ['bytes', 'ours', 'papaparse', 'papaparseTold', 'duckdb'];
const words = {
  bytes: 'every byte added up',
  ours: 'ours, in a worker',
  papaparse: 'PapaParse, in a worker',
  papaparseTold: 'PapaParse, told the separator',
  duckdb: 'DuckDB-Wasm read_csv',
};
const rows = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const runs = Number(process.env['BENCH_RUNS'] ?? 5);
/** Ours alone: PapaParse's text of the last would be longer than a text may be. */
const slope = [10_000, 100_000, 1_000_000, 10_000_000];

/**
 * A CSV of rates in memory, from its bytes to n, mean and quartiles by state and payer on the page: ours, PapaParse and
 * DuckDB-Wasm on the same generated rows. Each run has a browser process of its own; they take turns.
 *
 * @returns {Promise<boolean>} whether all gave the same figures
 */
export async function csv() {
  installPeers();
  const site = await benchPage('csv.html');
  const server = await gzipServer(site);
  const isSame = (await compare(server.origin)) && (await scale(server.origin));
  server.stop();
  rmSync(site, { recursive: true, force: true });
  return isSame;
}

/** @param {string} origin */
async function compare(origin) {
  /** @type {Record<string, Awaited<ReturnType<typeof measure>>[]>} */
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) measured[name]?.push(await measure(origin, name, rows));
  }
  const of = (/** @type {string} */ name) => measured[name] ?? [];
  const megabytes = (of('ours')[0]?.size ?? 0) / 1e6;
  console.log(
    `\nReading ${rows.toLocaleString('en-US')} rates (${megabytes.toFixed(1)} MB of CSV) by state and payer`,
  );
  for (const name of ['papaparse', 'papaparseTold', 'duckdb']) {
    const difference = firstDifference(of('ours')[0]?.groups, of(name)[0]?.groups);
    if (difference) {
      console.error(`  ${name} gives other figures than ours: ${difference}`);
      return false;
    }
  }
  const groups = Object.keys(of('ours')[0]?.groups ?? {}).length;
  console.log(`  The same n, means and quartiles of ${groups} groups from all three.`);

  const median = (/** @type {string} */ name, /** @type {'ms' | 'withStart' | 'block' | 'peak'} */ what) =>
    spreadOf(of(name).map((each) => each[what])).median;
  const ours = median('ours', 'ms');
  printTable([
    ['', 'time', 'with start-up', 'to ours', 'longest block', 'peak memory'],
    ...names.map((name) => [
      Reflect.get(words, name),
      spreadText(of(name).map(({ ms }) => ms)),
      name === 'bytes' ? '' : spreadText(of(name).map(({ withStart }) => withStart)),
      name === 'ours' ? '' : `${short(median(name, 'ms') / ours)} ×`,
      `${short(median(name, 'block'))} ms`,
      `${median(name, 'peak').toFixed(0)} MB`,
    ]),
  ]);
  const oursWithStart = median('ours', 'withStart');
  sayRatio('faster than PapaParse in a worker', median('papaparse', 'ms') / ours, 7);
  sayRatio('faster than DuckDB-Wasm, both started already', median('duckdb', 'ms') / ours, 3);
  sayRatio('faster than DuckDB-Wasm, both with start-up', median('duckdb', 'withStart') / oursWithStart, 7);
  console.log(
    `  With our start-up counted and not theirs: ${short(median('papaparse', 'ms') / oursWithStart)} × PapaParse, ` +
      `${short(median('duckdb', 'ms') / oursWithStart)} × DuckDB-Wasm.`,
  );
  const toFloor = ours / median('bytes', 'ms');
  sayGoal(`at most 6 × the time of adding every byte up: ${short(toFloor)} ×`, toFloor <= 6);
  const share = median('ours', 'peak') / median('papaparse', 'peak');
  sayGoal(`at most half of PapaParse's peak memory: ${short(share)}`, share <= 0.5);
  const block = Math.max(...of('ours').map((each) => each.block));
  sayGoal(`page never blocked over 50 ms: ${short(block)} ms`, block <= 50);
  return true;
}

/** @param {string} what @param {number} ratio @param {number} goal */
function sayRatio(what, ratio, goal) {
  sayGoal(`at least ${goal} × ${what}: ${short(ratio)} ×`, ratio >= goal);
}

/** @param {string} origin */
async function scale(origin) {
  const table = [['rows', 'file', 'ours', 'a row', 'peak memory']];
  /** @type {number[]} */
  const perRow = [];
  let isRight = true;
  for (const count of slope) {
    const measured = [];
    for (let run = 0; run < 3; run++) measured.push(await measure(origin, 'ours', count));
    const times = measured.map(({ ms }) => ms);
    const { size = 0, groups = {} } = measured[0] ?? {};
    const found = Object.values(groups).reduce((sum, group) => sum + group.n, 0);
    if (found !== count) {
      console.error(`  ${found} of ${count} rows were read`);
      isRight = false;
    }
    perRow.push(spreadOf(times).median / count);
    table.push([
      count.toLocaleString('en-US'),
      `${(size / 1e6).toFixed(1)} MB`,
      spreadText(times),
      `${((spreadOf(times).median * 1e6) / count).toFixed(0)} ns`,
      `${spreadOf(measured.map(({ peak }) => peak)).median.toFixed(0)} MB`,
    ]);
  }
  console.log('\nOurs as files grow');
  printTable(table);
  const steepest = Math.max(...perRow.slice(1).map((each, index) => each / (perRow[index] ?? each)));
  sayGoal(`no more time a row as rows grow tenfold: at most ${short(steepest)} ×`, steepest <= 1.25);
  return isRight;
}

/** @param {string} origin @param {string} name @param {number} count */
function measure(origin, name, count) {
  return inFreshBrowser(async (page) => {
    page.setDefaultTimeout(600_000);
    await page.goto(`${origin}/csv.html`);
    await page.waitForFunction(() => 'measureCsv' in window);
    const size = await page.evaluate((of) => window.prepare(of), count);
    await page.evaluate(() => Reflect.get(window, 'gc')?.());
    await page.waitForTimeout(300);
    const peak = await peakMemory(page);
    const { groups, ...measured } = await page.evaluate((which) => window.measureCsv(which), name);
    const byName = Object.fromEntries(groups.map(({ group, ...figures }) => [group, figures]));
    return { ...measured, size, peak: peak(), groups: byName };
  });
}
