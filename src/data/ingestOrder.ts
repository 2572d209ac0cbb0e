import type { PlaceCode } from '../domain/place.ts';
import type { FileAccount } from './formats/formatReader.ts';

/** What is asked of an import: published files in, a data release out. */
export interface IngestOrder {
  /** Files to read; `-` is what comes in from a pipe. */
  readonly files: readonly string[];
  /** Folder of the release. */
  readonly out: string;
  /** Tables of providers with their places, the first that knows one counts. */
  readonly providers: readonly string[];
  /** Where providers are that nothing else places; null = they are left out. */
  readonly place: PlaceCode | null;
  /** A `codes.csv` whose codes are read besides those of the catalogue; null = those alone. */
  readonly codes: string | null;
  /** A `payer-aliases.csv` to read payers' names by; null = the one of this package. */
  readonly aliases: string | null;
  /** The release's date, and that of files which state none; null = the newest date of the files. */
  readonly date: string | null;
  /** Who has a vote: the payee as the file names it (mostly a tax id), or each NPI behind it. */
  readonly voteOf: VoteOf;
  /** How much the database may hold in memory before it spills to disk: `1GB`. */
  readonly memory: string;
  /** Where it spills; null = the system's place for temporary files. */
  readonly temporary: string | null;
}

export type VoteOf = 'payee' | 'npi';

/** What became of one file. */
export interface IngestedFile {
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file as it came, packed or not. */
  readonly sha256: string;
  /** What it was taken for, in words; '' where it was not read. */
  readonly form: string;
  readonly publisher: string;
  readonly date: string;
  /** `read` plus all of `leftOut` is `present`, after the import left out what it cannot place. */
  readonly account: Omit<FileAccount, 'format'>;
  /** Why it was not read at all, as a sentence; '' where it was. */
  readonly refused: string;
}

/** What an import made. */
export interface IngestOutcome {
  /** null where nothing could be built: `refused` says why. */
  readonly release: {
    readonly id: string;
    readonly files: number;
    /** Lines of the rate files, and the rates they stand for. */
    readonly lines: number;
    readonly rates: number;
    readonly providers: number;
  } | null;
  /** Why there is no release, as a sentence; '' where there is one. */
  readonly refused: string;
  readonly files: readonly IngestedFile[];
  /** Payees without a place, the one in most groups first, cut to a few; and how many there are. */
  readonly placeless: { readonly named: readonly string[]; readonly count: number };
  /** What was assumed or copied, as sentences. */
  readonly notes: readonly string[];
}

export interface IngestProgress {
  readonly step: 'read' | 'sort' | 'write';
  /** What is worked on: a file, or a step. */
  readonly what: string;
  readonly number: number;
  readonly of: number;
  /** Bytes of the file read so far, and in all (0 = not known). */
  readonly bytes: number;
  readonly bytesInAll: number;
}
