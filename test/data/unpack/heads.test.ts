import { deflateRawSync, gzipSync, crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../src/data/unpack/crc32.ts';
import { gunzipped, isGzip } from '../../../src/data/unpack/gunzipped.ts';
import { Inflater, packedStep } from '../../../src/data/unpack/inflater.ts';
import { PieceReader } from '../../../src/data/unpack/pieceReader.ts';
import { defaultBounds, UnpackMeter } from '../../../src/data/unpack/unpackBounds.ts';
import { zipEntries } from '../../../src/data/unpack/zipEntries.ts';
import { allBytes, cutStream, evenStream } from '../../support/cutStream.ts';
import { zipArchive } from '../../support/zipArchive.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

async function told(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  try {
    return textOf(await allBytes(pieces));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the head of a gzip file', () => {
  const body = gzipSync('abc').subarray(10);
  const gunzip = (flags: number, fields: readonly number[], rest: Uint8Array = body, size = 1000) => {
    const packed = Uint8Array.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3, ...fields, ...rest]);
    return told(gunzipped(new PieceReader(evenStream(packed, size)), new UnpackMeter(defaultBounds)));
  };
  const name = (length: number) => [...new Uint8Array(length).fill(0x61), 0];

  test.each<[string, number, readonly number[]]>([
    ['nothing more', 0, []],
    ['that it is text, which says nothing', 1, []],
    ['extra fields', 4, [3, 0, 9, 9, 9]],
    ['extra fields of more than 255 bytes', 4, [2, 1, ...new Uint8Array(258)]],
    ['no bytes of extra fields', 4, [0, 0]],
    ['a name', 8, name(5)],
    ['an empty name', 8, name(0)],
    ['a name of more than 256 letters', 8, name(300)],
    ['a name of more than 512 letters', 8, name(513)],
    ['a comment', 16, name(5)],
    ['a name and a comment', 24, [...name(3), ...name(4)]],
    ['a checksum of its own', 2, [9, 9]],
    ['all of them', 30, [1, 0, 7, ...name(3), ...name(4), 9, 9]],
  ])('may have %s', async (_, flags, fields) => {
    expect(await gunzip(flags, fields)).toBe('abc');
    expect(await gunzip(flags, fields, body, 1)).toBe('abc');
  });

  test('that is cut, or whose name has no end, is told', async () => {
    const inHead = 'The gzip file is cut short or damaged in its head.';
    const cut = 'The gzip file is cut short.';
    expect(await gunzip(8, [0x61], new Uint8Array())).toBe(inHead);
    expect(await gunzip(16, [], new Uint8Array())).toBe(inHead);
    expect(await gunzip(8, [...new Uint8Array(70_000).fill(0x61)])).toBe(inHead);
    expect(await gunzip(4, [9, 0, 1], new Uint8Array())).toBe(cut);
    expect(await gunzip(4, [9], new Uint8Array())).toBe(cut);
    expect(await gunzip(2, [9], new Uint8Array())).toBe(cut);
    expect(await gunzip(0, [], new Uint8Array())).toBe(
      'The gzip file is cut short or damaged: its end does not fit what came before.',
    );
  });

  test('is its first three bytes', () => {
    expect(isGzip(Uint8Array.of(0x1f, 0x8b, 8))).toBe(true);
    for (const other of [[0x1f, 0x8b], [0x1f, 0x8b, 9], [0x1f, 0x8c, 8], [0x1e, 0x8b, 8], []])
      expect(isGzip(Uint8Array.from(other))).toBe(false);
  });
});

describe('a gzip file', () => {
  const unpack = (packed: Uint8Array) =>
    told(gunzipped(new PieceReader(cutStream(packed)), new UnpackMeter(defaultBounds)));

  test('whose content holds what a member begins with is read to its own end', async () => {
    const odd = 'x\u001f\u008b\u0008y'.repeat(50);
    const stored = gzipSync(Buffer.from(odd, 'latin1'), { level: 0 });
    expect(await unpack(stored)).toBe(odd);
    expect(await unpack(Buffer.concat([stored, gzipSync('next')]))).toBe(`${odd}next`);
  });

  test('whose checksum or length is another is damaged', async () => {
    const fault = 'The gzip file is cut short or damaged: its end does not fit what came before.';
    for (const back of [8, 5, 4, 1]) {
      const packed = gzipSync('abc');
      packed.writeUInt8(packed.readUInt8(packed.length - back) ^ 1, packed.length - back);
      expect(await unpack(packed)).toBe(fault);
    }
  });
});

test('a checksum of eight bytes at a time and of those that are left is zlib’s', () => {
  for (const length of [0, 1, 7, 8, 9, 15, 16, 17, 24, 100]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + 200) & 255);
    expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    expect(crc32(bytes.subarray(3), crc32(bytes.subarray(0, 3)))).toBe(zlibCrc32(bytes));
  }
  // The value that RFC 1952's checksum has of the nine digits.
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
});

describe('deflate that is unpacked step by step', () => {
  test('comes to the same, with its checksum and length, however it is pushed', () => {
    const text = Array.from({ length: 9000 }, (_, at) => (at * 7919) % 50_021).join();
    const packed = deflateRawSync(text, { level: 1 });
    expect(packed.length).toBeGreaterThan(packedStep + 100);
    for (const sizes of [[packed.length], [1, packedStep - 1, 50], [packedStep, 9], [100, packedStep]]) {
      const inflater = new Inflater(new UnpackMeter(defaultBounds));
      const out: Uint8Array[] = [];
      let at = 0;
      for (const size of [...sizes, packed.length]) {
        out.push(...inflater.push(packed.subarray(at, at + size)));
        at += size;
      }
      out.push(...inflater.flush(), ...inflater.flush());
      expect(Buffer.concat(out).toString()).toBe(text);
      expect([inflater.crc, inflater.bytes]).toEqual([zlibCrc32(text), text.length]);
    }
  });

  test('that is none says so', () => {
    const inflater = new Inflater(new UnpackMeter(defaultBounds));
    expect(() => [...inflater.push(Uint8Array.of(7, 7, 7)), ...inflater.flush()]).toThrow(
      'It is damaged and cannot be unpacked further (invalid block type).',
    );
  });
});

describe('an entry whose sizes stand before it, though its flags say behind', () => {
  const content = bytesOf('rate\n34.55\n');
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const unzip = async (behind: (packed: number) => readonly Buffer[]) => {
    const whole = Buffer.from(zipArchive([{ name: 'a.csv', content, flags: 0x808 }]));
    const end = whole.indexOf('PK\u0001\u0002');
    const packed = whole.readUInt32LE(18);
    const archive = Buffer.concat([whole.subarray(0, end), ...behind(packed), whole.subarray(end)]);
    const found: string[] = [];
    try {
      for await (const entry of zipEntries(
        new PieceReader(cutStream(archive)),
        new UnpackMeter(defaultBounds),
      ))
        found.push('pieces' in entry ? await told(entry.pieces) : entry.refusal);
    } catch (error) {
      found.push(error instanceof Error ? error.message : String(error));
    }
    return found;
  };
  const crc = u32(zlibCrc32(content));

  test('is read whether they stand behind it too, or not', async () => {
    const text = ['rate\n34.55\n'];
    const signature = u32(0x08074b50);
    expect(await unzip(() => [])).toEqual(text);
    expect(await unzip((packed) => [crc, u32(packed), u32(content.length)])).toEqual(text);
    expect(await unzip((packed) => [signature, crc, u32(packed), u32(content.length)])).toEqual(text);
    const wide = (packed: number) => [u32(packed), u32(0), u32(content.length), u32(0)];
    expect(await unzip((packed) => [crc, ...wide(packed)])).toEqual(text);
    expect(await unzip((packed) => [signature, crc, ...wide(packed)])).toEqual(text);
  });

  test('is held to what stands behind it', async () => {
    const damaged = 'It is damaged: checksum and length do not fit what was unpacked.';
    expect(await unzip((packed) => [u32(1), u32(packed), u32(content.length)])).toEqual([damaged]);
    expect(await unzip((packed) => [crc, u32(packed), u32(99)])).toEqual([damaged]);
    expect(await unzip((packed) => [crc, u32(packed + 1), u32(content.length)])).toEqual([
      'rate\n34.55\n',
      'The zip archive is damaged: no entry where one should be.',
    ]);
  });
});

test('an archive that begins with no entry is damaged; an empty one has none', async () => {
  const names = async (bytes: Uint8Array) => {
    try {
      const found: string[] = [];
      const entries = zipEntries(new PieceReader(cutStream(bytes)), new UnpackMeter(defaultBounds));
      for await (const { name } of entries) found.push(name);
      return found;
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(await names(Buffer.concat([bytesOf('PK\u0005\u0006'), Buffer.alloc(18)]))).toEqual([]);
  expect(await names(Buffer.concat([bytesOf('PK\u0006\u0006'), Buffer.alloc(60)]))).toEqual([]);
  expect(await names(bytesOf('PK\u0006\u0008'))).toEqual([]);
  expect(await names(bytesOf('x'.repeat(30)))).toBe(
    'The zip archive is damaged: no entry where one should be.',
  );
  expect(await names(bytesOf('x'.repeat(29)))).toBe('The zip archive is cut short.');
  expect(await names(new Uint8Array())).toBe('The zip archive is cut short.');
});
