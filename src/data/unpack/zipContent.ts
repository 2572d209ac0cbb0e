import { packedStep } from './inflater.ts';
import type { PieceReader } from './pieceReader.ts';
import { UnpackFault } from './unpackBounds.ts';
import { uint64, type ZipHeader } from './zipHeader.ts';

const cutShort = 'The zip archive is cut short.';

/** What an entry comes to, as its header or the descriptor behind it says. */
export interface ZipTotals {
  readonly crc: number;
  readonly bytes: number;
}

/** The packed bytes of an entry, and then what they should come to. Takes exactly what belongs to the entry. */
export async function* zipContent(
  reader: PieceReader,
  header: ZipHeader,
): AsyncGenerator<Uint8Array, ZipTotals, undefined> {
  if (header.hasDescriptor && header.packedBytes === 0)
    return yield* untilDescriptor(reader, header.method === 0);
  let left = header.packedBytes;
  while (left > 0) {
    const ahead = await reader.peek(1);
    if (ahead.length === 0) throw new UnpackFault(cutShort);
    const piece = reader.take(Math.min(left, ahead.length));
    left -= piece.length;
    yield piece;
  }
  if (!header.hasDescriptor) return header;
  // The sizes stand in both places.
  const found = descriptorAt(await reader.peek(mostDescriptor + 4), 0, header.packedBytes);
  if (found === undefined) return header;
  reader.take(found.length);
  return found;
}

const mostDescriptor = 24;

/**
 * Content whose size stands behind it: it ends where a descriptor gives just the number of bytes gone by and another
 * header follows. Nothing in the content looks like that by chance: eight bytes and more would have to agree.
 *
 * @param isStored whether what is packed is the content itself, of the same size
 */
async function* untilDescriptor(
  reader: PieceReader,
  isStored: boolean,
): AsyncGenerator<Uint8Array, ZipTotals, undefined> {
  let gone = 0;
  let from = 0;
  for (;;) {
    const wanted = packedStep + mostDescriptor + 4;
    const ahead = await reader.peek(wanted);
    const next = nextHeader(ahead, from);
    if (next < 0) {
      if (ahead.length < wanted) {
        yield reader.take(ahead.length);
        throw new UnpackFault(cutShort);
      }
      const sure = ahead.length - mostDescriptor - 3;
      yield reader.take(sure);
      gone += sure;
      from = mostDescriptor;
      continue;
    }
    for (const length of [16, 24, 12, 20]) {
      const start = next - length;
      const found = start < 0 ? undefined : descriptorAt(ahead, start, gone + start);
      // Both sizes of what is stored are the content's; one alone is four bytes, which a file may hold by chance.
      const stored = length < 20 ? (gone + start) % 2 ** 32 : gone + start;
      if (found?.length !== length || (isStored && found.bytes !== stored)) continue;
      yield reader.take(start);
      reader.take(length);
      return found;
    }
    from = next + 1;
  }
}

/** The next place where the header of an entry or of the directory begins. */
function nextHeader(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] !== 0x4b) continue;
    const [third, fourth] = [bytes[at + 2], bytes[at + 3]];
    if ((third === 3 && fourth === 4) || (third === 1 && fourth === 2)) return at;
  }
  return -1;
}

/** Checksum and sizes of 4 or 8 bytes, with a signature or without (section 4.3.9), if they fit the content's length. */
function descriptorAt(
  bytes: Uint8Array,
  at: number,
  packedBytes: number,
): (ZipTotals & { readonly length: number }) | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const signed of [4, 0]) {
    if (signed > 0 && (bytes.length < at + 4 || view.getUint32(at, true) !== 0x08074b50)) continue;
    for (const size of [4, 8]) {
      const length = signed + 4 + 2 * size;
      const sizes = at + signed + 4;
      if (bytes.length < at + length || !isHeader(view, at + length)) continue;
      const packed = size === 4 ? view.getUint32(sizes, true) : uint64(view, sizes);
      if (packed !== (size === 4 ? packedBytes % 2 ** 32 : packedBytes)) continue;
      const unpacked = size === 4 ? view.getUint32(sizes + size, true) : uint64(view, sizes + size);
      return { crc: view.getUint32(at + signed, true), bytes: unpacked, length };
    }
  }
  return undefined;
}

function isHeader(view: DataView, at: number): boolean {
  if (view.byteLength < at + 4) return false;
  const signature = view.getUint32(at, true);
  return signature === 0x04034b50 || signature === 0x02014b50;
}
