import * as v from 'valibot';
import { readJson } from './readJson.ts';

const indexSchema = v.array(
  v.object({
    id: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d\.[0-9a-f]{8}$/, 'not a date, a dot and 8 hex digits')),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in lower-case hex')),
  }),
);

/** One release whose default figures are kept, in `releases/<id>.json`. */
export type DigestEntry = v.InferOutput<typeof indexSchema>[number];

/** Reads `releases/index.json`. Never throws on bad text. */
export function readDigestIndex(text: string, file: string) {
  const { value, problems } = readJson(text, file, 'the list of releases', indexSchema);
  return { entries: value, problems };
}
