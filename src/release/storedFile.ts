import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from './outputFile.ts';

/**
 * A file of a release that waits on disk instead of in memory: its text is read each time it is asked for. A national
 * release has more of them than fit.
 *
 * @param folder where it waits, not where it will be published.
 */
export function storedFile(folder: string, { path, text, rows }: OutputFile): OutputFile {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  return {
    path,
    rows,
    get text() {
      return readFileSync(target, 'utf8');
    },
  };
}
