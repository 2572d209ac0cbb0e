import * as v from 'valibot';
import type { Problem } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import { readJson } from './readJson.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in lower-case hex'));
/** Paths stay below the release's folder: no leading slash, no `..`, no address of another site. */
const path = v.pipe(
  v.string(),
  v.regex(/^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_./-]*$/, 'not a path below the folder'),
);

const releaseSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d\.[0-9a-f]{8}$/, 'not a date, a dot and 8 hex digits')),
  date: v.pipe(v.string(), v.isoDate()),
  inputs: v.array(v.object({ path, bytes: count, sha256, provenance: v.string() })),
  files: v.array(v.object({ path, bytes: count, rows: count, sha256 })),
  pack: v.exactOptional(v.object({ code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{3,5}$/, 'not a code')) })),
});

export interface ReleaseResult {
  /** undefined when the text is not a release's manifest; the problems say why. */
  readonly release: Release | undefined;
  readonly problems: readonly Problem[];
}

/** Reads `release.json`, the list of a release's files with rows, bytes and SHA-256. Never throws on bad text. */
export function readRelease(text: string, file: string): ReleaseResult {
  const { value, problems } = readJson(text, file, 'the list of the release', releaseSchema);
  return { release: value, problems };
}
