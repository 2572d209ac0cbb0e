import type { PlaceCode } from './place.ts';

/** One file of the data release, with what is needed to tell that it arrived whole. */
export interface ReleaseFile {
  /** Path below `public/data`, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Data rows, the header not counted. */
  readonly rows: number;
  readonly sha256: string;
}

/** A file the release was built from, kept under `sources/` in the project. */
export interface ReleaseInput {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Where it comes from, in a sentence. */
  readonly provenance: string;
}

export interface Release {
  /** Date and the first eight hex digits of the hash over all file hashes: `2026-11-22.1a2b3c4d`. */
  readonly id: string;
  readonly date: string;
  readonly inputs: readonly ReleaseInput[];
  readonly files: readonly ReleaseFile[];
  /** Only in an offline pack: the one code whose files came with it; those of others are listed, and left out. */
  readonly pack?: { readonly code: string };
}

/** Hospital charges for one code in one place (or the nation): charges, not payer rates. */
export interface ChargeSummary {
  /** Place code, or 'US'. */
  readonly place: PlaceCode | 'US';
  readonly kind: 'gross' | 'cash';
  readonly hospitals: number;
  /** Cents, as published by the source aggregate. */
  readonly meanCents: number;
  readonly p25Cents: number;
  readonly medianCents: number;
  readonly p75Cents: number;
}
