const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * How many bytes at the start of a piece are of a UTF-8 file's byte order mark, which may be cut too.
 *
 * Asked once for each piece and never in a loop over bytes: past 2 GB an offset is no small integer, and a list asked by
 * one has V8 compile such a loop anew for ever, at a quarter of the speed.
 *
 * @param offset of the piece in the file, in bytes
 */
export function markLength(bytes: Uint8Array, offset: number): number {
  if (offset >= byteOrderMark.length) return 0;
  let length = 0;
  while (length < bytes.length && bytes[length] === byteOrderMark[offset + length]) length += 1;
  return length;
}
