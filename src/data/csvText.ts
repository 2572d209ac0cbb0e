import { lineStarts } from './csvLines.ts';

/** The text of a CSV by its lines, which count from 0 and end with `\n`. */
export class CsvText {
  readonly text: string;
  /** The offset of each line, and one past the end of the last. */
  readonly starts: Uint32Array;
  readonly lineCount: number;
  readonly holdsNul: boolean;

  constructor(text: string) {
    this.text = text;
    this.starts = lineStarts(text);
    this.lineCount = this.starts.length - 1;
    this.holdsNul = text.includes('\0');
  }

  /** Without its line break. */
  line(index: number): string {
    return this.text.slice(this.starts[index], (this.starts[index + 1] ?? 0) - 1);
  }

  /** Whether a line holds nothing but what separates cells. */
  isBlank(index: number): boolean {
    return /^[\s,;|"]*$/.test(this.line(index));
  }
}
