/** Something in a file that a reader could not use as it stood. Readers return rows and problems; nothing is dropped silently. */
export interface Problem {
  /** The file's name as the user knows it, or its path in the release. */
  readonly file: string;
  /** The line as a text editor counts, from 1; 0 when the problem is the file as a whole. */
  readonly line: number;
  /** The column's heading as the file prints it; empty when the problem is the line as a whole. */
  readonly column: string;
  /** The text found, cut to 80 characters. */
  readonly found: string;
  /** What is wrong and what would be right, as a sentence without the place (the list shows file, line and column). */
  readonly message: string;
  /** Whether the row was left out of the figures; false for a warning on a row that counts. */
  readonly leftOut: boolean;
}
