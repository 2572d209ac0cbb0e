import { type TextEncoding, utf16Bytes, utf16Of } from './decodeText.ts';
import { decodeWindows1252 } from './decodeWindows1252.ts';
import type { FileBytes } from './fileBytes.ts';

/** Read at once: large enough that asking costs nothing, small beside a tab's memory. */
const pieceBytes = 4_000_000;

/** A file's bytes in pieces. @param onPiece is told which share of the file has been read. */
export async function* blobPieces(
  blob: FileBytes,
  onPiece?: (fraction: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  for (let at = 0; at < blob.size; at += pieceBytes) {
    yield new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer());
    onPiece?.(Math.min(1, (at + pieceBytes) / blob.size));
  }
}

/** The encoding of a file, as `decodeText` finds it. Reads all of it, because one byte may tell that it is not UTF-8. */
export async function encodingOf(
  blob: FileBytes,
  onProgress?: (fraction: number) => void,
): Promise<TextEncoding> {
  const utf16 = utf16Of(new Uint8Array(await blob.slice(0, utf16Bytes).arrayBuffer()));
  if (utf16 !== undefined) return utf16;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of blobPieces(blob, onProgress)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    // What a decoder throws at bytes that are none; a file that can no longer be read throws something else.
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/** A file's text as UTF-8, in pieces cut anywhere. */
export async function* textPieces(
  blob: FileBytes,
  encoding: TextEncoding,
  onPiece?: (fraction: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  const decoder = encoding === 'utf-8' || encoding === 'windows-1252' ? undefined : new TextDecoder(encoding);
  for await (const piece of blobPieces(blob, onPiece)) {
    if (encoding === 'utf-8') yield piece;
    else yield encoder.encode(decoder ? decoder.decode(piece, { stream: true }) : decodeWindows1252(piece));
  }
  if (decoder) yield encoder.encode(decoder.decode());
}
