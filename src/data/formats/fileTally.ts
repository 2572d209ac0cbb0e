import type { Problem } from '../../domain/problem.ts';
import { countOf } from '../../text/numbers.ts';
import { excerpt } from '../excerpt.ts';
import type { FileAccount, FormatId, LeaveReason } from './formatReader.ts';

/** Problems of one kind that are kept with their place; the rest are counted. A file may have millions of them. */
const keptOfAKind = 20;
const keptInAll = 400;

/** Counts what becomes of a file while it is read, so that read and left out always add up to what was there. */
export class FileTally {
  readonly #file: string;
  readonly #format: FormatId;
  readonly #leftOut = new Map<LeaveReason, number>();
  readonly #problems: Problem[] = [];
  readonly #ofAKind = new Map<string, number>();
  readonly #notes: string[] = [];
  read = 0;
  /** Set for a file that is not what its title says. */
  isDoubtful = false;

  constructor(format: FormatId, file: string) {
    this.#format = format;
    this.#file = file;
  }

  /** An amount or item of the file that is no rate. */
  leave(reason: LeaveReason, count = 1): void {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + count);
  }

  /** Something that cannot be used as it stands; what it does to the count is said with `leave`. */
  problem(line: number, column: string, found: string, message: string, leftOut: boolean): void {
    const kind = `${column}\n${message}`;
    const known = this.#ofAKind.get(kind) ?? 0;
    this.#ofAKind.set(kind, known + 1);
    if (known >= keptOfAKind || this.#problems.length >= keptInAll) return;
    this.#problems.push({ file: this.#file, line, column, found: excerpt(found), message, leftOut });
  }

  /** What was assumed or should be known; said once. */
  note(sentence: string): void {
    if (!this.#notes.includes(sentence)) this.#notes.push(sentence);
  }

  account(): FileAccount {
    const left = [...this.#leftOut.values()].reduce((sum, count) => sum + count, 0);
    const found = [...this.#ofAKind.values()].reduce((sum, count) => sum + count, 0);
    const hidden = found - this.#problems.length;
    const notes =
      hidden === 0
        ? this.#notes
        : [
            ...this.#notes,
            `${countOf(hidden, 'further problem of the kinds listed is', 'further problems of the kinds listed are')} counted, not listed.`,
          ];
    return {
      format: this.#format,
      present: this.read + left,
      read: this.read,
      leftOut: Object.fromEntries(this.#leftOut),
      problems: this.#problems,
      notes,
      ...(this.isDoubtful ? { isDoubtful: true as const } : {}),
    };
  }
}
