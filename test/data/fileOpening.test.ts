import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { decodeText } from '../../src/data/decodeText.ts';
import type { FileBytes } from '../../src/data/fileBytes.ts';
import { openFile } from '../../src/data/openFile.ts';
import { openTable, startsAs } from '../../src/data/openTable.ts';
import { ownRatesBuffers, progressParts, readOwnRatesBlob } from '../../src/data/ownRatesFile.ts';
import type { OwnTable, StreamedTable } from '../../src/data/ownTable.ts';
import { readSteps, readStepsStreamed, type TableSteps } from '../../src/data/tableSteps.ts';
import { blobPieces, encodingOf, textPieces } from '../../src/data/textPieces.ts';
import { unreadable } from '../../src/data/unreadable.ts';
import { allBytes } from '../support/cutStream.ts';
import { shippedAliases } from '../support/releaseData.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const blobOf = (content: Uint8Array | string) =>
  new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]);

/** Bytes of which all are the same, without the memory for them. */
const large = (size: number, first: readonly number[] = []): FileBytes => ({
  size,
  slice: (start, end) => blobOf(Uint8Array.from(first).subarray(start, end)),
});

describe('what a file is', () => {
  test.each([
    ['workbook', [0x50, 0x4b, 3, 4, 9]],
    ['old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['parquet', [0x50, 0x41, 0x52, 0x31]],
    ['text', [0x50, 0x4b, 3]],
    ['text', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a]],
    ['text', [0x50, 0x41, 0x52, 0x32]],
    ['text', []],
  ])('%s: %j', (kind, start) => {
    expect(startsAs(Uint8Array.from(start))).toBe(kind);
  });

  test('is told where it cannot be read', async () => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    const table = (await openTable(old, 'a.xls')) as OwnTable;
    const message =
      'This is an older Excel file (.xls), or a workbook with a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.';
    const problems = [{ file: 'a.xls', line: 0, column: '', found: '', message, leftOut: true }];
    expect([table.header, table.headerLine, table.notes, table.columnName(0)]).toEqual([[], 0, [], '']);
    expect(table.read(() => true)).toEqual({ problems, rowsPresent: 0 });
    expect(unreadable('a.xls', message).read(() => true)).toEqual({ problems, rowsPresent: 0 });
  });

  test('says both how it was decoded and where its header stands', async () => {
    const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const text = 'Tarifs de l\u00e9t\u00e9\ncode,payer,rate\n97110,Aetna,1\n';
    const notes = [
      'The file is not UTF-8 and was read as Windows-1252; check names with accents.',
      'The header is line 2; 1 line above it is not read.',
    ];
    expect((await openTable(latin(text), 'a.csv')).notes).toEqual(notes);
    expect((await openFile(blobOf(latin(text)), 'a.csv', undefined, 0)).notes).toEqual(notes);
    expect((await openTable(bytesOf(text), 'a.csv')).notes).toEqual(notes.slice(1));
    expect((await openFile(blobOf(text), 'a.csv', undefined, 0)).notes).toEqual(notes.slice(1));
    expect((await openTable(bytesOf('code,payer,rate\n'), 'a.csv')).notes).toEqual([]);
  });
});

describe('a file is read', () => {
  const isStreamed = (table: OwnTable | StreamedTable) => 'pass' in table;

  test('in memory up to a size, past it piece by piece', async () => {
    const blob = blobOf('code,payer,rate\n');
    expect(isStreamed(await openFile(blob, 'a.csv', undefined, blob.size))).toBe(false);
    expect(isStreamed(await openFile(blob, 'a.csv', undefined, blob.size - 1))).toBe(true);
    const parquet = await openFile(blobOf('PAR1nothing'), 'a.parquet');
    expect((parquet as OwnTable).read(() => true).problems.map(({ message }) => message)).toEqual([
      'The Parquet file could not be read (it has no end). It may be cut short.',
    ]);
  });

  test('unless it is a workbook of more than 200 MB', async () => {
    const told = async (size: number, first: readonly number[]) => {
      const table = (await openFile(large(size, first), 'a.xlsx')) as OwnTable;
      return table.read(() => true).problems[0]?.message;
    };
    const workbook = [0x50, 0x4b, 3, 4];
    expect(await told(200_000_001, workbook)).toBe(
      'This workbook has 201 MB; up to 200 MB can be read. Save the sheet as CSV.',
    );
    expect(await told(200_000_000, workbook)).toBe(
      'This ZIP file or workbook is damaged. Save it again, or save it as CSV.',
    );
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    expect(await told(200_000_001, old)).toMatch(/^This workbook has 201 MB/);
  });

  test('of any form in the same words', async () => {
    const reading = { deleted: new Map(), aliases: shippedAliases() };
    const seen: number[] = [];
    const zip = zipSync({ 'a.csv': strToU8('code,payer,rate\n') });
    const { problems } = await readOwnRatesBlob(blobOf(zip), 'a.zip', reading, (at) => seen.push(at));
    expect(problems[0]?.message).toBe(
      'This is a ZIP file, not a workbook. Unpack it and open the file inside.',
    );
    expect(seen).toEqual([1]);
    const gz = await readOwnRatesBlob(blobOf(gzipSync(strToU8('code'))), 'a.gz', reading);
    expect(gz.table).toBeNull();
  });
});

test('opening takes a tenth of the progress, where it takes any', () => {
  const seen: number[] = [];
  const both = progressParts((fraction) => seen.push(fraction));
  both.opening(0.5);
  both.opening(1);
  both.reading(0);
  both.reading(0.5);
  both.reading(1);
  expect(seen).toEqual([0.05, 0.1, 0.1, 0.55, 1]);
  const one: number[] = [];
  progressParts((fraction) => one.push(fraction)).reading(0.5);
  expect(one).toEqual([0.5]);
  expect(() => progressParts().reading(1)).not.toThrow();
  expect(() => progressParts().opening(1)).not.toThrow();
});

test('the memory behind tables is that of their columns', () => {
  const cents = Uint32Array.of(1);
  const tables = new Map([['97110', { code: '97110', cents, counts: null, plans: [] }]]);
  expect(ownRatesBuffers({ tables } as never)).toEqual([cents.buffer]);
});

describe('a text in pieces', () => {
  test('of four million bytes, with the share that has been read', async () => {
    const seen: number[] = [];
    const sizes: number[] = [];
    const blob = new Blob([new Uint8Array(10_000_000)]);
    for await (const piece of blobPieces(blob, (fraction) => seen.push(fraction))) sizes.push(piece.length);
    expect(sizes).toEqual([4_000_000, 4_000_000, 2_000_000]);
    expect(seen).toEqual([0.4, 0.8, 1]);
    const none: number[] = [];
    for await (const piece of blobPieces(new Blob([]))) none.push(piece.length);
    expect(none).toEqual([]);
    const exact: number[] = [];
    for await (const piece of blobPieces(new Blob([new Uint8Array(4_000_000)]))) exact.push(piece.length);
    expect(exact).toEqual([4_000_000]);
  });

  test('has the encoding that all of it has', async () => {
    expect(await encodingOf(blobOf('a\u00e9'))).toBe('utf-8');
    expect(await encodingOf(blobOf(Uint8Array.of(0xff, 0xfe, 0x61, 0)))).toBe('utf-16le');
    expect(await encodingOf(blobOf(Uint8Array.of(0xfe, 0xff, 0, 0x61)))).toBe('utf-16be');
    expect(await encodingOf(blobOf(Uint8Array.of(0x61, 0xe9)))).toBe('windows-1252');
    // A letter that is cut off at the end is none.
    expect(await encodingOf(blobOf(Uint8Array.of(0x61, 0xc3)))).toBe('windows-1252');
    const late = new Uint8Array(4_000_002).fill(0x61);
    late[4_000_001] = 0x92;
    expect(await encodingOf(blobOf(late))).toBe('windows-1252');
    // One that lies across two pieces is whole.
    late.set([0xc3, 0xa9], 3_999_999);
    late[4_000_001] = 0x61;
    expect(await encodingOf(blobOf(late))).toBe('utf-8');
    const gone = { size: 9, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
    await expect(encodingOf(gone as never)).rejects.toThrow('gone');
  });

  test.each([
    ['utf-8', Uint8Array.of(0xc3, 0xa9, 0xff)],
    ['utf-16le', Uint8Array.of(0xff, 0xfe, 0xe9, 0)],
    ['utf-16be', Uint8Array.of(0xfe, 0xff, 0, 0xe9)],
    ['windows-1252', Uint8Array.of(0xe9, 0x92)],
  ] as const)('comes as UTF-8 from %s', async (encoding, bytes) => {
    const text = Buffer.from(await allBytes(textPieces(blobOf(bytes), encoding))).toString();
    const expected = { 'utf-8': '\u00e9\uFFFD', 'windows-1252': '\u00e9\u2019' };
    expect(text).toBe(encoding in expected ? expected[encoding as 'utf-8'] : '\u00e9');
  });

  test('of UTF-16 that is cut within a letter tells of it', async () => {
    const odd = Uint8Array.of(0x61, 0, 0x62);
    expect(Buffer.from(await allBytes(textPieces(blobOf(odd), 'utf-16le'))).toString()).toBe('a\uFFFD');
  });
});

test('bytes are decoded by their mark, their zeros or their letters', () => {
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toEqual({
    text: 'a',
    note: 'The file was read as UTF-16.',
  });
  expect(decodeText(Uint8Array.of(0xe2, 0x82, 0xac))).toEqual({ text: '\u20ac', note: '' });
  expect(decodeText(Uint8Array.of(0x80))).toEqual({
    text: '\u20ac',
    note: 'The file is not UTF-8 and was read as Windows-1252; check names with accents.',
  });
});

test('a reading goes over a table as often as it asks, in memory or not', async () => {
  function* steps(): TableSteps<readonly number[]> {
    const counts: number[] = [];
    for (let pass = 0; pass < 2; pass++) {
      const { rowsPresent } = yield { take: () => true };
      counts.push(rowsPresent);
    }
    return counts;
  }
  let passes = 0;
  const account = () => ({ problems: [], rowsPresent: (passes += 1) });
  const head = { header: [], headerLine: 0, columnName: () => '', notes: [] };
  expect(readSteps(steps(), { ...head, read: account })).toEqual([1, 2]);
  expect(await readStepsStreamed(steps(), { ...head, read: account })).toEqual([3, 4]);
  const pass = vi.fn(() => Promise.resolve(account()));
  expect(await readStepsStreamed(steps(), { ...head, pass })).toEqual([5, 6]);
  expect(pass).toHaveBeenCalledTimes(2);
});
