import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Larger files are thinned out to about this: a case of a few thousand bytes takes well under a millisecond. */
const mostBytes = 1200;

/** Lines kept at the top of a thinned table: titles, headings, and what they describe. */
const topLines = 5;

/** The files of a folder whose path fits, thinned; in the order of their names, which no machine changes. */
export function seedFiles(folder: string, fits: RegExp): Uint8Array[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).replaceAll('\\', '/'))
    .filter((file) => fits.test(file))
    .sort();
  return files.flatMap((file) => thinned(readFileSync(file)));
}

/** A small file as it is; a larger one as its top with a few of its other lines, or with short lists. */
export function thinned(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length <= mostBytes) return [Uint8Array.from(bytes)];
  const json = shortJson(bytes);
  if (json !== undefined) return [json];
  const text = Buffer.from(bytes).toString('latin1');
  const lines = text.split(/(?<=\n)/).slice(0, 4000);
  const top = lines.slice(0, topLines);
  const rest = lines.slice(topLines);
  return [0, 1, 2].map((turn) => {
    const some = [...top];
    let size = top.join('').length;
    for (let at = turn; at < rest.length && size < mostBytes; at += 1 + Math.floor(rest.length / 12)) {
      some.push(rest[at] ?? '');
      size += rest[at]?.length ?? 0;
    }
    return Uint8Array.from(Buffer.from(some.join('').slice(0, mostBytes * 3), 'latin1'));
  });
}

function shortJson(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    for (const items of [3, 2, 1]) {
      const text = JSON.stringify(value, (_, part: unknown) =>
        Array.isArray(part) ? part.slice(0, items) : part,
      );
      if (text.length <= mostBytes * 2 || items === 1) return new TextEncoder().encode(text);
    }
  } catch {
    // Not JSON: then it has lines.
  }
  return undefined;
}
