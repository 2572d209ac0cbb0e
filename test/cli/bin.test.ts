import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { packageFolder } from '../support/commandLine.ts';

const { bin, version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
  bin: Record<string, string>;
  version: string;
};
const launcher = path.join(packageFolder, bin['rate-atlas'] ?? '');

const folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-bin-'));
afterAll(() => rmSync(folder, { recursive: true }));

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [launcher, ...args], { cwd: path.dirname(packageFolder) });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  return { child, ended };
}

test('the command runs from any folder: results on one stream, messages on the other, and its exit codes', async () => {
  const { child, ended } = start(['--version']);
  expect(await text(child.stdout)).toBe(`${version}\n`);
  expect(await ended).toBe(0);

  const wrong = start(['check', '-', '--format', 'csv']);
  wrong.child.stdin.end('code,payer,rate,state\n97110,Aetna,abc,TX\n');
  const [out, err] = await Promise.all([text(wrong.child.stdout), text(wrong.child.stderr)]);
  expect(out).toContain('stdin,2,rate,abc,');
  expect(err).toContain('1 line present = 0 read + 1 left out.');
  expect(await wrong.ended).toBe(1);
});

test('a reader that is loaded when a file asks for it is found', async () => {
  const hospital = start([
    'ingest',
    path.join(packageFolder, 'test/fixtures/formats/hpt-real/uw-medical-center_v3.0.0_therapy-items.json'),
    '--out',
    folder,
  ]);
  expect(await text(hospital.child.stdout)).toMatch(
    /^Release 2026-04-01\.[0-9a-f]{8}: \d+ rates of 1 provider, /,
  );
  expect(await hospital.ended).toBe(0);
});

test('a pipe that closes early is no failure', async () => {
  const { child, ended } = start(['check', '-']);
  child.stdout.destroy();
  // Far more problems than a pipe holds.
  child.stdin.end(`code,payer,rate,state\n${'97110,Aetna,abc,TX\n'.repeat(5000)}`);
  expect(await text(child.stderr)).toBe('');
  expect(await ended).toBe(0);
});

const oneRate = 'code,payer,rate,state,date\n97110,Aetna,45.10,TX,2025\n';

test('an import whose messages nobody reads any more goes on to its end', async () => {
  const out = path.join(folder, 'unread');
  const { child, ended } = start(['ingest', '-', '--out', out, '--progress']);
  child.stderr.destroy();
  child.stdin.end(oneRate);
  expect(await text(child.stdout)).toMatch(/^Release 2025-01-01\.[0-9a-f]{8}: 1 rate of 1 provider, /);
  expect(await ended).toBe(0);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'an import that is stopped by %s leaves no database behind and ends as stopped',
  async (signal, code) => {
    const temporary = path.join(folder, signal);
    mkdirSync(temporary);
    const out = path.join(folder, `${signal}-out`);
    const { child, ended } = start(['ingest', '-', '--out', out, '--temp', temporary, '--progress']);
    child.stdin.write(oneRate);
    // It waits for more of the pipe, with its database open.
    await once(child.stderr, 'data');
    expect(readdirSync(temporary)).not.toEqual([]);
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(out)).toBe(false);
  },
);

test('a full disk under the output is said in a line', async () => {
  // Linux has a disk that is always full; elsewhere there is none to ask.
  if (!existsSync('/dev/full')) return;
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [launcher, '--help'], { stdio: ['ignore', full, 'pipe'] });
  const ended = once(child, 'exit');
  expect(child.stderr && (await text(child.stderr))).toMatch(
    /^The output cannot be written: ENOSPC: [^\n]*\.\n$/,
  );
  expect(await ended).toEqual([1, null]);
  closeSync(full);
});

test('a port that is taken, and an option serve does not know, are said in a line', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  writeFileSync(path.join(folder, 'index.html'), '');
  const serving = start(['serve', folder, '--port', String(port)]);
  expect(await text(serving.child.stderr)).toBe(
    `The site cannot be served: Port ${port} is already in use.\n`,
  );
  expect(await serving.ended).toBe(1);
  taken.close();
  const serve = path.join(packageFolder, 'tools/serve.mjs');
  const child = spawn(process.execPath, [serve, '--bse', '/atlas/']);
  const ended = once(child, 'exit');
  expect(await text(child.stderr)).toMatch(/^Unknown option '--bse'[^\n]*\n$/);
  expect(await ended).toEqual([2, null]);
});
