import type { IngestOrder } from '../data/ingestOrder.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { CodeAddress } from '../share/address.ts';

export const outputFormats = ['table', 'csv', 'json'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export const commandNames = ['benchmark', 'medicare', 'check', 'ingest', 'diff', 'serve'] as const;
export type CommandName = (typeof commandNames)[number];

interface OfRelease {
  readonly format: OutputFormat;
  /** Folder of the data release; null = the one of this package. */
  readonly dataFolder: string | null;
}

export interface BenchmarkRequest extends OfRelease {
  readonly command: 'benchmark';
  /** The page that shows the same. */
  readonly address: CodeAddress;
}

/** Where Medicare's amounts are asked for. What a locality or a county is, only the tables can tell. */
export type AskedArea =
  | { readonly kind: 'place'; readonly place: MedicareArea['place'] }
  | {
      readonly kind: 'locality';
      /** null = in whichever state has a locality of that number. */
      readonly place: PlaceCode | null;
      /** null = of whichever contractor. */
      readonly mac: string | null;
      readonly locality: string;
    }
  | { readonly kind: 'county'; readonly place: PlaceCode | null; readonly county: string };

export interface MedicareRequest extends OfRelease {
  readonly command: 'medicare';
  readonly code: string;
  readonly area: AskedArea;
  /** null = the newest of the release. */
  readonly year: number | null;
  readonly participation: 'nonQP' | 'QP';
}

export interface CheckRequest extends OfRelease {
  readonly command: 'check';
  /** `-` = what comes in from a pipe. */
  readonly file: string;
}

export interface IngestRequest {
  readonly command: 'ingest';
  readonly order: IngestOrder;
  /** Where the account goes as JSON; null = nowhere. */
  readonly report: string | null;
  /** Whether progress is told where no terminal is. */
  readonly progress: boolean;
}

export interface DiffRequest {
  readonly command: 'diff';
  /** Folders of two releases. */
  readonly older: string;
  readonly newer: string;
  readonly format: OutputFormat;
}

export interface ServeRequest {
  readonly command: 'serve';
  /** null = the site built here, `dist`. */
  readonly folder: string | null;
  /** null = the first free one. */
  readonly port: number | null;
}

/** What a command line asks for. */
export type CliRequest =
  | BenchmarkRequest
  | MedicareRequest
  | CheckRequest
  | IngestRequest
  | DiffRequest
  | ServeRequest
  | { readonly command: 'help'; readonly of: CommandName | null }
  | { readonly command: 'version' };

/** A command line that cannot be run; the message says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly of: CommandName | null;

  constructor(message: string, of: CommandName | null) {
    super(message);
    this.of = of;
  }
}

/** A question the release has no answer to, or a folder that holds no release or not all of one. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
