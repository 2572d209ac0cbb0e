import { piecesOf } from './pieces.ts';

/** Bytes as they might come in: cut at the places given. */
export async function* cutStream(
  bytes: Uint8Array,
  cuts: readonly number[] = [],
): AsyncGenerator<Uint8Array, void, undefined> {
  for (const piece of piecesOf(bytes, cuts)) {
    await Promise.resolve();
    yield piece;
  }
}

/** Bytes in pieces of one size. */
export function evenStream(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  return cutStream(
    bytes,
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => index * size),
  );
}

export async function allBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Uint8Array.from(Buffer.concat(all));
}
