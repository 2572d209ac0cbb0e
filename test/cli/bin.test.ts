import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
