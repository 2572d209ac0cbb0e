import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { measureBudgets } from '../tools/budgets.mjs';
import { projectRoot } from '../tools/runStep.mjs';
import { pageParts } from './support/pageParts.mjs';
import { site } from './support/site.mjs';
import { printTable, short } from './support/statistics.mjs';

/**
 * Bytes after gzip -9: what the budgets hold, the pages of codes, and the data files a page may ask for.
 *
 * @returns {Promise<boolean>} always true: sizes fail the check's budget test, not this
 */
export async function bytes() {
  const { folder } = await site();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const size = (/** @type {string} */ file) =>
    gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length;
  const json = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
  const budgets = measureBudgets(
    json(path.join(projectRoot, 'budgets.json')),
    json(path.join(folder, '.vite/manifest.json')),
    files,
    (file) => readFileSync(path.join(folder, file)),
  );
  console.log('\nWhat the budgets hold, kB after gzip');
  printTable([
    ['', 'kB', 'at most'],
    ...budgets.map(({ name, bytes: found, maxBytes }) => [name, short(found / 1000), short(maxBytes / 1000)]),
  ]);
  const groups = {
    'a code, national (page)': /^code\/\w+\/index\.html$/,
    'a code in a place (page)': /^code\/\w+\/[A-Z]{2}\/index\.html$/,
    'a code’s rates, national': /^data\/rates\/\w+\/national\.csv$/,
    'a code’s rates in a place': /^data\/rates\/\w+\/[A-Z]{2}\.csv$/,
    'the service worker': /^sw\.js$/,
  };
  console.log('\nFiles of the site, kB after gzip');
  printTable([
    ['', 'files', 'median', 'largest'],
    ...Object.entries(groups).map(([name, pattern]) => {
      const sizes = files
        .filter((file) => pattern.test(file))
        .map((file) => size(file) / 1000)
        .sort((a, b) => a - b);
      return [name, String(sizes.length), short(sizes[sizes.length >> 1] ?? 0), short(sizes.at(-1) ?? 0)];
    }),
  ]);
  const heaviest = budgets.find(({ name }) => name === 'page')?.files[0];
  if (heaviest === undefined) return true;
  const parts = pageParts(readFileSync(path.join(folder, heaviest)));
  console.log(`\nWhat the bytes of ${heaviest} go to: each byte's own share of the gzip`);
  printTable([
    ['', 'before', 'after gzip'],
    ...parts.map(({ name, bytes: plain, packed }) => [name, String(plain), packed.toFixed(0)]),
    ['in all', '', parts.reduce((sum, { packed }) => sum + packed, 0).toFixed(0)],
  ]);
  return true;
}
