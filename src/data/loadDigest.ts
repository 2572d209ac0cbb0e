import type { ReleaseDigest } from '../domain/releaseDigest.ts';
import { type FetchFile, fetchReleaseFile } from './fetchReleaseFile.ts';
import { readDigest } from './readDigest.ts';
import { readDigestIndex } from './readDigestIndex.ts';
import { ReleaseFileError } from './releaseFileError.ts';

const indexPath = 'releases/index.json';

/**
 * The default figures of a release, this site's own or an older one.
 *
 * @param folder address of the release's folder, with a slash at its end.
 * @returns null when the site keeps no digest of that release.
 * @throws ReleaseFileError when a file does not arrive as it is listed.
 */
export async function loadDigest(
  folder: string,
  id: string,
  fetchFile: FetchFile,
): Promise<ReleaseDigest | null> {
  const index = await fetchReleaseFile(indexPath, `${folder}${indexPath}`, undefined, fetchFile);
  const listed = new TextDecoder().decode(index);
  const { entries, problems: inIndex } = readDigestIndex(listed, indexPath);
  if (!entries) throw new ReleaseFileError(indexPath, inIndex[0]?.message ?? 'it cannot be read.');
  const entry = entries.find((each) => each.id === id);
  if (!entry) return null;
  const path = `releases/${id}.json`;
  const bytes = await fetchReleaseFile(path, `${folder}${path}`, { ...entry, path, rows: 0 }, fetchFile);
  const text = new TextDecoder().decode(bytes);
  const { digest, problems } = readDigest(text, path);
  if (digest) return digest;
  throw new ReleaseFileError(path, problems[0]?.message ?? 'it cannot be read.');
}
