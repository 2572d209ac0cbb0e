import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Format, FormatSink } from '../../../src/data/formats/formatReader.ts';
import {
  type PublishedReading,
  type PublishedResult,
  readPublishedFile,
} from '../../../src/data/formats/readPublishedFile.ts';
import { defaultBounds } from '../../../src/data/unpack/unpackBounds.ts';
import { allBytes, evenStream } from '../../support/cutStream.ts';
import { zipArchive } from '../../support/zipArchive.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hospital =
  'hospital_name,last_updated_on,version,license_number|TX\nPecan,2026-03-01,3.0.0,9\n' +
  'code|1,code|1|type,payer_name,plan_name,standard_charge|negotiated_dollar\n97110,CPT,Aetna,PPO,40\n';
const table = 'Svc,Paid,More\n97110,40,x\n';
const damagedGzip = 'The gzip file is cut short or damaged: its end does not fit what came before.';

/** Each result as its file and what it is: a form with its rates, a table's text or a refusal. */
async function read(bytes: Uint8Array | AsyncIterable<Uint8Array>, more: Partial<PublishedReading> = {}) {
  const rates: number[] = [];
  const sinks: [string, string][] = [];
  const sink = (file: string, format: Format): FormatSink => {
    sinks.push([file, format.id]);
    return { head() {}, group() {}, rate: ({ cents }) => rates.push(cents) };
  };
  const stream = bytes instanceof Uint8Array ? evenStream(bytes, 999) : bytes;
  const found: PublishedResult[] = [];
  const told: (readonly [string, string])[] = [];
  const reading = { context: { wants: () => true }, sink, ...more };
  for await (const result of readPublishedFile({ name: 'f', bytes: stream }, reading)) {
    found.push(result);
    told.push([
      result.file,
      result.kind === 'account'
        ? result.account.format
        : result.kind === 'refused'
          ? result.reason
          : `table of ${(await allBytes(result.bytes)).length}`,
    ]);
  }
  return { told, found, rates, sinks };
}

describe('what is in an archive', () => {
  test('goes to a sink of its own name and form, read in its form', async () => {
    const { told, found, rates, sinks } = await read(
      zipSync({ 'a/h.csv': bytesOf(hospital), 't.csv': bytesOf(table) }),
    );
    expect(told).toEqual([
      ['f/a/h.csv', 'hpt-csv-tall'],
      ['f/t.csv', `table of ${table.length}`],
    ]);
    expect(sinks).toEqual([['f/a/h.csv', 'hpt-csv-tall']]);
    expect(rates).toEqual([4000]);
    expect(found[0]?.kind === 'account' && found[0].account).toMatchObject({
      present: 1,
      read: 1,
      problems: [],
    });
  });

  test('may be a document, handed back as it is; so may one packed with gzip', async () => {
    const workbook = zipSync({
      '[Content_Types].xml': bytesOf('<Types/>'),
      'xl/workbook.xml': bytesOf('<w/>'),
    });
    expect((await read(gzipSync(workbook))).told).toEqual([['f', `table of ${workbook.length}`]]);
    expect((await read(zipSync({ 'b.xlsx': workbook }))).told).toEqual([
      ['f/b.xlsx', `table of ${workbook.length}`],
    ]);
  });

  test.each([
    'mimetype',
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/app.xml',
    'xl/workbook.xml',
    'customXml/a',
  ])('is none where the first is %s: that is a document', async (name) => {
    const document = zipSync({ [name]: bytesOf('x') });
    expect((await read(document)).told).toEqual([['f', `table of ${document.length}`]]);
  });

  test.each([
    'mimetypes',
    'my mimetype',
    '[Content_Types].xmlx',
    'a/xl/b',
    'xl',
    'xls/b',
    '_rels',
    'my_rels/a',
  ])('is a file like others where the first is %s', async (name) => {
    expect((await read(zipSync({ [name]: bytesOf(table) }))).told).toEqual([
      [`f/${name}`, `table of ${table.length}`],
    ]);
  });

  test('that cannot be unpacked is refused, and those behind it are read', async () => {
    const archive = zipArchive([
      { name: 'odd.csv', content: bytesOf(hospital), method: 9 },
      { name: 'h.csv', content: bytesOf(hospital) },
    ]);
    const { told, rates } = await read(archive);
    expect(told.map(([file]) => file)).toEqual(['f/odd.csv', 'f/h.csv']);
    expect(told[0]?.[1]).toMatch(/^[A-Z].*\.$/);
    expect([told[1]?.[1], rates]).toEqual(['hpt-csv-tall', [4000]]);
  });

  test('that is damaged is refused with the archive’s name from there on', async () => {
    const archive = zipArchive([
      { name: 'h.csv', content: bytesOf(hospital) },
      { name: 't.csv', content: bytesOf(table) },
    ]);
    const spoilt = Uint8Array.from(archive);
    // The signature of the second header.
    const second = Buffer.from(archive).indexOf('PK\u0003\u0004', 10, 'latin1');
    spoilt[second + 2] = 9;
    const { told, rates } = await read(spoilt);
    expect(rates).toEqual([4000]);
    expect(told[0]).toEqual(['f/h.csv', 'hpt-csv-tall']);
    expect(told[1]?.[0]).toBe('f');
    expect(told).toHaveLength(2);
    expect((await read(bytesOf('PK\u0003\u0004'))).told.map(([file]) => file)).toEqual(['f']);
    expect((await read(bytesOf('PK\u0003\u0004'))).found[0]?.kind).toBe('refused');
  });
});

describe('a packed file that is damaged', () => {
  test('gives its account up to there, with a problem before the others', async () => {
    const text = `${hospital}97112,CPT,Aetna,PPO,call\n${'97110,CPT,Aetna,PPO,40\n'.repeat(5000)}`;
    const packed = gzipSync(text);
    const { found } = await read(packed.subarray(0, packed.length - 4));
    const [result] = found;
    const account = result?.kind === 'account' ? result.account : undefined;
    expect(account?.problems.slice(0, 2)).toEqual([
      { file: 'f', line: 0, column: '', found: '', message: damagedGzip, leftOut: true },
      {
        file: 'f',
        line: 5,
        column: 'negotiated_dollar',
        found: 'call',
        message: 'This is not a dollar amount such as 36.50.',
        leftOut: true,
      },
    ]);
    expect(account?.read).toBeGreaterThan(0);
  });

  test('at its very start is refused', async () => {
    const packed = Uint8Array.from(gzipSync(hospital));
    packed.fill(0xff, 12);
    const { told, found } = await read(packed);
    expect([told[0]?.[0], found[0]?.kind, found.length]).toEqual(['f', 'refused', 1]);
  });

  test('past the bounds is read as far as they go, and refused where they are passed at once', async () => {
    const long = bytesOf(hospital + '97110,CPT,Aetna,PPO,40\n'.repeat(10_000));
    const of = async (unpackedBytes: number) => {
      const { found } = await read(gzipSync(long), { bounds: { ...defaultBounds, unpackedBytes } });
      return found.map((result) =>
        result.kind === 'account'
          ? result.account.problems[0]?.message
          : result.kind === 'refused' && result.reason,
      );
    };
    expect(await of(100_000)).toEqual(['It unpacks to more than 100,000 bytes.']);
    expect(await of(1000)).toEqual(['It unpacks to more than 1,000 bytes.']);
    expect(await of(long.length)).toEqual([undefined]);
    const two = zipSync({ 'a.csv': bytesOf(table), 'b.csv': bytesOf(table) });
    expect((await read(two, { bounds: { ...defaultBounds, files: 1 } })).told).toEqual([
      ['f/a.csv', `table of ${table.length}`],
      ['f', 'The archive holds more than 1 files.'],
    ]);
  });
});

describe('which forms are read', () => {
  test('those that are not asked for are passed over without a word', async () => {
    const archive = zipSync({ 'h.csv': bytesOf(hospital), 't.csv': bytesOf(table) });
    const { told, rates } = await read(archive, { reads: ({ id }) => id !== 'hpt-csv-tall' });
    expect([told, rates]).toEqual([[['f/t.csv', `table of ${table.length}`]], []]);
    expect((await read(archive, { reads: () => true })).rates).toEqual([4000]);
  });

  test('a table is a hospital’s own where a user said so of these headings', async () => {
    const asked: (readonly [string, readonly string[]])[] = [];
    const charges: PublishedReading['context']['charges'] = (file, headings) => {
      asked.push([file, headings]);
      return headings.includes('Paid') && file === 'f'
        ? { fields: { code: 'Svc' }, payers: ['Paid'], source: 'chosen' }
        : undefined;
    };
    const context = { wants: () => true, charges };
    const { told, rates } = await read(bytesOf(' Svc ,Paid,\n97110,40,\n'), { context });
    expect([told, rates]).toEqual([[['f', 'hpt-csv-free']], [4000]]);
    expect(asked[0]).toEqual(['f', ['Svc', 'Paid']]);
    expect((await read(bytesOf('Svc,Other\n97110,40\n'), { context })).told).toEqual([['f', 'table of 19']]);
    // What can be no table is none, whatever was said.
    const always = {
      wants: () => true,
      charges: () => ({ fields: {}, payers: [], source: 'chosen' as const }),
    };
    expect((await read(bytesOf('<html>'), { context: always })).told[0]?.[1]).toMatch(/^This is a web page/);
  });
});

describe('a source that fails', () => {
  async function* failing(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
    yield* pieces;
    await Promise.resolve();
    throw new Error('the line is down');
  }
  const long = bytesOf(hospital + '97110,CPT,Aetna,PPO,40\n'.repeat(5000));

  test.each([
    ['before anything has come', []],
    ['within a file', [long]],
    ['within an archive', [zipSync({ 'h.csv': long }, { level: 0 }).subarray(0, 90_000)]],
  ])('%s says so itself', async (_, pieces) => {
    await expect(read(failing(pieces))).rejects.toThrow('the line is down');
  });

  test('a reading that is cancelled before it begins ends with the reason', async () => {
    const signal = AbortSignal.abort(new Error('not wanted'));
    await expect(read(bytesOf(hospital), { signal })).rejects.toThrow('not wanted');
  });
});

test('progress is told behind each piece, in bytes of the file as it is', async () => {
  const told: number[] = [];
  await read(evenStream(bytesOf(hospital), 100), { onProgress: (bytes) => told.push(bytes) });
  // The last piece has nothing in it.
  expect(told).toEqual([100, 178, 178]);
  expect(hospital.length).toBe(178);
});
