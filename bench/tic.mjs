import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { installPeers } from './support/benchPage.mjs';
import { printTable, sayGoal, short, spreadOf, spreadText } from './support/statistics.mjs';
import { asked } from './support/ticAsked.mjs';

const folder = import.meta.dirname;
const root = path.join(folder, '..');
const runs = Number(process.env['BENCH_RUNS'] ?? 3);
/** Megabytes of the file that all read; of the one that ours reads alone, for its memory. */
const shared = Number(process.env['BENCH_TIC_SHARED_MB'] ?? 100);
const large = Number(process.env['BENCH_TIC_MB'] ?? 500);
const goals = { speed: 60, peakMb: 500 };

/** The same as the others: items one by one, never the whole file in memory. */
const jqProgram = `reduce (fromstream(2 | truncate_stream(inputs | select(.[0][0] == "in_network")))
  | select((.billing_code_type == "CPT" or .billing_code_type == "HCPCS") and (.billing_code as $c | ${JSON.stringify(asked)} | index($c)))
  | .negotiated_rates[].negotiated_prices[] | select(.negotiated_type != "percentage")) as $p
  ({count: 0, cents: 0}; .count += 1 | .cents += ($p.negotiated_rate * 100 | round))`;

/**
 * `seconds` by the clock, `coreSeconds` of processor time with all threads: on a shared machine only the second is ours.
 *
 * @typedef {{ seconds: number, coreSeconds: number, peakMb: number }} Cost
 * @typedef {Cost & { count: number, cents: number, problems?: readonly string[] }} Result
 */

/** @type {Readonly<Record<string, (file: string) => Promise<Result>>>} */
const competitors = {
  ours: (file) => ours(file, 'asked'),
  'stream-json': (file) => measured(process.execPath, [path.join(folder, 'ticStreamJson.mjs'), file]),
  'jq --stream': (file) => measured('jq', ['-n', '-c', '--stream', jqProgram, file]),
};

/**
 * Reading a payer's in-network file to the rates of a few codes: ours, stream-json and jq on one generated file, each
 * in a process of its own and in turns; then ours on a large one, for the codes asked and for all of them.
 *
 * @returns {Promise<boolean>} whether all gave the same count and sum
 */
export async function tic() {
  installPeers();
  const file = await generated(shared);
  const megabytes = statSync(file).size / 1e6;
  console.log(
    `\nThe rates of ${asked.length} codes in a payer's file of ${short(megabytes)} MB (uncompressed)`,
  );
  /** @type {Map<string, Result[]>} */
  const results = new Map();
  for (let run = 0; run < runs; run++) {
    for (const [name, read] of Object.entries(competitors)) {
      if (name.startsWith('jq') && run > 0) continue; // Minutes each; once tells.
      const result = await read(file).catch((/** @type {unknown} */ error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      });
      if (result === null) console.log(`  ${name} is not installed here.`);
      else results.set(name, [...(results.get(name) ?? []), result]);
    }
  }
  const [first] = results.get('ours') ?? [];
  let isRight = first !== undefined && first.count > 0 && first.problems?.length === 0;
  for (const [name, found] of results) {
    for (const { count, cents } of found) {
      if (count === first?.count && cents === first.cents) continue;
      isRight = false;
      console.error(
        `  ${name} finds ${count} rates of ${cents} cents, ours ${first?.count} of ${first?.cents}.`,
      );
    }
  }
  if (!isRight) return false;
  console.log(
    `  The same from all: ${first?.count.toLocaleString('en-US')} rates, ${first?.cents.toLocaleString('en-US')} cents.`,
  );
  const speed = (/** @type {readonly Result[]} */ found) =>
    found.map(({ coreSeconds }) => megabytes / coreSeconds);
  const own = spreadOf(speed(results.get('ours') ?? [])).median;
  printTable([
    ['', 'speed of a core', 'by the clock', 'peak memory', 'ours is faster by'],
    ...[...results].map(([name, found]) => [
      name,
      spreadText(speed(found), 'MB/s'),
      `${short(megabytes / spreadOf(found.map(({ seconds }) => seconds)).median)} MB/s`,
      `${short(Math.max(...found.map(({ peakMb }) => peakMb)))} MB`,
      name === 'ours' ? '' : `${short(own / spreadOf(speed(found)).median)} ×`,
    ]),
  ]);
  return large === 0 ? true : largeFile();
}

async function largeFile() {
  const file = await generated(large);
  const megabytes = statSync(file).size / 1e6;
  console.log(`\nOurs on ${short(megabytes)} MB, where memory must not grow with the file`);
  const both = [
    { name: 'codes asked for', ...(await ours(file, 'asked')) },
    { name: 'all codes', ...(await ours(file, 'all')) },
  ];
  printTable([
    ['', 'speed of a core', 'by the clock', 'peak memory', 'rates'],
    ...both.map(({ name, seconds, coreSeconds, peakMb, count }) => [
      name,
      `${short(megabytes / coreSeconds)} MB/s`,
      `${short(megabytes / seconds)} MB/s`,
      `${short(peakMb)} MB`,
      count.toLocaleString('en-US'),
    ]),
  ]);
  for (const { name, coreSeconds, peakMb } of both) {
    const speed = megabytes / coreSeconds;
    sayGoal(`${name}: at least ${goals.speed} MB/s: ${short(speed)}`, speed >= goals.speed);
    sayGoal(`${name}: under ${goals.peakMb} MB of memory: ${short(peakMb)}`, peakMb < goals.peakMb);
  }
  return both.every(({ problems }) => problems?.length === 0);
}

/** @param {number} megabytes @returns {Promise<string>} a file that stays for the next run */
async function generated(megabytes) {
  const kept = path.join(root, '.cache/bench');
  const file = path.join(kept, `tic-${megabytes}.json`);
  if (existsSync(file)) return file;
  mkdirSync(kept, { recursive: true });
  console.log(`Writing ${file} ...`);
  await runProcess(process.execPath, [
    'tools/runTypeScript.mjs',
    'bench/ticFile.ts',
    `${file}.part`,
    String(megabytes),
  ]);
  renameSync(`${file}.part`, file);
  return file;
}

/** @param {string} file @param {'asked' | 'all'} which @returns {Promise<Result>} */
function ours(file, which) {
  return measured(process.execPath, ['tools/runTypeScript.mjs', 'bench/ticOurs.ts', file, which]);
}

/**
 * What a process prints, with the time and memory it tells of itself, or else those seen from here.
 *
 * @param {string} command @param {readonly string[]} args @returns {Promise<Result>}
 */
async function measured(command, args) {
  const { text, ...cost } = await runProcess(command, args);
  return { ...cost, ...JSON.parse(text) };
}

/** @param {string} command @param {readonly string[]} args @returns {Promise<Cost & { text: string }>} */
function runProcess(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    let peakMb = 0;
    let coreSeconds = 0;
    const start = performance.now();
    // Linux tells what a living process has taken, to a tenth of a second; elsewhere it stays 0.
    const watch = setInterval(() => {
      const own = `/proc/${child.pid}`;
      if (!existsSync(own)) return;
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`${own}/status`, 'utf8'))?.[1];
      peakMb = Math.max(peakMb, Number(peak ?? 0) / 1024);
      const [user, system] = readFileSync(`${own}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .slice(11, 13);
      coreSeconds = Math.max(coreSeconds, (Number(user) + Number(system)) / 100);
    }, 100);
    child.stdout.on('data', (piece) => {
      text += piece;
    });
    child.on('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ text, peakMb, coreSeconds, seconds: (performance.now() - start) / 1000 });
      else reject(new Error(`${command} ended with ${code}`));
    });
  });
}
