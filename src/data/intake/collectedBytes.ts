import { UnpackFault } from '../unpack/unpackBounds.ts';
import { largestTable } from './largestTable.ts';

/** The bytes as one; undefined for more than `most`, which is what a table may have. */
export async function collectedBytes(
  pieces: AsyncIterable<Uint8Array>,
  most = largestTable,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) return undefined;
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

/** The same of bytes that come out of an archive; in a sentence what is wrong where they are damaged. */
export async function collectedOrFault(
  pieces: AsyncIterable<Uint8Array>,
  most = largestTable,
): Promise<Uint8Array | string | undefined> {
  try {
    return await collectedBytes(pieces, most);
  } catch (error) {
    if (error instanceof UnpackFault) return error.message;
    throw error;
  }
}
