import type { ReleaseFile } from '../domain/release.ts';
import { ReleaseFileError } from './releaseFileError.ts';

/**
 * How a file of a release is asked for. `version` is the SHA-256 the list gives it: put into the address
 * (`?v=…`, which static hosts ignore), no cache on the way can answer with another release's file. The list itself
 * comes without one, and must be today's. A stand-in that reads a folder may ignore it.
 */
export type FetchFile = (url: string, version?: string) => Promise<Response>;

/**
 * Fetches one file of a release, as bytes, and makes sure it is that file: not an error page, not cut short, not another version.
 *
 * @param expected the file's entry in the manifest; undefined for the manifest itself, which vouches for the others.
 * @throws ReleaseFileError when it did not arrive as expected.
 */
export async function fetchReleaseFile(
  path: string,
  url: string,
  expected: ReleaseFile | undefined,
  fetchFile: FetchFile,
): Promise<Uint8Array> {
  const bytes = await fetchBytes(path, url, expected?.sha256, fetchFile);
  if (expected && bytes.byteLength !== expected.bytes) {
    const difference = bytes.byteLength < expected.bytes ? 'was cut short' : 'is not the one of this release';
    throw new ReleaseFileError(
      path,
      `the file ${difference}: ${expected.bytes} bytes were expected, ${bytes.byteLength} came.`,
    );
  }
  // Browsers offer no hashing on plain http; the count of bytes has to do there.
  const subtle = globalThis.crypto?.subtle;
  if (expected && subtle) {
    const sha256 = hex(await subtle.digest('SHA-256', bytes));
    if (sha256 !== expected.sha256) {
      const message = `the file is not the one of this release: SHA-256 ${expected.sha256.slice(0, 8)}… was expected, ${sha256.slice(0, 8)}… came. Reloading the page may help.`;
      throw new ReleaseFileError(path, message);
    }
  }
  return new Uint8Array(bytes);
}

async function fetchBytes(
  path: string,
  url: string,
  version: string | undefined,
  fetchFile: FetchFile,
): Promise<ArrayBuffer> {
  let response: Response;
  let bytes: ArrayBuffer;
  try {
    response = await (version === undefined ? fetchFile(url) : fetchFile(url, version));
    bytes = await response.arrayBuffer();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the file could not be fetched (${reason}). Is there a connection?`;
    throw new ReleaseFileError(path, message, { cause: error });
  }
  if (!response.ok) {
    const reason = response.status === 404 ? 'the server has no such file' : 'the server refused the file';
    throw new ReleaseFileError(path, `${reason} (status ${response.status}).`);
  }
  if (response.headers.get('content-type')?.includes('text/html')) {
    throw new ReleaseFileError(path, 'a web page came where a data file was expected.');
  }
  return bytes;
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
