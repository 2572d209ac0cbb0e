import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { PieceReader } from '../../../src/data/unpack/pieceReader.ts';
import {
  defaultBounds,
  type UnpackBounds,
  UnpackFault,
  UnpackMeter,
} from '../../../src/data/unpack/unpackBounds.ts';
import { zipEntries } from '../../../src/data/unpack/zipEntries.ts';
import { safeEntryName } from '../../../src/data/unpack/zipHeader.ts';
import { allBytes, cutStream, evenStream } from '../../support/cutStream.ts';
import { type ZipMember, zipArchive } from '../../support/zipArchive.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Each entry's text, or why it cannot be had; last, why the archive stops where it stops. */
async function unzip(
  packed: AsyncIterable<Uint8Array>,
  bounds: Partial<UnpackBounds> = {},
): Promise<readonly (readonly [name: string, text: string])[]> {
  const found: [string, string][] = [];
  const meter = new UnpackMeter({ ...defaultBounds, ...bounds });
  try {
    for await (const entry of zipEntries(new PieceReader(packed), meter)) {
      if ('refusal' in entry) found.push([entry.name, entry.refusal]);
      else found.push([entry.name, await textOf(entry.pieces)]);
    }
  } catch (error) {
    found.push(['', error instanceof Error ? error.message : String(error)]);
  }
  return found;
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  try {
    return Buffer.from(await allBytes(pieces)).toString();
  } catch (error) {
    if (error instanceof UnpackFault) return error.message;
    throw error;
  }
}

/** What came out, and what stopped it. */
async function partOf(pieces: AsyncIterable<Uint8Array>): Promise<readonly [text: string, fault: string]> {
  let text = '';
  try {
    for await (const piece of pieces) text += Buffer.from(piece).toString('latin1');
  } catch (error) {
    if (error instanceof UnpackFault) return [text, error.message];
    throw error;
  }
  return [text, ''];
}

const member: fc.Arbitrary<ZipMember> = fc.record(
  {
    name: fc.constantFrom('a.csv', 'b/c.json', 'é.csv'),
    // Contents that hold the signatures by which ends are found.
    content: fc
      .array(fc.constantFrom('PK\x03\x04', 'PK\x01\x02', 'PK\x07\x08', 'rate,', '34.55\n', '\0'), {
        maxLength: 60,
      })
      .map((parts) => bytesOf(parts.join(''))),
    method: fc.constantFrom('stored', 'deflate'),
    descriptor: fc.constantFrom('signed', 'unsigned', 'wide'),
    isWide: fc.boolean(),
  },
  { requiredKeys: ['name', 'content', 'method'] },
);

describe('zip', () => {
  test('content with four bytes where a descriptor would say that nothing had gone by is not cut there', async () => {
    const content = bytesOf('PK\x03\x04\0\0\0\0PK\x03\x04PK\x03\x04');
    const archive = zipArchive([
      { name: 'a.csv', content, method: 'stored', descriptor: 'signed' },
      { name: 'b/c.json', content: bytesOf(''), method: 'stored' },
    ]);
    expect(await unzip(evenStream(archive, 7))).toEqual([
      ['a.csv', Buffer.from(content).toString()],
      ['b/c.json', ''],
    ]);
  });

  test('comes out as it went in, sizes before or behind, past 4 GB or not, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(member, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(800), { maxLength: 20 }),
        async (members, cuts) => {
          const expected = members.map(({ name, content }) => [name, Buffer.from(content).toString()]);
          expect(await unzip(cutStream(zipArchive(members), cuts))).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('of another writer comes out too', async () => {
    const text = 'code,rate\n'.repeat(100_000);
    const archive = zipSync({ 'a.csv': strToU8(text), 'b.csv': [strToU8('x'), { level: 0 }] });
    expect(await unzip(evenStream(archive, 1000))).toEqual([
      ['a.csv', text],
      ['b.csv', 'x'],
    ]);
  });

  test.each([
    [
      'Info-ZIP 3.0 from a pipe',
      'UEsDBC0ACAAIALdQfF0AAAAA//////////8BABQALQEAEAAAAAAAAAAAAAAAAAAAAAAAS9RJ4jLUMeICAFBLBwh7B5cKCgAAAAAAAAAIAAAAAAAAAFBLAQIeAy0ACAAIALdQfF17B5cKCgAAAAgAAAABAAAAAAAAAAEAAACAEQAAAAAtUEsFBgAAAAABAAEALwAAAFUAAAAAAA==',
      [['-', 'a,b\n1,2\n']],
    ],
    [
      'Info-ZIP 3.0 into a pipe',
      'UEsDBBQACAAIALdQfF0AAAAAAAAAAAgAAAAFABwAdC5jc3ZVVAkAA3mnCmt5pwprdXgLAAEEAAAAAAQAAAAAS9RJ4jLUMeICAFBLBwh7B5cKCgAAAAgAAABQSwECHgMUAAgACAC3UHxdeweXCgoAAAAIAAAABQAYAAAAAAABAAAApIEAAAAAdC5jc3ZVVAUAA3mnCmt1eAsAAQQAAAAABAAAAABQSwUGAAAAAAEAAQBLAAAAWQAAAAAA',
      [['t.csv', 'a,b\n1,2\n']],
    ],
    [
      'Python 3 into a pipe, zip64 and not',
      'UEsDBC0ACAAAAAAAIVwAAAAA//////////8FABQAdC5jc3YBABAAAAAAAAAAAAAAAAAAAAAAAGEsYgoxLDIKUEsHCHsHlwoIAAAAAAAAAAgAAAAAAAAAUEsDBBQACAAIAAAAIVwAAAAAAAAAAAAAAAAFAAAAdS5jc3ZL5krGgABQSwcIYT0x1gYAAAAUAAAAUEsBAi0DLQAIAAAAAAAhXHsHlwoIAAAACAAAAAUAAAAAAAAAAAAAAIABAAAAAHQuY3N2UEsBAhQDFAAIAAgAAAAhXGE9MdYGAAAAFAAAAAUAAAAAAAAAAAAAAIABVwAAAHUuY3N2UEsFBgAAAAACAAIAZgAAAJAAAAAAAA==',
      [
        ['t.csv', 'a,b\n1,2\n'],
        ['u.csv', 'c\n'.repeat(10)],
      ],
    ],
  ])('written by %s is read', async (_, archive, entries) => {
    expect(await unzip(cutStream(Buffer.from(archive, 'base64')))).toEqual(entries);
  });

  test('goes on behind an entry that was not read, is damaged, or cannot be unpacked', async () => {
    const archive = zipArchive([
      { name: 'one.csv', content: bytesOf('1'), spoilsChecksum: true },
      { name: 'two.csv', content: bytesOf('2'), flags: 1 },
      { name: 'three.csv', content: bytesOf('3'), method: 9 },
      { name: 'a/', content: bytesOf('') },
      { name: '__MACOSX/._four.csv', content: bytesOf('x') },
      { name: 'four.csv', content: bytesOf('4'), descriptor: 'signed' },
    ]);
    expect(await unzip(cutStream(archive))).toEqual([
      ['one.csv', 'It is damaged: checksum and length do not fit what was unpacked.'],
      ['two.csv', 'It needs a password. Unpack the archive first.'],
      ['three.csv', 'It is packed in a way that is not read here (method 9). Unpack the archive first.'],
      ['four.csv', '4'],
    ]);
    const names: string[] = [];
    for await (const { name } of zipEntries(
      new PieceReader(cutStream(archive)),
      new UnpackMeter(defaultBounds),
    )) {
      names.push(name);
    }
    expect(names).toEqual(['one.csv', 'two.csv', 'three.csv', 'four.csv']);
  });

  test('damaged anywhere, gives the same wherever its stream is cut', async () => {
    // Digits of no order pack badly: 60 kB of them are several steps of deflate.
    const digits = Array.from({ length: 12_000 }, (_, i) => (Math.sin(i) * 1e5).toFixed(0)).join('\n');
    const content = bytesOf(digits);
    const whole = zipArchive([
      { name: 'a.csv', content, method: 'deflate' },
      { name: 'b.csv', content, method: 'deflate', descriptor: 'signed' },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        fc.array(fc.nat(whole.length), { maxLength: 20 }),
        async (at, change, isCut, cuts) => {
          const damaged = isCut ? whole.subarray(0, at) : whole.slice();
          if (!isCut) damaged[at] = (whole[at] ?? 0) ^ change;
          const told = async (places: readonly number[]) => {
            const pieces: unknown[] = [];
            try {
              const reader = new PieceReader(cutStream(damaged, places));
              for await (const entry of zipEntries(reader, new UnpackMeter(defaultBounds))) {
                pieces.push(entry.name);
                if ('pieces' in entry) pieces.push(await partOf(entry.pieces));
              }
            } catch (error) {
              pieces.push(error instanceof UnpackFault ? error.message : error);
            }
            return pieces;
          };
          expect(await told(cuts)).toEqual(await told([]));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('cut short anywhere is named', async () => {
    const archive = zipArchive([
      { name: 'a.csv', content: bytesOf('rate\n34.55\n') },
      { name: 'b.csv', content: bytesOf('rate\n34.55\n'), descriptor: 'signed' },
    ]);
    const whole = Buffer.from(archive).indexOf('PK\x01\x02');
    for (let length = 4; length < whole; length += 1) {
      const found = await unzip(cutStream(archive.subarray(0, length)));
      expect(found.map(([, text]) => text)).toContain('The zip archive is cut short.');
    }
  });

  test('that swells, or holds too many files, is stopped at the bound', async () => {
    const archive = zipSync({ 'a.csv': new Uint8Array(1_000_000), 'b.csv': strToU8('rate') });
    expect(await unzip(cutStream(archive), { freeBytes: 100_000 })).toEqual([
      ['a.csv', 'It unpacks to more than 500 times its size, which no table of rates does.'],
      ['b.csv', 'rate'],
    ]);
    const many = zipSync({ a: strToU8('1'), b: strToU8('2'), c: strToU8('3') });
    expect((await unzip(cutStream(many), { files: 2 })).at(-1)).toEqual([
      '',
      'The archive holds more than 2 files.',
    ]);
  });
});

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['C:\\Users\\x\\rates.csv', 'Users/x/rates.csv'],
  ['/rates.csv', 'rates.csv'],
  ['a/./b/../c.csv', 'a/b/c.csv'],
  ['a\u0007\u001b[2J.csv', 'a\uFFFD\uFFFD[2J.csv'],
])('the name %j is shown as %s', (name, shown) => {
  expect(safeEntryName(name)).toBe(shown);
});
