import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A folder for as long as the work takes. */
export interface TemporaryFolder {
  readonly path: string;
  /** Removes it with all that is in it. */
  remove(): Promise<void>;
}

/**
 * Makes a folder that is gone when the process ends, removed or not: an import that somebody stops must not leave a
 * database of gigabytes behind.
 *
 * @param parent where it is made; null = the system's place for temporary files.
 */
export async function temporaryFolder(parent: string | null, prefix: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(parent ?? tmpdir(), prefix));
  const atExit = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', atExit);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      process.off('exit', atExit);
    },
  };
}
