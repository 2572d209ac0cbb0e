import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { licencesText } from '../../tools/licences.ts';

const root = path.resolve(import.meta.dirname, '../..');
const text = licencesText(root);

test('every package the site is made of has its licence, those behind others and in the service worker too', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const named = [...text.matchAll(/^(\S+) \d\S* \((.+)\)$/gm)].map(([, name, licence]) => [name, licence]);
  const names = named.map(([name]) => name);
  for (const name of Object.keys(dependencies).filter((each) => each !== '@duckdb/node-api')) {
    expect(names).toContain(name);
  }
  expect(names).toEqual(expect.arrayContaining(['scheduler', 'immer', 'workbox-core']));
  expect(named.filter(([, licence]) => licence === 'licence not stated')).toEqual([]);
});

test('the words of a licence are there, and what runs in Node alone is not', () => {
  expect(text).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
  expect(text).not.toContain('duckdb');
});
