import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IngestOrder } from '../../../src/data/ingestOrder.ts';
import { checkPlaces } from '../../../src/release/ingest/checkPlaces.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'rate-atlas-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string): string {
  const at = path.join(folder, name);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, 'of the user');
  return at;
}

function order(files: readonly string[], out: string): IngestOrder {
  const unasked = { place: null, codes: null, aliases: null, date: null, temporary: null };
  return { ...unasked, files, out, providers: [], voteOf: 'payee', memory: '1GB' };
}

const { files } = JSON.parse(readFileSync('public/data/release.json', 'utf8')) as {
  files: readonly { path: string }[];
};
const names = new Set(files.map(({ path: name }) => name.replaceAll(/\b[0-9A-Z]{4,5}\b/g, '97110')));

test.each([...names, 'release.json', 'releases/index.json'])('%s is not written over', async (name) => {
  await expect(checkPlaces(order([file(name)], folder))).rejects.toThrow('would be written over this file');
});

test('nor by way of a link, to the file or to its folder', async () => {
  const rates = file('elsewhere/clinics.csv');
  mkdirSync(path.join(folder, 'release'));
  symlinkSync(rates, path.join(folder, 'release/coverage.csv'));
  await expect(checkPlaces(order([rates], path.join(folder, 'release')))).rejects.toThrow('written over');
  symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'release/rates'));
  rmSync(path.join(folder, 'release/coverage.csv'));
  await expect(checkPlaces(order([rates], path.join(folder, 'release')))).rejects.toThrow('written over');
});

test('a file under a name that no release has may lie in the same folder', async () => {
  await expect(
    checkPlaces(order([file('mine.csv'), file('ratesheets/a.csv')], folder)),
  ).resolves.toBeUndefined();
});
