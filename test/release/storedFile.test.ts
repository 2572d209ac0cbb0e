import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OutputFile, piecesOf } from '../../src/release/outputFile.ts';
import { releaseManifest } from '../../src/release/releaseManifest.ts';
import { StoredFile } from '../../src/release/storedFile.ts';
import { writeRelease } from '../../src/release/writeRelease.ts';

/** Pieces that stay as they were when the next is asked for. */
function* copiesOf(file: OutputFile): Generator<Uint8Array> {
  for (const piece of piecesOf(file)) yield piece.slice();
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rate-atlas-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file that waits on disk', () => {
  test('is its header and its lines, more of them than are written together', () => {
    const lines = Array.from({ length: 40_000 }, (_, at) => `${at},Hôpital “Ünïon” 😀\n`);
    const file = new StoredFile(folder, 'rates/97110/TX.csv', 'number,name\n');
    for (const line of lines) file.add(line);
    const output = file.end();

    expect(output.path).toBe('rates/97110/TX.csv');
    expect(output.rows).toBe(40_000);
    expect(output.text).toBe(`number,name\n${lines.join('')}`);
    expect(readFileSync(join(folder, 'rates/97110/TX.csv'), 'utf8')).toBe(output.text);

    const pieces = [...piecesOf(output)].map((piece) => piece.length);
    expect(pieces).toEqual([1_048_576, Buffer.byteLength(output.text) - 1_048_576]);
    expect(Buffer.concat([...copiesOf(output)]).toString()).toBe(output.text);
  });

  test('is listed in a release, and published, as the same text in memory is', async () => {
    const file = new StoredFile(folder, 'providers.csv', 'id\n');
    file.add('é\n');
    const stored = file.end();
    const held = { path: 'providers.csv', text: 'id\né\n', rows: 1 };
    const release = releaseManifest('2026-11-22', [], [stored]);
    expect(release).toEqual(releaseManifest('2026-11-22', [], [held]));
    expect(release.files).toMatchObject([{ path: 'providers.csv', bytes: 6, rows: 1 }]);
    const target = join(folder, 'out');
    await writeRelease(target, release, [stored]);
    expect(readFileSync(join(target, 'providers.csv'), 'utf8')).toBe(held.text);
  });

  test('without a line is its header', () => {
    const { rows, text } = new StoredFile(folder, 'providers.csv', 'id\n').end();
    expect({ rows, text }).toEqual({ rows: 0, text: 'id\n' });
  });

  test('is written while its lines come, not when they end', () => {
    const file = new StoredFile(folder, 'a/b.csv', '');
    file.add('x'.repeat(100_000));
    expect(existsSync(join(folder, 'a/b.csv'))).toBe(true);
    expect(readFileSync(join(folder, 'a/b.csv'))).toHaveLength(100_000);
    expect(file.end().rows).toBe(1);
  });
});
