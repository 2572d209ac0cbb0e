import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inFreshBrowser } from './support/browser.mjs';
import { gzipServer } from './support/gzipServer.mjs';
import { longestTask } from './support/longestTask.mjs';
import { payerFile } from './support/payerFile.mjs';
import { peakMemory } from './support/peakMemory.mjs';
import { site, typescript } from './support/site.mjs';
import { printTable, sayGoal, short } from './support/statistics.mjs';

const megabytes = Number(process.env['BENCH_INTAKE_MB'] ?? 1000);
const goalMs = 50;

/**
 * A payer's file of about a gigabyte, chosen in the page as a user would: how long it takes to be benchmarks, the longest
 * task of the page's own thread meanwhile, by the clock and in processor time, and the most memory of the process that shows the page, its worker included.
 *
 * @returns {Promise<boolean>} whether the page read as many amounts as were made for the codes it asks for
 */
export async function intake() {
  const { folder } = await site();
  const { readCodes } = await typescript('src/data/readCodes.ts');
  const server = await gzipServer(folder);
  const made = mkdtempSync(path.join(tmpdir(), 'rate-atlas-intake-'));
  try {
    const codes = readCodes(await (await fetch(`${server.origin}/data/codes.csv`)).text(), 'codes.csv');
    const asked = codes.rows.map((/** @type {{ code: string }} */ { code }) => code).slice(0, 40);
    const file = path.join(made, 'payer.json');
    const { asked: amounts } = await payerFile(file, megabytes, asked);
    const bytes = statSync(file).size;
    const seen = await read(server.origin, file);
    console.log(`\nA payer's file of ${short(bytes / 1e6)} MB, chosen on “Your rates”`);
    printTable([
      ['seconds', 'MB/s', 'longest task', 'its processor time', 'peak memory', 'amounts read', 'rates shown'],
      [
        short(seen.ms / 1000),
        short(bytes / 1000 / seen.ms),
        `${short(seen.task.ms)} ms`,
        `${short(seen.task.processorMs)} ms`,
        `${Math.round(seen.peak)} MB`,
        String(seen.read),
        seen.rates,
      ],
    ]);
    sayGoal(
      `no task of the page's thread over ${goalMs} ms of processor time`,
      seen.task.processorMs <= goalMs,
    );
    return seen.read + seen.beyond === amounts;
  } finally {
    server.stop();
    rmSync(made, { recursive: true, force: true });
  }
}

/** @param {string} origin @param {string} file */
function read(origin, file) {
  return inFreshBrowser(async (page) => {
    await page.goto(`${origin}/own/`);
    const picker = page.getByLabel('Choose files');
    await picker.waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    await page.evaluate(() => {
      const seen = { start: 0, end: 0 };
      Object.assign(globalThis, { seen });
      document.addEventListener('change', () => (seen.start ||= performance.now()), true);
      new MutationObserver(() => {
        if (seen.end === 0 && document.body.textContent?.includes('What was read from your files'))
          requestAnimationFrame(() => (seen.end ||= performance.now()));
      }).observe(document.body, { childList: true, subtree: true });
    });
    const peakOf = await peakMemory(page);
    const taskOf = await longestTask(page);
    await picker.setInputFiles(file);
    const heading = page.getByRole('heading', { name: 'What was read from your files' });
    await heading.waitFor({ timeout: 900_000 });
    await page.waitForTimeout(500);
    const task = await taskOf();
    const peak = peakOf();
    const cells = await page
      .getByRole('table', { name: 'Your files' })
      .getByRole('row')
      .nth(1)
      .getByRole('cell')
      .allInnerTexts();
    // A tab holds so many rates; what is beyond is counted.
    const [beyond = '0'] = await page
      .getByRole('row', { name: /More than one tab can hold/ })
      .getByRole('cell')
      .nth(1)
      .allInnerTexts();
    const rates = await page.locator('dl dd').first().innerText();
    const { start, end } = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
    return { task, ms: end - start, peak, rates, read: count(cells[5]), beyond: count(beyond) };
  });
}

/** @param {string | undefined} text */
function count(text) {
  return Number((text ?? '').replaceAll(',', ''));
}
