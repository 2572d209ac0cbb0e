import type { GpciFootnotes } from '../../domain/gpciCheck.ts';

/** CMS's longest has 270 characters. */
const longestFootnote = 1000;
const mostFloorYears = 10;

/** The lines under a cost index table: what they say of its date, and which marks they explain. */
export class GpciFootnoteLines {
  readonly #floorYears: number[] = [];
  #assignmentYear: number | null = null;
  readonly #marks = new Set<string>();

  add(line: string): void {
    const text = line.trim().slice(0, longestFootnote);
    const assigned = /MAC Assignments as of .*\b(20\d\d)\b/i.exec(text)?.[1];
    if (assigned !== undefined) this.#assignmentYear = Number(assigned);
    const mark = /^(\*{1,3})\s*\S/.exec(text)?.[1];
    if (mark !== undefined) this.#marks.add(mark);
    const extended = /\bextended through\b[^.]{0,40}?\b(20\d\d)\b/i.exec(text)?.[1];
    if (extended !== undefined && this.#floorYears.length < mostFloorYears)
      this.#floorYears.push(Number(extended));
  }

  years(): GpciFootnotes {
    return { floorYears: this.#floorYears, assignmentYear: this.#assignmentYear };
  }

  /** Whether a footnote begins with the mark that stands behind a name. */
  explains(mark: string): boolean {
    return this.#marks.has(mark);
  }
}
