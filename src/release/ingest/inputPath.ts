/**
 * A file's name as `release.json` may list it: what no path of a site can hold becomes `-`. The name itself stands in
 * the input's provenance.
 */
export function inputPath(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9_.-]+/g, '-').replaceAll(/\.{2,}/g, '.');
  return /^[A-Za-z0-9_]/.test(plain) ? plain : `_${plain}`;
}
