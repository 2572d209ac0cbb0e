import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesToKeep } from '../../src/app/filesToKeep.ts';
import type { Release } from '../../src/domain/release.ts';

const { files } = JSON.parse(readFileSync('public/data/release.json', 'utf8')) as Release;
const keptOf = (path: string) => filesToKeep(path, files).map((file) => file.path);
const ofCode = (path: string) => new Set(keptOf(path).filter((each) => /97110/.test(each)));

test('a code’s page keeps what its controls read, of the nation and of its place', () => {
  const national = [
    'charges/97110.csv',
    'context/97110.json',
    'published/97110.csv',
    'rates/97110/national.csv',
  ];
  expect(ofCode('code/97110/')).toEqual(new Set(national));
  expect(ofCode('code/97110/states/')).toEqual(new Set(national));
  expect(ofCode('code/97110/TX/')).toEqual(new Set([...national, 'rates/97110/TX.csv']));
});

test('and the tables that every code needs, but no other code’s', () => {
  const kept = keptOf('code/97110/TX/');
  expect(kept).toEqual(
    expect.arrayContaining(['codes.csv', 'providers.csv', 'medicare/rvu.csv', 'medicare/gpci.csv']),
  );
  expect(kept.filter((path) => /\d/.test(path) && !path.includes('97110'))).toEqual([]);
});

test.each(['', 'own/', 'medicare/', 'methodology/', 'code/', 'brief/'])('%j keeps nothing more', (path) => {
  expect(keptOf(path)).toEqual([]);
});
