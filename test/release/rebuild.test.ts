import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDigest } from '../../src/data/readDigest.ts';
import { readDigestIndex } from '../../src/data/readDigestIndex.ts';
import type { Release } from '../../src/domain/release.ts';
import { buildRelease } from '../../src/release/buildRelease.ts';
import { InputError } from '../../src/release/inputError.ts';
import { sha256Hex } from '../../src/release/sha256Hex.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function filesIn(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => path !== 'README.md')
    .toSorted();
}

/** What other builds than the last have left: their digests, which stay, and the list of all digests. */
async function olderDigests(): Promise<readonly string[]> {
  const { id } = JSON.parse(await readFile('public/data/release.json', 'utf8')) as { id: string };
  const paths = await filesIn('public/data/releases');
  return paths.filter((path) => path !== `${id}.json`).map((path) => `releases/${path}`);
}

describe('building the release', () => {
  test('gives the bytes that are in public/data', async () => {
    await buildRelease('sources', folder);
    const paths = (await filesIn(folder)).filter((path) => path !== 'releases/index.json');
    const before = await olderDigests();
    expect(paths).toEqual((await filesIn('public/data')).filter((path) => !before.includes(path)));
    for (const path of paths) {
      const [built, shipped] = await Promise.all([
        readFile(join(folder, path)),
        readFile(join('public/data', path)),
      ]);
      expect(built.equals(shipped), `${path} differs; run npm run data`).toBe(true);
    }
  });
});

describe('the digests of releases', () => {
  test('are listed with what they hold, the one of this release among them', async () => {
    const read = async (path: string) => readFile(join('public/data', path));
    const { id } = JSON.parse(String(await read('release.json'))) as { id: string };
    const { entries = [] } = readDigestIndex(String(await read('releases/index.json')), 'index.json');
    expect(entries.map((entry) => entry.id)).toContain(id);
    const there = (await filesIn('public/data/releases')).filter((path) => path !== 'index.json');
    expect(entries.map((entry) => `${entry.id}.json`)).toEqual(there);
    for (const entry of entries) {
      const bytes = await read(`releases/${entry.id}.json`);
      expect(entry).toEqual({ id: entry.id, bytes: bytes.byteLength, sha256: sha256Hex(bytes) });
      expect(readDigest(String(bytes), entry.id).digest?.id).toBe(entry.id);
    }
  });
});

/** A handful of real lines instead of all of them, so that each fault costs milliseconds. */
async function smallSources(lines: number): Promise<string> {
  const sources = join(folder, 'sources');
  await cp('sources', sources, { recursive: true });
  const rates = await readFile('sources/commercial/rates.csv', 'utf8');
  const head = rates.split('\n').slice(0, lines + 1);
  await writeFile(join(sources, 'commercial/rates.csv'), `${head.join('\n')}\n`);
  return sources;
}

describe('a build from other sources', () => {
  test('removes files of the release before it and leaves the rest alone', async () => {
    const target = join(folder, 'release');
    await buildRelease(await smallSources(40), target);
    expect(await filesIn(join(target, 'rates'))).toContain('97012/AL.csv');
    await writeFile(join(target, 'rates/notes.txt'), 'mine');
    await buildRelease(await smallSources(22), target);
    // The first 22 lines are Providence Alaska: 5823, N700 and N801 only.
    expect((await readdir(join(target, 'rates'))).toSorted()).toEqual(['5823', 'N700', 'N801', 'notes.txt']);
  });

  test('passes over what a system left among the digests', async () => {
    const target = join(folder, 'release');
    const sources = await smallSources(22);
    await buildRelease(sources, target);
    await writeFile(join(target, 'releases/.DS_Store'), 'Bud1');
    await expect(buildRelease(sources, target)).resolves.toMatch(/^Release /);
    const { entries = [] } = readDigestIndex(
      await readFile(join(target, 'releases/index.json'), 'utf8'),
      'index.json',
    );
    expect(entries).toHaveLength(1);
  });

  test.each([
    ['payer', 'CCN:020001,Aetna PPO,Aetna,', 'CCN:020001,Aetna PPO,Atena,', 'Found: "Atena"'],
    ['setting', ',outpatient,facility,1002.00,', ',ambulant,facility,1002.00,', 'Found: "ambulant"'],
    ['line', ',Commercial,hospital,', ',Comercial,hospital,', 'Found: "Comercial"'],
    ['flags', ',encounter_level,', ',encounter_lvl,', '"encounter_lvl" is not a flag'],
    ['rate', ',1002.00,', ',1002.00.5,', 'Found: "1002.00.5"'],
    ['rate', ',1002.00,', ',0.00,', 'Zero is not possible here.'],
    ['code', ',APC,5823,', ',APC,5824,', 'codes.csv has no such code'],
    ['state', '\nAK,', '\nAX,', 'Found: "AX"'],
  ])('stops at a %s it does not know and writes nothing', async (column, right, wrong, told) => {
    const sources = await smallSources(22);
    const path = join(sources, 'commercial/rates.csv');
    const text = await readFile(path, 'utf8');
    expect(text).toContain(right);
    await writeFile(path, text.replace(right, wrong));
    const build = buildRelease(sources, join(folder, 'release'));
    await expect(build).rejects.toThrow(`commercial/rates.csv, line 2, column ${column}: `);
    await expect(build).rejects.toThrow(told);
    await expect(readdir(join(folder, 'release'))).rejects.toThrow('ENOENT');
  });

  test('stops at a rate whose published file the list of sources does not hold', async () => {
    const sources = await smallSources(22);
    const path = join(sources, 'commercial/sources.csv');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('2022-04,hospital', '2022-05,hospital'));
    const build = buildRelease(sources, join(folder, 'release'));
    await expect(build).rejects.toThrow('sources.csv has no file with this name, date, state and kind.');
  });

  test('names an input that is not there, or that a spreadsheet saved in another encoding', async () => {
    const sources = await smallSources(22);
    const path = join(sources, 'health-systems.csv');
    await writeFile(
      path,
      Buffer.from('state,provider_name,system,evidence\nPR,Cl\u00ednica,System,name\n', 'latin1'),
    );
    const saved = buildRelease(sources, join(folder, 'release'));
    await expect(saved).rejects.toThrow(
      'health-systems.csv: The file is not in UTF-8. Save it as "CSV UTF-8".',
    );
    await rm(path);
    const missing = buildRelease(sources, join(folder, 'release'));
    await expect(missing).rejects.toThrow(InputError);
    await expect(missing).rejects.toThrow('health-systems.csv: The file cannot be read. Found: "ENOENT');
    await expect(readdir(join(folder, 'release'))).rejects.toThrow('ENOENT');
  });

  test.each([
    ['{"date": "22 November", "provenance": {}}', 'Invalid'],
    ['{"date": "2026-11-22",', 'JSON'],
  ])('says what a release.json such as %s needs', async (text, found) => {
    const sources = await smallSources(22);
    await writeFile(join(sources, 'release.json'), text);
    const build = buildRelease(sources, join(folder, 'release'));
    await expect(build).rejects.toThrow(InputError);
    await expect(build).rejects.toThrow(
      'release.json: This needs to be JSON with "date", a day like "2026-11-22"',
    );
    await expect(build).rejects.toThrow(found);
  });

  test('reads no input that the README of the data does not name', async () => {
    const readme = await readFile('public/data/README.md', 'utf8');
    const list = readme.slice(readme.indexOf('**As a release.**'));
    const release = JSON.parse(await readFile('public/data/release.json', 'utf8')) as Release;
    const files = release.inputs.map((input) => input.path).filter((path) => !path.startsWith('context/'));
    for (const file of files.filter((path) => !path.startsWith('cms-pfs/')))
      expect(list).toContain(`\`${file}\``);
  });

  test('stops at an input nobody says the origin of', async () => {
    const sources = await smallSources(22);
    await writeFile(join(sources, 'release.json'), '{"date": "2026-01-01", "provenance": {}}');
    const build = buildRelease(sources, join(folder, 'release'));
    await expect(build).rejects.toThrow('An input needs a sentence of provenance');
  });
});
