import type { IngestOrder, IngestOutcome, IngestProgress } from '../data/ingestOrder.ts';

/** What a command touches besides its arguments: the process gives it, a test gives something else. */
export interface CliEdges {
  /** The folder of this package: its `public/data` is the release read where none is named. */
  readonly packageFolder: string;
  readonly version: string;
  /** The day, `2026-11-22`, for exports. */
  readonly today: string;
  /** Results. */
  readonly out: (text: string) => void;
  /** Messages. */
  readonly err: (text: string) => void;
  /** A file as it comes in; `-` is what comes in from a pipe. Throws where it cannot be read. */
  readonly readPieces: (path: string) => AsyncIterable<Uint8Array>;
  /** Makes a data release of published files: the work of `src/release/ingest`, which a command line cannot know. */
  readonly ingest: (
    order: IngestOrder,
    onProgress: (progress: IngestProgress) => void,
  ) => Promise<IngestOutcome>;
  /** Seconds since some moment, for speeds. */
  readonly seconds: () => number;
  /** Whether messages are read in a terminal as they come. */
  readonly isTerminal: boolean;
  /** Writes over the line of a terminal it wrote last. */
  readonly status: (text: string) => void;
  readonly writeText: (path: string, text: string) => Promise<void>;
  /** Serves a built site until it is stopped; resolves to an exit code. */
  readonly serve: (folder: string | null, port: number | null) => Promise<number>;
}

/** What a command's process ends with. */
export const exitCodes = {
  done: 0,
  /** The release has no answer, or a file has lines that cannot be used. */
  notDone: 1,
  badUsage: 2,
} as const;
