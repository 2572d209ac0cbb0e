import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findTestChromium } from './findChromium.mjs';
import { projectRoot, runStep } from './runStep.mjs';
import { playwrightCounts, readCounts, vitestCounts } from './testCounts.mjs';

/**
 * Every test the project has: Vitest (pure and core in Node, components in jsdom), a build, and the browser journeys in a
 * real Chromium. The last line is the sum over all of them: `N passed, N failed`.
 *
 *   --browser   the build and the browser journeys only
 *   --built     the site in dist/ is fresh: do not build again
 */

const { values: only } = parseArgs({
  options: { browser: { type: 'boolean', default: false }, built: { type: 'boolean', default: false } },
});
const reports = path.join(projectRoot, '.cache/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** @type {import('./testCounts.mjs').TestCounts[]} */
const results = [];

if (!only.browser) results.push(await runVitest());
results.push(await runBrowser());

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
for (const note of results.flatMap((result) => result.notes)) console.log(note);
process.exitCode = failed > 0 ? 1 : 0;
const sum = `${passed} passed, ${failed} failed`;
writeFileSync(path.join(reports, 'counts.txt'), `${sum}\n`);
console.log(sum);

async function runVitest() {
  const report = path.join(reports, 'vitest.json');
  const code = await runStep('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return readCounts('Vitest', report, vitestCounts, code);
}

async function runBrowser() {
  const report = path.join(reports, 'playwright.json');
  try {
    const chromium = findTestChromium();
    if (!only.built && (await runStep('vite', ['build', '--logLevel', 'warn'])) !== 0) {
      return { passed: 0, failed: 1, notes: ['the site did not build, so no browser journey ran'] };
    }
    const code = await runStep('playwright', ['test'], {
      CHROMIUM_PATH: chromium,
      SITE_PORT: String(await freePort()),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    return readCounts('Playwright', report, playwrightCounts, code);
  } catch (error) {
    return { passed: 0, failed: 1, notes: [error instanceof Error ? error.message : String(error)] };
  }
}

/** A port nobody uses now, so two test runs on one machine do not meet. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
