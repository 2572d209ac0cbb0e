import { quote } from './csvBlock.ts';

/** A byte of this in each of a word's four. */
const inEach = (byte: number) => Math.imul(byte, 0x01010101);
const high = inEach(0x80);
const low = inEach(0x7f);
const behindQuote = inEach(quote + 1);

/**
 * Notes where bytes stand that may mean something to a CSV: separators, quotes, and everything below a quote, which is
 * line breaks, NUL and blanks. Looks at four bytes at once, so that most are never looked at one by one.
 *
 * @param marks as long as `end - from`, in case every byte is one.
 * @returns how many were noted.
 */
export function markBytes(
  view: DataView,
  from: number,
  end: number,
  delimiter: number,
  marks: Int32Array,
): number {
  const separator = inEach(delimiter);
  let count = 0;
  let p = from;
  for (; p + 4 <= end; p += 4) {
    const word = view.getInt32(p, true);
    // In each byte's highest bit: whether the byte is below 0x23, and whether it is the separator. No byte borrows from
    // its neighbour in the first, or carries into it in the second.
    const below = ~(((word | high) - behindQuote) | word);
    const other = word ^ separator;
    const isSeparator = ~(((other & low) + low) | other);
    let found = (below | isSeparator) & high;
    while (found !== 0) {
      marks[count++] = p + ((31 - Math.clz32(found & -found)) >> 3);
      found &= found - 1;
    }
  }
  for (; p < end; p++) {
    const byte = view.getUint8(p);
    if (byte <= quote || byte === delimiter) marks[count++] = p;
  }
  return count;
}
