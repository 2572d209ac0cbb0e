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
  const words = end - ((end - from) & 3);
  const count = markWords(view, from, words, inEach(delimiter), marks);
  return markLast(view, words, end, delimiter, marks, count);
}

// Each loop is a function that ends with it: V8 leaves the fast code it makes of a long loop for what comes after.

/** Four bytes at once. */
function markWords(view: DataView, from: number, end: number, separator: number, marks: Int32Array): number {
  let count = 0;
  for (let p = from; p < end; p += 4) {
    const word = view.getInt32(p, true);
    // In each byte's highest bit: whether the byte is below 0x23, and whether it is the separator. No byte borrows from
    // its neighbour in the first, or carries into it in the second.
    const below = ~(((word | high) - behindQuote) | word);
    const other = word ^ separator;
    const isSeparator = ~(((other & low) + low) | other);
    const found = (below | isSeparator) & high;
    // Each of the four is written, and stays only where the next does not take its place: a processor guesses wrong what a
    // branch would do, and no word has fewer places left than bytes before it.
    marks[count] = p;
    count = (count + ((found >>> 7) & 1)) | 0;
    marks[count] = p + 1;
    count = (count + ((found >>> 15) & 1)) | 0;
    marks[count] = p + 2;
    count = (count + ((found >>> 23) & 1)) | 0;
    marks[count] = p + 3;
    count = (count + (found >>> 31)) | 0;
  }
  return count;
}

/** The last few, one by one. */
function markLast(
  view: DataView,
  from: number,
  end: number,
  delimiter: number,
  marks: Int32Array,
  before: number,
): number {
  let count = before;
  for (let p = from; p < end; p++) {
    const byte = view.getUint8(p);
    if (byte <= quote || byte === delimiter) marks[count++] = p;
  }
  return count;
}
