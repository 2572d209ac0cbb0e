/** A file the release will hold, not yet written. */
export interface OutputFile {
  /** Path below the release's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Data rows, the heading not counted. */
  readonly rows: number;
}
