import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { TableResult } from '../data/readTable.ts';
import type { ReleaseInput } from '../domain/release.ts';
import { cannotOpen } from './cannotOpen.ts';
import { InputError } from './inputError.ts';
import { sha256Hex } from './sha256Hex.ts';

const settingsSchema = v.object({
  date: v.pipe(v.string(), v.isoDate()),
  provenance: v.record(v.string(), v.string()),
});

/** A folder of inputs: hands out tables, and remembers what was read for the release's manifest. */
export interface InputFolder {
  /** The release's date, from the folder's `release.json`. */
  readonly date: string;
  /**
   * Reads one input whole.
   *
   * @param read a reader of `src/data`'s kind: text and file name in, rows and problems out.
   * @throws InputError when anything at all could not be read: a release leaves no line out.
   */
  table<Row>(path: string, read: (text: string, file: string) => TableResult<Row>): Promise<readonly Row[]>;
  /** Paths of the files directly in a folder of inputs, in order; none without such a folder. */
  paths(below: string): Promise<readonly string[]>;
  /** The inputs read so far, by path. */
  inputs(): readonly ReleaseInput[];
}

export async function openInputFolder(folder: string): Promise<InputFolder> {
  const settings = settingsOf(await bytesOf(folder, 'release.json'));
  const inputs: ReleaseInput[] = [];
  // A sentence may stand for a whole folder: `context/`.
  function provenanceOf(path: string): string | undefined {
    return settings.provenance[path] ?? settings.provenance[path.slice(0, path.lastIndexOf('/') + 1)];
  }
  return {
    date: settings.date,
    inputs: () => inputs.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    async paths(below) {
      const names = await readdir(join(folder, below)).catch(() => []);
      return names.map((name) => `${below}/${name}`).toSorted();
    },
    async table(path, read) {
      const bytes = await bytesOf(folder, path);
      const provenance = provenanceOf(path);
      if (provenance === undefined) {
        const message = 'An input needs a sentence of provenance, under "provenance" and its path.';
        throw fault('release.json', path, message);
      }
      inputs.push({ path, bytes: bytes.byteLength, sha256: sha256Hex(bytes), provenance });
      const { rows, problems } = read(decoded(bytes, path), path);
      if (problems.length > 0) throw new InputError(problems);
      return rows;
    },
  };
}

async function bytesOf(folder: string, path: string): Promise<Uint8Array> {
  return readFile(join(folder, path)).catch((error: unknown) => {
    throw cannotOpen(path, error);
  });
}

function settingsOf(bytes: Uint8Array): v.InferOutput<typeof settingsSchema> {
  const message =
    'This needs to be JSON with "date", a day like "2026-11-22", and "provenance", a sentence for each input.';
  try {
    return v.parse(settingsSchema, JSON.parse(decoded(bytes, 'release.json')));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw fault('release.json', error instanceof Error ? error.message : String(error), message);
  }
}

/** A release guesses no encoding: what a spreadsheet saved in another would become other words. */
function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fault(file, '', 'The file is not in UTF-8. Save it as "CSV UTF-8".');
  }
}

function fault(file: string, found: string, message: string): InputError {
  return new InputError([{ file, line: 0, column: '', found, message, leftOut: true }]);
}
