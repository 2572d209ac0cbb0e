import type { RateCensus } from '../../domain/rateCensus.ts';
import type { ReadCharges } from '../chargeChoice.ts';
import type { FileAccount, FileHead, FormatId } from '../formats/formatReader.ts';

/** What a file was taken for: a published form, or one of our own. */
export type IntakeFormat =
  | FormatId
  | 'own-table'
  | 'rate-csv'
  | 'rate-dictionary'
  | 'provider-list'
  | 'about';

/** One file of a reading, or one entry of an archive, and what became of it. */
export interface IntakeFile {
  /** As the user knows it; in an archive `archive.zip/entry.csv`. */
  readonly file: string;
  /** null where it is none that can be read; `refusal` says why. */
  readonly format: IntakeFormat | null;
  /** In words: `a hospital file, CMS template, wide CSV`; '' where it is none. */
  readonly formatName: string;
  /** '' where it was read. */
  readonly refusal: string;
  readonly head: FileHead | null;
  /** null where it was not read, and for what holds no rates. */
  readonly account: Omit<FileAccount, 'format' | 'charges'> | null;
  /** Which column of a hospital's own table was taken for what; of a table that was refused, what it might be. */
  readonly charges?: ReadCharges;
}

/** Where a reading stands. */
export interface IntakeProgress {
  /** The file being read, and its number from 1. */
  readonly file: string;
  readonly number: number;
  readonly files: number;
  /** Bytes as chosen (packed, where the file is), of the file and of all. */
  readonly fileDone: number;
  readonly fileBytes: number;
  readonly done: number;
  readonly bytes: number;
  /** Since the start; 0 until there is anything to say. */
  readonly bytesPerSecond: number;
  /** Distinct rates held so far. */
  readonly rates: number;
}

/** What a reading found, besides the rates. */
export interface IntakeReport {
  readonly files: readonly IntakeFile[];
  readonly census: RateCensus;
  readonly bytes: number;
  readonly seconds: number;
}
