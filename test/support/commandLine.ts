import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CliEdges } from '../../src/cli/cliEdges.ts';
import { rateAtlas } from '../../src/cli/rateAtlas.ts';
import { ingest } from '../../src/release/ingest/ingest.ts';

export const packageFolder = path.resolve(import.meta.dirname, '../..');

/** What a command did. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was to be served. */
  readonly served: readonly (readonly [folder: string | null, port: number | null])[];
}

async function* pipeOf(stdin: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
}

/** Runs a command line on the release that ships, with what a terminal would give it. */
export async function run(args: readonly string[], stdin: string | Uint8Array = ''): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const served: [string | null, number | null][] = [];
  const edges: CliEdges = {
    packageFolder,
    version: '1.2.3',
    today: '2026-11-23',
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    readPieces: (file) =>
      file === '-' ? pipeOf(stdin) : createReadStream(path.resolve(packageFolder, file)),
    ingest: (order, onProgress) => ingest(order, { packageFolder, pipe: pipeOf(stdin), onProgress }),
    seconds: () => 0,
    isTerminal: false,
    status: (text) => err.push(text),
    writeText: writeFile,
    serve: async (folder, port) => {
      served.push([folder, port]);
      return 0;
    },
  };
  const code = await rateAtlas(args, edges);
  return { code, out: out.join(''), err: err.join('\n'), served };
}
