import type { SourceKind } from '../../domain/rateTable.ts';

/** A file that was read, as the release will call it. */
export interface InputFile {
  /** Its number in the database. */
  readonly number: number;
  readonly name: string;
  readonly publisher: string;
  readonly kind: SourceKind;
  /** Year, year-month or full date. */
  readonly date: string;
  readonly sha256: string;
}
