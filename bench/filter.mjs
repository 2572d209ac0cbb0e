import { rmSync } from 'node:fs';
import { benchPage, installPeers } from './support/benchPage.mjs';
import { inFreshBrowser } from './support/browser.mjs';
import { firstDifference } from './support/firstDifference.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';

const names = ['ours', 'arquero', 'duckdb'];
const runs = Number(process.env['BENCH_RUNS'] ?? 5);
const sizes = [
  { rows: 100_000, providers: 9_000 },
  { rows: 1_000_000, providers: 9_000 },
];
const goal = 8;

/**
 * Recomputing a scope: the app's domain over its typed columns, arquero, and DuckDB-Wasm with its table in memory, on
 * the same generated rows. Each run has a browser process of its own; the three take turns. Nine changes come before those
 * that the goal is about: JavaScript runs at a fraction of its speed until the engine has made fast code of it.
 *
 * @returns {Promise<boolean>} whether all gave the same figures
 */
export async function filter() {
  installPeers();
  const site = await benchPage('filter.html');
  const server = await gzipServer(site);
  let isSame = true;
  for (const { rows, providers } of sizes) {
    console.log(
      `\nRecomputing a scope, ${rows.toLocaleString('en-US')} rates (one vote per provider and payer)`,
    );
    /** @type {Record<string, { first: number, early: readonly number[], later: readonly number[], answers: unknown }[]>} */
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
    /** @param {string} name @param {'early' | 'later'} round */
    const all = (name, round) => measured[name]?.flatMap((each) => each[round]) ?? [];
    /** @param {string} name @param {'early' | 'later'} round */
    const ratio = (name, round) => spreadOf(all(name, round)).median / spreadOf(all('ours', round)).median;
    /** @param {string} name @param {'early' | 'later'} round */
    const ratioText = (name, round) => (name === 'ours' ? '' : `${short(ratio(name, round))} ×`);
    printTable([
      ['', 'first', 'the nine changes after it', 'ours is faster by', 'the next nine', 'ours is faster by'],
      ...names.map((name) => [
        name,
        spreadText(measured[name]?.map(({ first }) => first) ?? []),
        spreadText(all(name, 'early')),
        ratioText(name, 'early'),
        spreadText(all(name, 'later')),
        ratioText(name, 'later'),
      ]),
    ]);
    for (const name of names.slice(1)) {
      const faster = ratio(name, 'later');
      sayGoal(
        `at least ${goal} × faster than ${name} once all have warmed up: ${short(faster)} ×`,
        faster >= goal,
      );
    }
  }
  server.stop();
  rmSync(site, { recursive: true, force: true });
  return isSame;
}
