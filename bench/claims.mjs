import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inFreshBrowser } from './support/browser.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { site } from './support/site.mjs';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';

const payers = ['Aetna PPO', 'BCBS PPO', 'Cigna PPO', 'UnitedHealthcare PPO'];
const codes = ['97110', '97112', '97140', '97530', '97116', '97535'];
const sizes = [
  { count: 50_000, runs: 3 },
  { count: 1_000_000, runs: 1 },
];

/**
 * Claim lines, as a billing system exports them, from choosing the file to the contract on the page: how long it takes,
 * the longest task of the page's own thread, and whether progress was shown on the way.
 *
 * @returns {Promise<boolean>} whether every line was counted
 */
export async function claims() {
  const { folder } = await site();
  const server = await gzipServer(folder);
  const made = mkdtempSync(path.join(tmpdir(), 'rate-atlas-claims-'));
  let isRight = true;
  const rows = [];
  for (const { count, runs } of sizes) {
    const file = path.join(made, `claims-${count}.csv`);
    const units = writeClaims(file, count);
    const measured = [];
    for (let run = 0; run < runs; run++) measured.push(await load(server.origin, file, units));
    const seconds = measured.map(({ ms }) => ms / 1000);
    const longest = Math.max(...measured.map(({ task }) => task));
    isRight &&= measured.every(({ isCounted }) => isCounted);
    rows.push([
      count.toLocaleString('en-US'),
      `${(statSync(file).size / 1e6).toFixed(1)} MB`,
      spreadText(seconds, 's'),
      `${short(longest)} ms`,
      String(Math.min(...measured.map(({ steps }) => steps))),
    ]);
    if (count <= 50_000)
      sayGoal(`${count.toLocaleString('en-US')} lines in under 2 s`, spreadOf(seconds).median < 2);
    sayGoal(
      `${count.toLocaleString('en-US')} lines without a task over 50 ms: ${short(longest)} ms`,
      longest <= 50,
    );
  }
  console.log('\nClaim lines, from choosing the file to the contract on the page');
  printTable([['lines', 'file', 'time', 'longest task of the page', 'steps of progress'], ...rows]);
  if (!isRight) console.error('  the units on the page are not those of the file');
  server.stop();
  rmSync(made, { recursive: true, force: true });
  return isRight;
}

/**
 * @param {string} file @param {number} count
 * @returns {number} all units of it
 */
function writeClaims(file, count) {
  const lines = ['Claim ID,Date of Service,CPT Code,Modifier,Units,Allowed,Payer,POS'];
  let units = 0;
  for (let i = 0; i < count; i++) {
    const month = String(1 + (i % 12)).padStart(2, '0');
    const day = String(1 + (i % 28)).padStart(2, '0');
    const allowed = (25 + (i % 40) + (i % 100) / 100).toFixed(2);
    units += 1 + (i % 3);
    lines.push(
      `C${100_000 + i},${month}/${day}/2025,${codes[i % 6]},GP,${1 + (i % 3)},${allowed},${payers[i % 4]},11`,
    );
  }
  writeFileSync(file, lines.join('\n'));
  return units;
}

/** @param {string} origin @param {string} file @param {number} units */
function load(origin, file, units) {
  return inFreshBrowser(async (page) => {
    await page.goto(`${origin}/own/`);
    const picker = page.getByLabel('Choose files');
    await picker.waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    await page.evaluate(() => {
      const seen = { task: 0, steps: new Set(), start: 0, end: 0 };
      Object.assign(globalThis, { seen });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.task = Math.max(seen.task, duration);
      }).observe({ entryTypes: ['longtask'] });
      document.addEventListener('change', () => (seen.start ||= performance.now()), true);
      new MutationObserver(() => {
        const progress = document.querySelector('progress');
        if (progress) seen.steps.add(progress.value);
        if (seen.end === 0 && document.body.textContent?.includes('lines in force'))
          requestAnimationFrame(() => (seen.end ||= performance.now()));
      }).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    });
    await picker.setInputFiles(file);
    const total = page.getByText(/^Units in the file/);
    await total.waitFor({ timeout: 120_000 });
    const text = (await total.textContent()) ?? '';
    await page.waitForTimeout(500);
    const seen = await page.evaluate(() => {
      const { task, steps, start, end } = /** @type {any} */ (globalThis).seen;
      return { task, steps: steps.size, ms: end - start };
    });
    const shown = units.toLocaleString('en-US');
    return { ...seen, isCounted: text.includes(`file ${shown} = in your contract ${shown} `) };
  });
}
