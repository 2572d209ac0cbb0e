import { byteTable } from './byteTable.ts';

/** What matters outside a string: 1 quote, 2 opening, 3 closing, 4 line feed. */
const marks = byteTable({ 1: '"', 2: '{[', 3: '}]', 4: '\n' });
/** What matters inside a string: 1 quote, 2 backslash, 3 line feed. */
const stringMarks = byteTable({ 1: '"', 2: '\\', 3: '\n' });

/** A value that nobody looks into: only strings and nesting are minded, so that it goes by as fast as bytes can. */
export class PassedJson {
  #depth = 0;
  #isInString = false;
  /** The last byte before a cut was a backslash. */
  #afterBackslash = false;
  /** Line feeds gone by in the last piece. */
  lines = 0;

  /** @param opened what has just been opened: an object or array, or a string. */
  start(opened: 'container' | 'string'): void {
    this.#depth = opened === 'container' ? 1 : 0;
    this.#isInString = opened === 'string';
    this.#afterBackslash = false;
  }

  /** @returns the place behind the value, or −1 when it goes on in the next piece. */
  read(bytes: Uint8Array, from: number): number {
    let at = from;
    let depth = this.#depth;
    let lines = 0;
    let isInString = this.#isInString;
    const { length } = bytes;
    if (this.#afterBackslash) at += 1;
    this.#afterBackslash = false;
    let isOver = false;
    while (at < length && !isOver) {
      if (isInString) {
        const mark = stringMarks[bytes[at] as number] as number;
        at += 1;
        if (mark === 0) continue;
        if (mark === 1) {
          isInString = false;
          isOver = depth === 0;
        } else if (mark === 3) lines += 1;
        else if (at === length) this.#afterBackslash = true;
        else at += 1;
      } else {
        const mark = marks[bytes[at] as number] as number;
        at += 1;
        if (mark === 0) continue;
        if (mark === 1) isInString = true;
        else if (mark === 2) depth += 1;
        else if (mark === 4) lines += 1;
        else {
          depth -= 1;
          isOver = depth === 0;
        }
      }
    }
    this.#depth = depth;
    this.#isInString = isInString;
    this.lines = lines;
    return isOver ? at : -1;
  }
}
