import { crc32 } from './crc32.ts';
import { Inflater } from './inflater.ts';
import type { PieceReader } from './pieceReader.ts';
import { UnpackFault, type UnpackMeter } from './unpackBounds.ts';
import { type ZipTotals, zipContent } from './zipContent.ts';
import { type ZipHeader, zipHeader, zipHeaderBytes, zipHeaderLength } from './zipHeader.ts';

/** A file in an archive: its bytes, to be read before the next is asked for, or why they cannot be had. */
export type ZipEntry =
  | { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> }
  | { readonly name: string; readonly refusal: string };

const header = 0x04034b50;
/** The directory at the end, or the end of an empty archive: what follows says only again what was read. */
const ends = new Set([0x02014b50, 0x06054b50, 0x06064b50, 0x08064b50]);

/** Whether bytes begin as a zip archive does, an empty one too. */
export function isZip(bytes: Uint8Array): boolean {
  const signature = signatureOf(bytes);
  return signature === header || signature === 0x06054b50;
}

/**
 * The files of a zip archive in their order, unpacked as they come by: stored or deflate, past 4 GB (zip64), with sizes
 * before or behind. Folders, and the notes that a Mac adds, are no files.
 *
 * @throws UnpackFault when the archive is damaged or cut short, or goes past the bounds.
 */
export async function* zipEntries(
  reader: PieceReader,
  meter: UnpackMeter,
): AsyncGenerator<ZipEntry, void, undefined> {
  for (;;) {
    const ahead = await reader.peek(zipHeaderBytes);
    const signature = signatureOf(ahead);
    if (ends.has(signature)) return;
    if (ahead.length < zipHeaderBytes) throw new UnpackFault('The zip archive is cut short.');
    if (signature !== header)
      throw new UnpackFault('The zip archive is damaged: no entry where one should be.');
    const length = zipHeaderLength(ahead);
    if ((await reader.peek(length)).length < length) throw new UnpackFault('The zip archive is cut short.');
    const entry = zipHeader(reader.take(length));
    meter.startFile();
    const packed = zipContent(reader, entry);
    if (!entry.isFolder && !entry.name.startsWith('__MACOSX/')) {
      const refusal = refusalOf(entry);
      yield refusal === undefined
        ? { name: entry.name, pieces: unpacked(packed, entry, meter) }
        : { name: entry.name, refusal };
    }
    // What nobody read.
    while ((await packed.next()).done !== true);
  }
}

function refusalOf({ isEncrypted, method }: ZipHeader): string | undefined {
  if (isEncrypted) return 'It needs a password. Unpack the archive first.';
  if (method !== 0 && method !== 8) {
    return `It is packed in a way that is not read here (method ${method}). Unpack the archive first.`;
  }
  return undefined;
}

async function* unpacked(
  packed: AsyncGenerator<Uint8Array, ZipTotals, undefined>,
  { method }: ZipHeader,
  meter: UnpackMeter,
): AsyncGenerator<Uint8Array, void, undefined> {
  const inflater = new Inflater(meter);
  let crc = 0;
  let bytes = 0;
  for (;;) {
    let next: IteratorResult<Uint8Array, ZipTotals>;
    try {
      next = await packed.next();
    } catch (error) {
      // Cut short: what came before stands.
      yield* inflater.flush();
      throw error;
    }
    const { value, done } = next;
    if (done === true) {
      yield* inflater.flush();
      const found = method === 8 ? inflater : { crc, bytes };
      if (found.crc !== value.crc || found.bytes !== value.bytes) {
        throw new UnpackFault('It is damaged: checksum and length do not fit what was unpacked.');
      }
      return;
    }
    if (method === 8) yield* inflater.push(value);
    else {
      meter.packed(value.length);
      meter.unpacked(value.length);
      crc = crc32(value, crc);
      bytes += value.length;
      yield value;
    }
  }
}

function signatureOf(bytes: Uint8Array): number {
  return bytes.length < 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}
