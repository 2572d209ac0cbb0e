/** What stands before an entry of a zip archive (APPNOTE 6.3, section 4.3.7). */
export interface ZipHeader {
  /** Safe to show and to join to a name: see `safeEntryName`. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflate. */
  readonly method: number;
  /** Sizes and checksum come after the content: the writer did not know them. */
  readonly hasDescriptor: boolean;
  readonly crc: number;
  /** 0 where only the descriptor tells. */
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where the content begins, counted from the header. */
  readonly length: number;
}

export const zipHeaderBytes = 30;

/** How many bytes the header has in all, from its fixed part. */
export function zipHeaderLength(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return zipHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
}

/** @param bytes at least the whole header. */
export function zipHeader(bytes: Uint8Array): ZipHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint16(6, true);
  const nameEnd = zipHeaderBytes + view.getUint16(26, true);
  const length = zipHeaderLength(bytes);
  // Names are UTF-8 where a flag says so, else a code page of DOS's time, of which only ASCII is sure.
  const name = new TextDecoder().decode(bytes.subarray(zipHeaderBytes, nameEnd));
  const hasDescriptor = (flags & 8) !== 0;
  const sizes = wideSizes(view, nameEnd, length);
  return {
    name: safeEntryName(name),
    isFolder: /[\\/]$/.test(name),
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(8, true),
    hasDescriptor,
    crc: view.getUint32(14, true),
    bytes: sizes.bytes,
    packedBytes: hasDescriptor && sizes.packedBytes === wide ? 0 : sizes.packedBytes,
    length,
  };
}

const wide = 0xffffffff;

/** Sizes past 4 GB stand in an extra field (zip64, section 4.5.3), the unpacked one first. */
function wideSizes(view: DataView, from: number, to: number): Pick<ZipHeader, 'packedBytes' | 'bytes'> {
  let packedBytes = view.getUint32(18, true);
  let bytes = view.getUint32(22, true);
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    let field = at + 4;
    if (bytes === wide && field + 8 <= end) {
      bytes = uint64(view, field);
      field += 8;
    }
    if (packedBytes === wide && field + 8 <= end) packedBytes = uint64(view, field);
    break;
  }
  return { packedBytes, bytes };
}

/** A length of 64 bits; exact up to 9 thousand terabytes. */
export function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + 2 ** 32 * view.getUint32(at + 4, true);
}

/** A path that leads nowhere but down: no drive, no root, no `..`, no control characters, at most 200 characters. */
export function safeEntryName(name: string): string {
  const parts = name
    .replace(/\p{Cc}/gu, '\uFFFD')
    .replace(/^[A-Za-z]:/, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const path = parts.join('/');
  return path.length <= 200 ? path : `…${path.slice(-199)}`;
}
