import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  readonly name: string;
  readonly content: Uint8Array;
  readonly method?: 'stored' | 'deflate' | 9;
  /** Sizes behind the content: with a signature, without, or with sizes of 8 bytes. */
  readonly descriptor?: 'signed' | 'unsigned' | 'wide';
  /** Sizes of the header in a zip64 extra field. */
  readonly isWide?: boolean;
  readonly flags?: number;
  readonly spoilsChecksum?: boolean;
}

/** A zip archive as writers of all kinds make them (APPNOTE 6.3), with an empty directory: nobody here reads it. */
export function zipArchive(members: readonly ZipMember[]): Uint8Array {
  return Buffer.concat([
    ...members.map(entry),
    u32(0x02014b50),
    Buffer.alloc(42),
    u32(0x06054b50),
    Buffer.alloc(18),
  ]);
}

function entry({
  name,
  content,
  method = 'deflate',
  descriptor,
  isWide,
  flags = 0x800,
  ...rest
}: ZipMember): Buffer {
  const packed = method === 'deflate' ? deflateRawSync(content) : Buffer.from(content);
  const crc = u32((crc32(content) ^ (rest.spoilsChecksum === true ? 1 : 0)) >>> 0);
  const hides = descriptor !== undefined;
  const wide = u32(0xffffffff);
  const extra =
    isWide === true
      ? Buffer.concat([u16(1), u16(16), u64(content.length), u64(packed.length)])
      : Buffer.alloc(0);
  const sizes = hides
    ? [u32(0), u32(0), u32(0)]
    : [crc, ...(isWide === true ? [wide, wide] : [u32(packed.length), u32(content.length)])];
  const size = descriptor === 'wide' ? u64 : u32;
  const behind = hides
    ? [
        ...(descriptor === 'unsigned' ? [] : [u32(0x08074b50)]),
        crc,
        size(packed.length),
        size(content.length),
      ]
    : [];
  const methodCode = method === 'stored' ? 0 : method === 'deflate' ? 8 : method;
  return Buffer.concat([
    u32(0x04034b50),
    u16(45),
    u16(flags | (hides ? 8 : 0)),
    u16(methodCode),
    u32(0),
    ...sizes,
    u16(Buffer.byteLength(name)),
    u16(extra.length),
    Buffer.from(name),
    extra,
    packed,
    ...behind,
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
