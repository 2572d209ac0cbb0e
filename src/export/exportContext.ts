/** What an export says besides the figure: which data, which view, when. All of it is handed in; nothing is looked up. */
export interface ExportContext {
  /** The data release: of every number, or of Medicare alone beside a user's own rates. */
  readonly release: { readonly id: string; readonly date: string };
  /** The scope in words; empty where a figure has none (the catalogue, the fee schedule says it in its method). */
  readonly scope: string;
  /** Whether the figure is made from a user's own file. */
  readonly isOwn: boolean;
  /** Absolute address of the view; empty for a user's file, which no address can carry. */
  readonly address: string;
  /** The day of the export, `2026-11-22`. */
  readonly accessed: string;
}

/** Stands first in every export of a user's own figures. */
export const confidential = 'Confidential: made from a file of yours; not from a public release';
