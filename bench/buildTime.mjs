import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { site } from './support/site.mjs';
import { printTable, sayGoal, short } from './support/statistics.mjs';

const places = 53;
const projected = 10_000;

/**
 * Building every page, what the site weighs, and what 10,000 codes in 53 places would come to.
 *
 * @returns {Promise<boolean>} whether every code has its pages
 */
export async function buildTime() {
  const { folder, seconds } = await site();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(path.join(folder, file)).isFile());
  const bytesOf = (/** @type {readonly string[]} */ some) =>
    some.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  const isPage = (/** @type {string} */ file) => file.endsWith('/index.html');
  const codePages = files.filter((file) => file.startsWith('code/') && isPage(file));
  const codes = new Set(codePages.map((file) => file.split('/')[1]));
  const perCodePlace = bytesOf(files.filter((file) => file.startsWith('code/'))) / (codes.size * places);
  const dataBytes = bytesOf(files.filter((file) => /^data\/(rates|charges|published|context)\//.test(file)));
  const sample = codePages.filter((_, index) => index % 20 === 0);
  const zipped = sample.reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length,
    0,
  );
  const ratio = zipped / bytesOf(sample);

  console.log(`\nThe whole site: ${codes.size} codes, ${files.filter(isPage).length} pages`);
  const dataPer = dataBytes / (codes.size * places);
  const wide = projected * places;
  printTable([
    ['', 'MB', 'kB a code and place', 'GB for 10,000 codes × 53 places'],
    [
      'pages of codes',
      short(bytesOf(files.filter((file) => file.startsWith('code/'))) / 1e6),
      short(perCodePlace / 1e3),
      short((perCodePlace * wide) / 1e9),
    ],
    [
      'the same, gzipped',
      short((ratio * bytesOf(files.filter((file) => file.startsWith('code/')))) / 1e6),
      short((ratio * perCodePlace) / 1e3),
      short((ratio * perCodePlace * wide) / 1e9),
    ],
    ['data of codes', short(dataBytes / 1e6), short(dataPer / 1e3), short((dataPer * wide) / 1e9)],
    ['everything', short(bytesOf(files) / 1e6), '', ''],
  ]);
  if (seconds === undefined) console.log('  The site was built before this run (BENCH_SITE): no build time.');
  else {
    const perPage = seconds / codePages.length;
    console.log(
      `  Built in ${short(seconds)} s, ${short(perPage * 1000)} ms a page; 10,000 codes × 53 places would take ${short((perPage * wide) / 3600)} hours.`,
    );
    sayGoal(`all pages in at most 60 s: ${short(seconds)} s`, seconds <= 60);
  }
  const expected = codes.size * places;
  const found = codePages.filter((file) => /^code\/\w+\/[A-Z]{2}\//.test(file)).length;
  if (found === expected) return true;
  console.error(`  ${found} pages of codes in places, ${expected} were expected`);
  return false;
}
