import { byteTable } from './byteTable.ts';

/** Bytes that end a number or a word. */
export const wordEnds = byteTable({ 1: ' \t\r\n,]}:"{[' });

/** A number as most are, `1790762615` or `41.20`: told, checked and worth what it says in one walk over its bytes. */
export class PlainNumber {
  /** The number last read, where it has no point; else −1. */
  whole = -1;

  /** @returns where it ends; `from` for anything else, and for one that may go on in the next piece. */
  read(bytes: Uint8Array, from: number): number {
    const { length } = bytes;
    let at = from;
    let whole = 0;
    let byte = 0;
    for (; at < length; at += 1) {
      byte = bytes[at] as number;
      if (byte < 0x30 || byte > 0x39) break;
      whole = 10 * whole + byte - 0x30;
    }
    const digits = at - from;
    if (digits === 0 || digits > 15 || (digits > 1 && bytes[from] === 0x30)) return from;
    this.whole = byte === 0x2e ? -1 : whole;
    if (byte === 0x2e) {
      const point = at;
      for (at += 1; at < length; at += 1) {
        byte = bytes[at] as number;
        if (byte < 0x30 || byte > 0x39) break;
      }
      if (at === point + 1) return from;
    }
    // A piece that ends here ends in a digit or a point, and so in no end of a word.
    return wordEnds[byte] === 1 ? at : from;
  }
}
