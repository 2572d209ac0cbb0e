import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readRelease } from '../data/readRelease.ts';
import type { Release } from '../domain/release.ts';
import { type OutputFile, piecesOf } from './outputFile.ts';
import { releaseText } from './releaseManifest.ts';

/**
 * Writes a release and removes what the previous one listed and this one does not. Only listed files are ever
 * removed: a mistyped folder must not cost anybody theirs.
 */
export async function writeRelease(
  folder: string,
  release: Release,
  outputs: readonly OutputFile[],
): Promise<void> {
  const kept = new Set(outputs.map((file) => file.path));
  const stale = (await listedBefore(folder)).filter((path) => !kept.has(path));
  for (const file of outputs) {
    const target = join(folder, file.path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, piecesOf(file));
  }
  for (const path of stale) await removeFile(folder, path);
  // Last, so that an interrupted build leaves the old list and the next one still finds the stale files.
  await writeFile(join(folder, 'release.json'), releaseText(release));
}

async function listedBefore(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'release.json'), 'utf8').catch(() => '');
  return (readRelease(text, 'release.json').release?.files ?? []).map((file) => file.path);
}

async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    const left = await readdir(join(folder, parent)).catch(() => ['']);
    if (left.length > 0) return;
    await rmdir(join(folder, parent));
  }
}
