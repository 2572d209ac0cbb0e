import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { payerFile } from './support/payerFile.mjs';
import { printTable, sayGoal, short } from './support/statistics.mjs';

const run = promisify(execFile);
const sizes = (process.env['BENCH_MEGABYTES'] ?? '60,250,1000').split(',').map(Number);

/**
 * From a payer's file to a release on disk: how much of the processor each part takes and what memory, for files that grow. The rates
 * read are counted against those written.
 *
 * @returns {Promise<boolean>} whether every rate that was written was read
 */
export async function ingest() {
  const folder = await mkdtemp(path.join(tmpdir(), 'rate-atlas-bench-'));
  const codes = await readFile(path.join(import.meta.dirname, '../public/data/codes.csv'), 'utf8');
  const asked = [...codes.matchAll(/^(\d{5}),CPT,/gm)].map(([, code = '']) => code);
  const rows = [
    ['MB', 'prices', 'asked for', 'lines', 'read s', 'MB/s', 'sets s', 'write s', 'clock s', 'peak MB'],
  ];
  /** @type {number[]} */
  const speeds = [];
  let isRight = true;
  try {
    for (const size of sizes) {
      const file = path.join(folder, `payer-${size}.json`);
      const made = await payerFile(file, size, asked);
      const once = path.join(import.meta.dirname, 'support/ingestOnce.mjs');
      const { stdout } = await run(process.execPath, [once, file, path.join(folder, `release-${size}`)]);
      /** @type {{ seconds: Record<string, number>, total: number, clock: number, peak: number, read: number, release: { lines: number } | null }} */
      const took = JSON.parse(stdout);
      const { read = 0, counts = 0, ...sets } = took.seconds;
      // The last step is told when it begins; what follows it is the writing.
      const sorting = Object.values(sets).reduce((sum, each) => sum + each, 0);
      isRight &&= took.read === made.asked;
      speeds.push(made.bytes / 1e6 / read);
      rows.push(
        [made.bytes / 1e6, made.prices, made.asked, took.release?.lines ?? 0]
          .map((value) => value.toFixed(0))
          .concat([read, made.bytes / 1e6 / read, sorting, counts, took.clock, took.peak].map(short)),
      );
      await rm(file);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(
    '\nA payer’s file to a release, one price in ten of a code asked for; seconds of the processor',
  );
  printTable(rows);
  sayGoal('reading and storing at 60 MB/s or more', Math.min(...speeds) >= 60);
  if (!isRight) console.log('WRONG: the rates read are not those that were written.');
  return isRight;
}
