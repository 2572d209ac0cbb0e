/**
 * The address a file of a release is asked for by: with the first 16 digits of its SHA-256, so that no cache on the way
 * answers with another release's. The page, its worker's list and the offline pack must say the same.
 */
export function versionedUrl(url: string, sha256: string): string {
  return `${url}?v=${sha256.slice(0, 16)}`;
}
