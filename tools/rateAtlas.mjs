#!/usr/bin/env node
// The command line, `rate-atlas`: hands the process's own things to src/cli/rateAtlas.ts, which does the rest. Made
// JavaScript when it starts (tools/typeScriptRunner.mjs), so that it runs from a fresh clone without a build of its own.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { typeScriptRunner } from './typeScriptRunner.mjs';

const packageFolder = path.resolve(import.meta.dirname, '..');

process.stdout.on('error', (error) => {
  // `rate-atlas … | head` closes the pipe early: that is an answer, not a failure.
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The output cannot be written: ${error.message}.\n`);
  process.exit(1);
});
// Who stops reading messages still wants the work done: an import goes on.
process.stderr.on('error', () => {});

/** Ends as a signal does by itself, except that folders of the work's own go first, which wait for `exit`. */
const stops = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']).map((signal) => {
  const stop = () => process.exit(128 + constants.signals[signal]);
  process.once(signal, stop);
  return { signal, stop };
});

/** @type {(folder: string | null, port: number | null) => Promise<number>} */
function serve(folder, port) {
  const tool = path.join(packageFolder, 'tools/serve.mjs');
  const child = spawn(process.execPath, [tool, ...(folder === null ? [] : ['--', folder])], {
    stdio: 'inherit',
    env: { ...process.env, ...(port === null ? {} : { PORT: String(port) }) },
  });
  for (const { signal, stop } of stops) process.off(signal, stop);
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => child.kill(signal));
  }
  // The terminal sends Ctrl+C to both; this one stays until the server has gone.
  process.on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 0)));
  });
}

const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'));
const files = /** @type {const} */ ({ cli: 'src/cli/rateAtlas.ts', ingest: 'src/release/ingest/ingest.ts' });
const runner = await typeScriptRunner(packageFolder, Object.values(files));

/** The database is loaded by those who ask for it. @type {import('../src/cli/cliEdges.ts').CliEdges['ingest']} */
async function ingest(order, onProgress) {
  /** @type {typeof import('../src/release/ingest/ingest.ts')} */
  const module = await runner.load(files.ingest);
  return module.ingest(order, { packageFolder, pipe: process.stdin, onProgress });
}

/** @type {typeof import('../src/cli/rateAtlas.ts')} */
const module = await runner.load(files.cli);
process.exitCode = await module.rateAtlas(process.argv.slice(2), {
  packageFolder,
  version,
  today: new Date().toLocaleDateString('sv-SE'),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(`${text}\n`),
  ingest,
  seconds: () => performance.now() / 1000,
  isTerminal: process.stderr.isTTY,
  status: (text) => process.stderr.write(`\r\u001B[K${text}`),
  writeText: (file, text) => writeFile(file, text),
  readPieces: (file) => (file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 })),
  serve,
});
runner.close();
