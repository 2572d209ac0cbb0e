import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/**
 * Which files are others of the list byte for byte. Only files of one size are read for it, so large files seldom are.
 *
 * @returns the earlier file by the later.
 */
export async function sameFiles(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const bySize = new Map<number, string[]>();
  for (const path of new Set(paths)) {
    const found = path === '-' ? undefined : await stat(path).catch(() => undefined);
    if (found?.isFile()) bySize.set(found.size, [...(bySize.get(found.size) ?? []), path]);
  }
  const twins = new Map<string, string>();
  for (const alike of bySize.values()) {
    const firstByHash = new Map<string, string>();
    for (const path of alike.length > 1 ? alike : []) {
      const hash = createHash('sha256');
      for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
      const sha256 = hash.digest('hex');
      const first = firstByHash.get(sha256);
      if (first === undefined) firstByHash.set(sha256, path);
      else twins.set(path, first);
    }
  }
  return twins;
}
