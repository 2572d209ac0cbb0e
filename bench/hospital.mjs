import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';

const folder = import.meta.dirname;
const runs = 3;
const megabytes = 200;

/**
 * A generated hospital file, wide, 120 payers: our reader beside PapaParse in streaming mode and beside looking at every
 * byte, in Node, each run a process of its own, taking turns.
 *
 * @returns {Promise<boolean>} whether both readers found the same rates
 */
export async function hospital() {
  const made = mkdtempSync(path.join(tmpdir(), 'rate-atlas-bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: path.join(folder, 'hospitalFile.ts'), outDir: made, target: 'node20', emptyOutDir: true },
  });
  let isSame = true;
  const rows = [];
  for (const [all, what] of /** @type {const} */ ([
    [false, 'a row in 20'],
    [true, 'every row'],
  ])) {
    /** @type {Record<string, { rates: number, cents: number, seconds: number, peak: number }[]>} */
    const found = { ours: [], papaparse: [], sum: [] };
    for (let run = 0; run < runs; run++)
      for (const name of Object.keys(found)) found[name]?.push(readOnce(made, name, all));
    const [ours = [], papaparse = [], sum = []] = Object.values(found);
    isSame &&= [...ours, ...papaparse].every(
      ({ rates, cents }) => rates === ours[0]?.rates && cents === ours[0].cents && rates > 0,
    );
    const speeds = [ours, papaparse, sum].map((each) => each.map(({ seconds }) => megabytes / seconds));
    const medians = speeds.map((each) => spreadOf(each).median);
    for (const [index, name] of Object.keys(found).entries()) {
      const peak = Math.max(...(found[name] ?? []).map((each) => each.peak));
      rows.push([
        index === 0 ? what : '',
        name,
        spreadText(speeds[index] ?? [], 'MB/s'),
        `${short((medians[0] ?? 0) / (medians[index] ?? 1))} ×`,
        `${Math.round(peak / 1e6)} MB`,
      ]);
    }
    sayGoal(`${what} asked for: 30 MB/s or more`, (medians[0] ?? 0) >= 30);
    sayGoal(
      `${what} asked for: peak under 300 MB`,
      ours.every(({ peak }) => peak < 300e6),
    );
  }
  console.log(`\nA wide hospital file of ${megabytes} MB, 120 payers`);
  printTable([['asked for', 'reader', 'speed, processor time', 'ours is faster', 'peak memory'], ...rows]);
  if (!isSame) console.error('  the readers did not find the same rates');
  rmSync(made, { recursive: true, force: true });
  return isSame;
}

/**
 * @param {string} made @param {string} name @param {boolean} all
 * @returns {{ rates: number, cents: number, seconds: number, peak: number }}
 */
function readOnce(made, name, all) {
  const script = `import(${JSON.stringify(path.join(made, 'hospitalFile.js'))}).then((m) => m.${name}(${megabytes}e6, ${all})).then((r) => console.log(JSON.stringify(r)))`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--eval', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} stopped: ${stderr}`);
  return JSON.parse(stdout);
}
