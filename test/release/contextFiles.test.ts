import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contextFiles } from '../../src/release/contextFiles.ts';
import { openInputFolder } from '../../src/release/inputFolder.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'context-'));
  await cp('sources/context', join(folder, 'context'), { recursive: true });
  await cp('sources/release.json', join(folder, 'release.json'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const codes = (await readFile('sources/codes.csv', 'utf8')).split('\n').map((line) => line.slice(0, 5));
const known = new Set(codes);

async function build(): Promise<readonly string[]> {
  return (await contextFiles(await openInputFolder(folder), known)).map(({ path }) => path);
}

async function change(name: string, from: string, to: string): Promise<void> {
  const path = join(folder, 'context', name);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

describe('contexts of a release', () => {
  test('are one file a code', async () => {
    expect(await build()).toHaveLength(26);
  });

  test('are none without the folder, so that own sources need not have it', async () => {
    await rm(join(folder, 'context'), { recursive: true });
    expect(await build()).toEqual([]);
  });

  test.each([
    ['97755.json', '"modifier": "59"', '"modifier": "58"', 'modifier: context/shared.json does not describe'],
    ['97755.json', '"by": "vendor-page"', '"by": "hearsay"', 'by: context/shared.json does not describe it'],
    ['97755.json', '"code": "97535"', '"code": "97999"', 'codes.csv has no such code. Found: "97999"'],
    ['97755.json', '"code": "97755"', '"code": "97750"', 'The file’s name and its code differ.'],
    ['97755.json', '"topics"', '"topic"', 'context/97755.json'],
    ['shared.json', '"standing": "quoted"', '"standing": ""', 'column authorities.0.standing'],
    [
      'shared.json',
      '"standing": "quoted"',
      '"standing": "original"',
      'what was not read in the original says where it was read',
    ],
    ['shared.json', '"kind": "coding"', '"kind": "gospel"', 'context/shared.json, column authorities.0.kind'],
  ])('stop at a fault in %s: %s → %s', async (name, from, to, told) => {
    await change(name, from, to);
    await expect(build()).rejects.toThrow(told);
  });
});
