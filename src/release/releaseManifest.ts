import { createHash } from 'node:crypto';
import type { Release, ReleaseFile, ReleaseInput } from '../domain/release.ts';
import { compareText } from './compareText.ts';
import { type OutputFile, piecesOf } from './outputFile.ts';
import { sha256Hex } from './sha256Hex.ts';

/**
 * The list of a release. Its id is the date and the first 8 hex digits of the SHA-256 over the lines
 * `<path> <sha256>` of all files in order of path, each ended by a line feed: other bytes, other id.
 */
export function releaseManifest(
  date: string,
  inputs: readonly ReleaseInput[],
  outputs: readonly OutputFile[],
): Release {
  const files: readonly ReleaseFile[] = outputs
    .map((file) => {
      const { bytes, sha256 } = digestOf(file);
      return { path: file.path, bytes, rows: file.rows, sha256 };
    })
    .toSorted((a, b) => compareText(a.path, b.path));
  const lines = files.map((file) => `${file.path} ${file.sha256}\n`).join('');
  return { id: `${date}.${sha256Hex(lines).slice(0, 8)}`, date, inputs, files };
}

/** The list as JSON with one input or file a line, so that a change of one file is a change of one line. */
export function releaseText(release: Release): string {
  return `{
"id": ${JSON.stringify(release.id)},
"date": ${JSON.stringify(release.date)},
"inputs": [
${release.inputs.map((input) => JSON.stringify(input)).join(',\n')}
],
"files": [
${release.files.map((file) => JSON.stringify(file)).join(',\n')}
]
}
`;
}

function digestOf(file: OutputFile): Pick<ReleaseFile, 'bytes' | 'sha256'> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of piecesOf(file)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
