import { Inflater, packedStep } from './inflater.ts';
import type { PieceReader } from './pieceReader.ts';
import { UnpackFault, type UnpackMeter } from './unpackBounds.ts';

const trailerBytes = 8;
const signature = [0x1f, 0x8b, 0x08];

/** Whether bytes begin as gzip does, with deflate inside: nothing else is in use. */
export function isGzip(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/**
 * Unpacks gzip (RFC 1952) of one member or several, one after the other as parallel writers make them. A member ends
 * where its checksum and length stand before the next member or the end; padding after the last is passed over.
 *
 * Not `DecompressionStream`: browsers refuse a second member, and this is no slower.
 *
 * @throws UnpackFault when a member is damaged or cut short, after all of it that could be had.
 */
export async function* gunzipped(
  reader: PieceReader,
  meter: UnpackMeter,
): AsyncGenerator<Uint8Array, void, undefined> {
  do {
    reader.take(await headerLength(reader));
    yield* member(reader, new Inflater(meter));
  } while (isGzip(await reader.peek(signature.length)));
}

async function* member(reader: PieceReader, inflater: Inflater): AsyncGenerator<Uint8Array, void, undefined> {
  let from = trailerBytes;
  for (;;) {
    const wanted = packedStep + trailerBytes + signature.length;
    const ahead = await reader.peek(wanted);
    const next = nextSignature(ahead, from);
    if (next < 0 && ahead.length < wanted) break;
    const end = next < 0 ? ahead.length - signature.length : next;
    yield* inflater.push(reader.take(end - trailerBytes));
    from = trailerBytes + 1;
    if (next >= 0) yield* inflater.flush();
    if (next >= 0 && isTrailer(await reader.peek(trailerBytes), 0, inflater)) {
      reader.take(trailerBytes);
      return;
    }
  }
  yield* lastMember(await reader.peek(0), inflater);
  reader.take(Number.POSITIVE_INFINITY);
}

/** The last bytes of all, the trailer among them; after it only padding, if anything. */
function* lastMember(rest: Uint8Array, inflater: Inflater): Generator<Uint8Array, void, undefined> {
  yield* inflater.push(rest);
  yield* inflater.flush();
  for (let at = rest.length - trailerBytes; at >= 0; at -= 1) {
    if (isTrailer(rest, at, inflater)) return;
  }
  throw new UnpackFault('The gzip file is cut short or damaged: its end does not fit what came before.');
}

function nextSignature(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 0x08) return at;
  }
  return -1;
}

/** Checksum and length, least byte first. */
function isTrailer(bytes: Uint8Array, at: number, { crc, bytes: length }: Inflater): boolean {
  if (bytes.length < at + trailerBytes) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, trailerBytes);
  return view.getUint32(0, true) === crc && view.getUint32(4, true) === length % 2 ** 32;
}

/** Ten bytes, then what their flags say: extra fields, a name and a comment that end in 0, a checksum. */
async function headerLength(reader: PieceReader): Promise<number> {
  const flags = (await reader.peek(10))[3] ?? 0;
  let length = 10;
  if ((flags & 4) !== 0) {
    const bytes = await reader.peek(length + 2);
    length += 2 + (bytes[length] ?? 0) + 256 * (bytes[length + 1] ?? 0);
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) !== 0) length = await textEnd(reader, length);
  }
  length += flags & 2;
  if ((await reader.peek(length)).length < length) throw new UnpackFault('The gzip file is cut short.');
  return length;
}

const longestName = 1 << 16;

async function textEnd(reader: PieceReader, from: number): Promise<number> {
  for (let count = from + 256; count <= from + longestName; count *= 2) {
    const bytes = await reader.peek(count);
    const end = bytes.indexOf(0, from);
    if (end >= 0) return end + 1;
    if (bytes.length < count) break;
  }
  throw new UnpackFault('The gzip file is cut short or damaged in its head.');
}
