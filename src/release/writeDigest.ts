import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDigest } from '../data/readDigest.ts';
import type { DigestEntry } from '../data/readDigestIndex.ts';
import { InputError } from './inputError.ts';
import type { OutputFile } from './outputFile.ts';
import { sha256Hex } from './sha256Hex.ts';

/** What else lies in the folder is not ours to judge: systems leave a `.DS_Store` wherever somebody looked. */
const digestName = /^\d{4}-\d\d-\d\d\.[0-9a-f]{8}\.json$/;

/**
 * Writes a release's digest beside those of the releases before it, and the list of all that are there. A digest of a
 * release that nobody was ever sent can simply be deleted: the next build leaves it out of the list.
 *
 * @throws InputError when a digest in the folder is not the one its name says.
 */
export async function writeDigest(folder: string, { path, text }: OutputFile): Promise<void> {
  await mkdir(join(folder, 'releases'), { recursive: true });
  await writeFile(join(folder, path), text);
  const names = (await readdir(join(folder, 'releases'))).filter((name) => digestName.test(name));
  const entries = await Promise.all(names.toSorted().map((name) => entryOf(folder, name)));
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  await writeFile(join(folder, 'releases/index.json'), `[\n${lines}\n]\n`);
}

async function entryOf(folder: string, name: string): Promise<DigestEntry> {
  const file = `releases/${name}`;
  const bytes = await readFile(join(folder, file));
  const { digest, problems } = readDigest(bytes.toString('utf8'), file);
  if (digest && name === `${digest.id}.json`) {
    return { id: digest.id, bytes: bytes.byteLength, sha256: sha256Hex(bytes) };
  }
  const message = 'This is the digest of another release.';
  throw new InputError(
    digest ? [{ file, line: 0, column: 'id', found: digest.id, message, leftOut: true }] : problems,
  );
}
