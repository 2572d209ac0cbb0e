import { gzipSync, crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../src/data/unpack/crc32.ts';
import { gunzipped } from '../../../src/data/unpack/gunzipped.ts';
import { PieceReader } from '../../../src/data/unpack/pieceReader.ts';
import { defaultBounds, type UnpackBounds, UnpackMeter } from '../../../src/data/unpack/unpackBounds.ts';
import { allBytes, cutStream, evenStream } from '../../support/cutStream.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What comes out, and why it stops where it stops. */
async function unpack(
  packed: AsyncIterable<Uint8Array>,
  bounds: Partial<UnpackBounds> = {},
): Promise<{ text: string; fault: string }> {
  const pieces: Uint8Array[] = [];
  let fault = '';
  try {
    const meter = new UnpackMeter({ ...defaultBounds, ...bounds });
    for await (const piece of gunzipped(new PieceReader(packed), meter)) pieces.push(piece);
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
  }
  return { text: Buffer.concat(pieces).toString(), fault };
}

/** Text that packs like a payer's file: repeated words, changing amounts. */
const rates = (count: number) =>
  Array.from({ length: count }, (_, at) => `{"negotiated_rate":${(at * 7919) % 50_021}}`).join(',');

test('a checksum is that of zlib, whole or in pieces', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
      const parts = crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)));
      expect([crc32(bytes), parts]).toEqual([zlibCrc32(bytes), zlibCrc32(bytes)]);
    }),
  );
});

describe('gzip', () => {
  test('comes out as it went in, of any number of members, however it is cut', async () => {
    const members = fc.array(fc.tuple(fc.string({ maxLength: 300 }), fc.constantFrom(0, 6, 9)), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(members, fc.array(fc.nat(500), { maxLength: 20 }), async (parts, cuts) => {
        const packed = Buffer.concat(parts.map(([text, level]) => gzipSync(text, { level })));
        const text = parts.map(([part]) => part).join('');
        const unpacked = await unpack(cutStream(packed, cuts));
        expect(unpacked).toEqual({ text: Buffer.from(text).toString(), fault: '' });
      }),
    );
  });

  test('of many long members comes out in pieces of one byte, of 4,099 and of a megabyte', async () => {
    const packed = Buffer.concat([rates(3000), rates(9000), '', rates(20_000)].map((text) => gzipSync(text)));
    const text = rates(3000) + rates(9000) + rates(20_000);
    for (const size of [1, 4099, 1 << 20]) {
      expect(await unpack(evenStream(packed, size))).toEqual({ text, fault: '' });
    }
  });

  test('may begin with a name, a comment, extra fields and a checksum of its head', async () => {
    const plain = gzipSync('abc');
    const fields = [3, 0, 1, 2, 0, ...bytesOf('rates.json\0'), ...bytesOf('a comment\0'), 9, 9];
    const packed = Uint8Array.from([
      0x1f,
      0x8b,
      8,
      4 | 8 | 16 | 2,
      0,
      0,
      0,
      0,
      0,
      3,
      ...fields,
      ...plain.subarray(10),
    ]);
    for (const size of [1, 100]) {
      expect(await unpack(evenStream(packed, size))).toEqual({ text: 'abc', fault: '' });
    }
  });

  test('may be padded', async () => {
    for (const padding of [new Uint8Array(512), bytesOf('\n'), Uint8Array.of(0x1f, 0x8b)]) {
      expect(await unpack(cutStream(Buffer.concat([gzipSync('abc'), padding])))).toEqual({
        text: 'abc',
        fault: '',
      });
    }
  });

  test('cut short anywhere is named, and what came before the cut is there', async () => {
    const text = rates(40);
    const packed = gzipSync(text);
    for (let length = 3; length < packed.length; length += 1) {
      const found = await unpack(cutStream(packed.subarray(0, length)));
      expect(found.fault).toMatch(/^The gzip file is cut short/);
      expect(text.startsWith(found.text)).toBe(true);
    }
    expect((await unpack(cutStream(packed.subarray(0, -1)))).text).toBe(text);
  });

  test('with a changed byte is named', async () => {
    const packed = gzipSync(rates(200), { level: 0 });
    packed.writeUInt8(packed.readUInt8(1000) ^ 1, 1000);
    expect((await unpack(cutStream(packed))).fault).toBe(
      'The gzip file is cut short or damaged: its end does not fit what came before.',
    );
    const broken = gzipSync(rates(200));
    broken.writeUInt8(7, 10);
    expect((await unpack(cutStream(broken))).fault).toMatch(/^It is damaged and cannot be unpacked further/);
  });

  test('that swells is stopped at the bound, and a hundredfold payer file is not', async () => {
    const zeros = gzipSync(new Uint8Array(2 ** 27));
    const swollen = await unpack(evenStream(zeros, 1 << 16));
    expect(swollen.fault).toBe('It unpacks to more than 500 times its size, which no table of rates does.');
    expect(swollen.text.length).toBeLessThan(2 ** 26 + 2 ** 24);

    const repeated = `${rates(20)}\n`.repeat(20_000);
    const packed = gzipSync(repeated);
    const genuine = await unpack(evenStream(packed, 1 << 16), { freeBytes: 0 });
    expect(repeated.length / packed.length).toBeGreaterThan(100);
    expect(genuine.fault === '' && genuine.text === repeated).toBe(true);

    expect((await unpack(cutStream(gzipSync(rates(1000))), { unpackedBytes: 10_000 })).fault).toBe(
      'It unpacks to more than 10,000 bytes.',
    );
  });
});

test('what is read ahead is not lost when the source fails behind it', async () => {
  const reader = new PieceReader(
    (async function* () {
      yield bytesOf('abc');
      await Promise.resolve();
      throw new Error('the disk is gone');
    })(),
  );
  expect(await reader.peek(10)).toEqual(bytesOf('abc'));
  expect(await reader.next()).toEqual(bytesOf('abc'));
  await expect(reader.next()).rejects.toThrow('the disk is gone');
  await expect(allBytes(reader.rest())).rejects.toThrow('the disk is gone');
});
