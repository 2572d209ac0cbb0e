import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { site, typescript } from './site.mjs';

const pages = ['code/97110', 'code/97110/TN', 'code/97110/TX'];

/**
 * A copy of the site whose 97110 has so many votes in the nation, with the pages of the code, Tennessee and Texas.
 *
 * @param {number} votes
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function largeSite(votes) {
  const { folder } = await site();
  const { emptyShell } = await typescript('tools/emptyShell.ts');
  const { largeRelease } = await typescript('bench/largeRelease.ts');
  const made = mkdtempSync(path.join(tmpdir(), 'rate-atlas-bench-'));
  for (const part of ['assets', 'data', 'icon.svg', ...pages.map((page) => `${page}/index.html`)]) {
    cpSync(path.join(folder, part), path.join(made, part), { recursive: true });
  }
  // The pages were drawn from the release that ships: these draw themselves from the generated one.
  for (const page of pages) {
    const file = path.join(made, page, 'index.html');
    writeFileSync(file, emptyShell(readFileSync(file, 'utf8')));
  }
  await largeRelease(path.join(made, 'data'), votes);
  return { folder: made, remove: () => rmSync(made, { recursive: true, force: true }) };
}
