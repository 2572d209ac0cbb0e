import { readFile } from 'node:fs/promises';
import { createReleaseLoader, type ReleaseLoader } from '../../src/data/loadRelease.ts';

const folder = 'https://example.org/atlas/data/';

/** The app's own loader over the shipped release, read from disk, except where `answer` has another answer. */
export function shippedLoader(
  answer: (path: string) => Response | undefined = () => undefined,
): ReleaseLoader {
  return createReleaseLoader(folder, async (url) => {
    const path = url.replace(folder, '');
    return answer(path) ?? new Response(new Uint8Array(await readFile(`public/data/${path}`)));
  });
}
