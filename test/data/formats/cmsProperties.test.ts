import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CmsLine } from '../../../src/data/formats/cmsTables.ts';
import type { FileAccount } from '../../../src/data/formats/formatReader.ts';
import { formats } from '../../../src/data/formats/formats.ts';
import { TextLines } from '../../../src/data/formats/textLines.ts';
import { cmsBytes, readCms } from '../../support/cmsFiles.ts';

const files = readdirSync(join(import.meta.dirname, '../../fixtures/formats/cms-pfs'));
const cmsForms = ['pprrvu', 'gpci', 'locco', 'pf-payment'] as const;

async function formOf(file: string): Promise<(typeof cmsForms)[number]> {
  return (await readCms(cmsBytes(file))).account.format as (typeof cmsForms)[number];
}

function addsUp({ present, read, leftOut }: FileAccount): boolean {
  return present === read + Object.values(leftOut).reduce((sum, count) => sum + count, 0);
}

/** Without what is only known at the end of the file. */
function said(line: CmsLine): CmsLine {
  return line.kind === 'locality' ? { ...line, countiesAreCut: false } : line;
}

test('the samples are all recognised, each as one form', async () => {
  expect(files.length).toBe(10);
  for (const file of files) {
    const bytes = cmsBytes(file);
    const text = new TextDecoder('windows-1252').decode(bytes);
    const known = formats.filter((format) => format.isIn({ bytes, text, isWhole: true }));
    expect(known.map(({ id }) => id)).toEqual([await formOf(file)]);
  }
});

describe('a file cut anywhere', () => {
  test.each(files)('%s: any pieces give the same lines and the same account', async (file) => {
    const bytes = cmsBytes(file);
    const as = await formOf(file);
    const whole = await readCms(bytes, { as });
    expect(await readCms(bytes, { as, piece: 1 })).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5000 }), async (piece) => {
        expect(await readCms(bytes, { as, piece })).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  test.each(files)(
    '%s: what stands before the end is read as before, and everything is counted',
    async (file) => {
      const bytes = cmsBytes(file);
      const as = await formOf(file);
      const whole = (await readCms(bytes, { as })).lines.map(said);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), async (end) => {
          const { lines, account } = await readCms(bytes.subarray(0, end), { as });
          expect(addsUp(account)).toBe(true);
          expect(account.read).toBe(lines.length);
          const isWarned = account.problems.some(({ message }) => message.includes('without a line end'));
          // Only a last line without a line end may differ, and then the reader is warned of it.
          const sure = isWarned ? lines.slice(0, -1) : lines;
          expect(sure.map(said)).toEqual(whole.slice(0, sure.length));
        }),
        { numRuns: 150 },
      );
    },
  );
});

describe('a file that is no such table', () => {
  const damaged = fc
    .tuple(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(20_000), fc.uint8Array({ minLength: 1, maxLength: 40 })), { maxLength: 12 }),
    )
    .map(([file, damages]) => {
      const bytes = Uint8Array.from(cmsBytes(file));
      for (const [at, damage] of damages)
        bytes.set(damage.subarray(0, Math.max(0, bytes.length - (at % bytes.length))), at % bytes.length);
      return bytes;
    });
  const likely = fc
    .array(
      fc.constantFrom(
        '"',
        ',',
        '\t',
        '\r',
        '\n',
        ' ',
        '*',
        '\u001A',
        '\u0000',
        'é',
        '97110',
        '13202',
        'NY',
        '1.064',
        '0',
        '2025',
        'HCPCS',
        'HDR ',
        'PE RVU',
        'GPCI',
        'Locality Name',
        'COUNTIES',
      ),
      { maxLength: 400 },
    )
    .map((words) => new TextEncoder().encode(words.join('')));

  test('is read to its end, and everything is counted', async () => {
    const any = fc.oneof(damaged, likely, fc.uint8Array({ maxLength: 4000 }));
    await fc.assert(
      fc.asyncProperty(
        any,
        fc.constantFrom(...cmsForms),
        fc.integer({ min: 1, max: 3000 }),
        async (bytes, as, piece) => {
          const { lines, account } = await readCms(bytes, { as, piece });
          expect(addsUp(account)).toBe(true);
          expect(account.read).toBe(lines.length);
          expect(await readCms(bytes, { as })).toEqual({ lines, account });
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['quotes that never close', '"97110,'],
    ['one line without an end', 'MAC Assignments as of 97110 20'],
    ['separators', ',,,,,,,,\t;|'],
    ['line ends', '\r\n\r'],
    ['numbers', '2025 97110 '],
  ])('1 MB of %s are read in seconds, with no more problems than are kept', async (_, text) => {
    const piece = new TextEncoder().encode(text.repeat(Math.ceil(65_536 / text.length)));
    const bytes = new Uint8Array(16 * piece.length);
    for (let i = 0; i < 16; i++) bytes.set(piece, i * piece.length);
    for (const as of cmsForms) {
      const { account } = await readCms(bytes, { as, piece: 65_536 });
      expect(addsUp(account)).toBe(true);
      expect(account.problems.length).toBeLessThanOrEqual(400);
    }
  });
});

test('lines: ends of three kinds, a cut between CR and LF, over-long lines cut to 65,536 bytes', () => {
  function linesOf(pieces: readonly string[]): [string, number, boolean][] {
    const lines: [string, number, boolean][] = [];
    const text = new TextLines((line, at, isEnded) => lines.push([line, at, isEnded]));
    for (const piece of pieces) text.write(new TextEncoder().encode(piece));
    text.end();
    return lines;
  }
  expect(linesOf(['a\r', '\nb\n\rc', '\rd'])).toEqual([
    ['a', 1, true],
    ['b', 2, true],
    ['', 3, true],
    ['c', 4, true],
    ['d', 5, false],
  ]);
  const [first, second] = linesOf(['x'.repeat(60_000), `${'x'.repeat(60_000)}\ny`]);
  expect([first?.[0].length, second]).toEqual([65_536, ['y', 2, false]]);
  expect(linesOf([])).toEqual([]);
});
