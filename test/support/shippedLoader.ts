import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { vi } from 'vitest';
import { createReleaseLoader, type ReleaseLoader } from '../../src/data/loadRelease.ts';

const folder = 'https://example.org/atlas/data/';

/** The app's own loader over the shipped release, read from disk, except where `answer` has another answer. */
export function shippedLoader(
  answer: (path: string) => Response | undefined = () => undefined,
): ReleaseLoader {
  // In jsdom the arrays are of another realm, and Node's hashing refuses them.
  vi.stubGlobal('crypto', { subtle: { digest: sha256 } });
  return createReleaseLoader(folder, async (url) => {
    const path = url.replace(folder, '');
    return answer(path) ?? new Response(new Uint8Array(await readFile(`public/data/${path}`)));
  });
}

async function sha256(_: string, bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const digest = createHash('sha256')
    .update(Buffer.from(new Uint8Array(bytes)))
    .digest();
  return Uint8Array.from(digest).buffer;
}
