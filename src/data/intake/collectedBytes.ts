import { largestTable } from './largestTable.ts';

/** The bytes as one; undefined for more than a table may have. */
export async function collectedBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > largestTable) return undefined;
    parts.push(piece.slice());
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
