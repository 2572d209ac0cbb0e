import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Release } from '../../src/domain/release.ts';
import { releaseFilesFigure } from '../../src/figures/releaseFilesFigure.ts';

const release = JSON.parse(readFileSync('public/data/release.json', 'utf8')) as Release;
const figure = releaseFilesFigure(release);

it('every file of the shipped release is there under its own path, with what it holds and how long it is', () => {
  expect(figure.rows).toHaveLength(release.files.length);
  for (const { label, cells } of figure.rows) {
    expect(existsSync(`public/data/${label}`), label).toBe(true);
    expect(cells['holds']?.kind, label).toBe('value');
    expect(cells['bytes'], label).toEqual({ kind: 'value', value: statSync(`public/data/${label}`).size });
  }
});

it('the general ones come first, then Medicare’s, then those of the codes', () => {
  const folders = figure.rows.map(({ label }) => label.split('/').slice(0, -1)[0] ?? '');
  expect([...new Set(folders)]).toEqual(['', 'medicare', 'rates', 'charges', 'published', 'context']);
  const ofCode = figure.rows
    .filter(({ label }) => label.startsWith('rates/97110/'))
    .map(({ label }) => label);
  expect(ofCode.slice(0, 3)).toEqual([
    'rates/97110/national.csv',
    'rates/97110/AL.csv',
    'rates/97110/AR.csv',
  ]);
});

it('a file of rates says its code and place; one that nobody knows says that nothing is known of it', () => {
  const holds = (path: string) => figure.rows.find(({ id }) => id === path)?.cells['holds'];
  expect(holds('rates/97110/TX.csv')).toEqual({
    kind: 'value',
    value: 'Payer rates of 97110, Texas',
  });
  expect(holds('rates/97110/national.csv')).toEqual({
    kind: 'value',
    value: 'Payer rates of 97110, all states',
  });
  const [file] = release.files;
  if (!file) throw new Error('no file');
  const odd = releaseFilesFigure({ id: release.id, files: [{ ...file, path: 'notes/more.csv' }] });
  expect(odd.rows[0]?.cells['holds']).toMatchObject({ kind: 'absent', reason: 'not-in-input' });
});
