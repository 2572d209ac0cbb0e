import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copiedFiles } from '../../../src/data/intake/copiedFiles.ts';
import { readIntake } from '../../../src/data/intake/readIntake.ts';
import { shippedAliases } from '../../support/releaseData.ts';

const reading = { deleted: new Map(), aliases: shippedAliases(), wanted: null, catalogue: [] };
const of = (path: string, content: string | Uint8Array<ArrayBuffer>) => ({ path, file: new Blob([content]) });

test('a file that was downloaded twice is read once, and the copy says of which it is one', async () => {
  const bytes = Uint8Array.from(
    readFileSync('test/fixtures/formats/hpt-real/massachusetts-general_v3.0.0_tall_therapy-rows.csv'),
  );
  const once = await readIntake([of('mgh.csv', bytes)], reading, () => {});
  const twice = await readIntake([of('mgh.csv', bytes), of('mgh (1).csv', bytes)], reading, () => {});
  expect([...twice.tables].map(([code, { length }]) => [code, length])).toEqual(
    [...once.tables].map(([code, { length }]) => [code, length]),
  );
  expect(twice.report.files.map(({ file, refusal }) => [file, refusal])).toEqual([
    ['mgh.csv', ''],
    ['mgh (1).csv', 'It is mgh.csv byte for byte, which is read.'],
  ]);
  expect(twice.report.bytes).toBe(bytes.length);
});

test('a copy is one of every byte; of three the first is named, empty ones are none', async () => {
  const long = new Uint8Array(9_000_000);
  const other = long.with(8_999_999, 1);
  const files = [of('a', long), of('b', other), of('c', long), of('d', other), of('e', long)];
  const found = await copiedFiles(files);
  expect([...found].map(([{ path }, original]) => [path, original])).toEqual([
    ['c', 'a'],
    ['d', 'b'],
    ['e', 'a'],
  ]);
  expect((await copiedFiles([of('a', ''), of('b', '')])).size).toBe(0);
});

test('what cannot be read is no copy', async () => {
  const gone = { size: 3, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) } as never;
  expect((await copiedFiles([of('a', 'abc'), { path: 'b', file: gone }])).size).toBe(0);
});
