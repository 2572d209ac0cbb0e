/**
 * A cell of a figure: a value, or a named absence. There is no `null` amount and no 0 that means "unknown".
 * The words for each reason live in `text/absence.ts`, so a page, an export and a test read the same line.
 */

/**
 * Why a number is not there. Picking the wrong one tells the reader something false.
 *
 * - `not-in-input`: the files that were loaded hold no such rate.
 * - `out-of-scope`: they hold such rates, but none that the scope counts.
 * - `too-few`: there are votes, but fewer than the minimum for percentiles, or only flagged ones that the scope leaves out;
 *   `detail` says how many.
 * - `not-comparable`: numerator and denominator do not describe the same service; `detail` says how.
 * - `not-priced`: Medicare does not price the service by the physician fee schedule; `detail` says why.
 * - `refused`: a number could be computed, but it would not be what its name says; `detail` says why.
 * - `unreadable`: the source printed something that could not be read as a number; `detail` quotes it.
 */
export const absenceReasons = [
  'not-in-input',
  'out-of-scope',
  'too-few',
  'not-comparable',
  'not-priced',
  'refused',
  'unreadable',
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

export interface Present<T> {
  readonly kind: 'value';
  readonly value: T;
}

export interface Absent {
  readonly kind: 'absent';
  readonly reason: AbsenceReason;
  /** The specific part of the reason, in plain words; empty when the reason says it all. */
  readonly detail: string;
}

export type Cell<T = number> = Present<T> | Absent;

/** A cell that holds a value. */
export function present<T>(value: T): Present<T> {
  return { kind: 'value', value };
}

/** @param detail the specific part of the reason, as `absenceText` prints it */
export function absent(reason: AbsenceReason, detail = ''): Absent {
  return { kind: 'absent', reason, detail };
}

/** Why nothing is left of several absent cells: rates outside the scope say more than none. */
export function noneOf(cells: readonly Cell<unknown>[]): Absent {
  const isOutside = cells.some((cell) => cell.kind === 'absent' && cell.reason === 'out-of-scope');
  return absent(isOutside ? 'out-of-scope' : 'not-in-input');
}

/** The value, or undefined: for sorting and drawing only, where an absence is a gap. */
export function valueOf<T>(cell: Cell<T>): T | undefined {
  return cell.kind === 'value' ? cell.value : undefined;
}

/** Whether one is less than the other. What is absent is no number: nothing is below it, and it is below nothing. */
export function isBelow(cell: Cell, other: Cell): boolean {
  return cell.kind === 'value' && other.kind === 'value' && cell.value < other.value;
}
