import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FormatSink } from '../../../src/data/formats/formatReader.ts';
import {
  type PublishedReading,
  type PublishedResult,
  readPublishedFile,
} from '../../../src/data/formats/readPublishedFile.ts';
import { allBytes, cutStream, evenStream } from '../../support/cutStream.ts';
import { zipArchive } from '../../support/zipArchive.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const silent: FormatSink = { head() {}, group() {}, rate() {} };
const reading: PublishedReading = { context: { wants: () => true }, sink: () => silent };

/** Each contained file with what it is taken for: a refusal in words, a table with its text, an account. */
async function contents(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  more: Partial<PublishedReading> = {},
): Promise<readonly (readonly [file: string, what: string])[]> {
  const found: [string, string][] = [];
  const stream = bytes instanceof Uint8Array ? evenStream(bytes, 1000) : bytes;
  for await (const result of readPublishedFile({ name: 'f', bytes: stream }, { ...reading, ...more })) {
    found.push([result.file, await wordsOf(result)]);
  }
  return found;
}

async function wordsOf(result: PublishedResult): Promise<string> {
  if (result.kind === 'account') return result.account.format;
  if (result.kind === 'refused') return result.reason;
  return `table: ${Buffer.from(await allBytes(result.bytes)).toString()}`;
}

describe('a file without a published form', () => {
  test.each([
    ['nothing', bytesOf(''), 'The file is empty.'],
    ['blanks', bytesOf('\uFEFF \r\n'), 'The file is empty.'],
    ['a web page', bytesOf('\n<!DOCTYPE html><html></html>'), /^This is a web page, not a file of rates/],
    [
      'an answer of a store',
      bytesOf('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'),
      /^This is XML/,
    ],
    ['a PDF', bytesOf('%PDF-1.7\n'), /^This is a PDF/],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), /older Excel file/],
    ['other JSON', bytesOf('{"rates": []}'), /^This is JSON, but/],
    ['bytes', Uint8Array.of(1, 0, 2, 0, 3), 'This is not plain text: it holds NUL characters.'],
    ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), /packed with 7z/],
    [
      'an archive in an archive',
      gzipSync(gzipSync('a,b')),
      'This is an archive inside an archive. Unpack the outer one first.',
    ],
    ['an empty archive', zipSync({}), 'The zip archive holds no files.'],
  ])('is refused in words: %s', async (_, bytes, reason) => {
    const [[file, what] = ['', '']] = await contents(bytes);
    expect(file).toBe('f');
    if (typeof reason === 'string') expect(what).toBe(reason);
    else expect(what).toMatch(reason);
  });

  test('that may be a table is handed back, from its first byte', async () => {
    const text = 'code,rate\n97110,34.55\n'.repeat(10_000);
    expect(await contents(bytesOf(text))).toEqual([['f', `table: ${text}`]]);
    expect(await contents(gzipSync(text))).toEqual([['f', `table: ${text}`]]);
  });

  test('is a workbook, which is a zip archive, handed back packed', async () => {
    const workbook = zipSync({
      '[Content_Types].xml': bytesOf('<Types/>'),
      'xl/workbook.xml': bytesOf('<w/>'),
    });
    const results = readPublishedFile({ name: 'w', bytes: cutStream(workbook, [3, 40]) }, reading);
    const { value } = await results.next();
    expect(value?.kind === 'own-table' && (await allBytes(value.bytes))).toEqual(Uint8Array.from(workbook));
  });
});

test('an archive gives one result for each file, whether its bytes are taken or not', async () => {
  const archive = zipSync({
    'rates.csv': bytesOf('code,rate\n97110,34.55\n'),
    'read me.pdf': bytesOf('%PDF-1.7'),
    'in/more.csv': bytesOf('code,rate\n'),
    'inner.zip': zipSync({ 'a.csv': bytesOf('a') }),
  });
  const expected = [
    ['f/rates.csv', 'table: code,rate\n97110,34.55\n'],
    [
      'f/read me.pdf',
      'This is a PDF. Copy its table of rates into a spreadsheet, with a column each for code, payer and rate; published files are JSON or CSV.',
    ],
    ['f/in/more.csv', 'table: code,rate\n'],
    ['f/inner.zip', 'This is an archive inside an archive. Unpack the outer one first.'],
  ];
  expect(await contents(archive)).toEqual(expected);
  const files: string[] = [];
  for await (const { file } of readPublishedFile({ name: 'f', bytes: cutStream(archive) }, reading))
    files.push(file);
  expect(files).toEqual(expected.map(([file]) => file));
});

test('progress counts the packed bytes', async () => {
  const packed = gzipSync('code,rate\n'.repeat(100_000));
  const told: number[] = [];
  await contents(evenStream(packed, 100), { onProgress: (bytes) => told.push(bytes) });
  expect(told.at(-1)).toBe(packed.length);
  expect(told.slice(0, 2)).toEqual([100, 200]);
});

test('a cancelled reading ends with the reason, and its source is closed', async () => {
  const controller = new AbortController();
  let isClosed = false;
  async function* endless(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) {
        await Promise.resolve();
        yield bytesOf('code,rate\n');
      }
    } finally {
      isClosed = true;
    }
  }
  const cancelled = contents(endless(), {
    signal: controller.signal,
    onProgress: (bytes) => {
      if (bytes > 100_000) controller.abort(new Error('enough'));
    },
  });
  await expect(cancelled).rejects.toThrow('enough');
  expect(isClosed).toBe(true);
});

test('a stream of the platform is read and closed like any other', async () => {
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytesOf('code,rate\n')),
    cancel: () => {
      isCancelled = true;
    },
  });
  for await (const result of readPublishedFile({ name: 'f', bytes: stream }, reading)) {
    expect(result.kind).toBe('own-table');
    break;
  }
  expect(isCancelled).toBe(true);
});

describe('a payer’s file', () => {
  const folder = 'test/fixtures/formats/tic/examples_';
  const inNetwork = readFileSync(
    `${folder}in-network-rates_in-network-rates-all-negotiated-types-sample.json`,
  );

  /** Accounts by file, and how many rates came of all. */
  async function accounts(bytes: Uint8Array): Promise<{ rates: number; found: readonly PublishedResult[] }> {
    let rates = 0;
    const sink = () => ({ ...silent, rate: () => (rates += 1) });
    const found: PublishedResult[] = [];
    for await (const result of readPublishedFile(
      { name: 'f', bytes: evenStream(bytes, 777) },
      { ...reading, sink },
    )) {
      found.push(result);
    }
    return { rates, found };
  }

  test('is the same plain, in gzip of several members, and in zip', async () => {
    const half = Math.floor(inNetwork.length / 2);
    const members = Buffer.concat([
      gzipSync(inNetwork.subarray(0, half)),
      gzipSync(inNetwork.subarray(half)),
    ]);
    const zip = zipArchive([{ name: 'in/rates.json', content: inNetwork, descriptor: 'signed' }]);
    const [plain, gzip, zipped] = await Promise.all([inNetwork, members, zip].map(accounts));
    expect(plain?.rates).toBe(5);
    expect(gzip).toEqual(plain);
    expect(zipped?.rates).toBe(5);
    expect(zipped?.found.map(({ file, kind }) => `${file} ${kind}`)).toEqual(['f/in/rates.json account']);
  });

  test('in a gzip file that is cut short gives its account up to there, and a problem that says so', async () => {
    const packed = gzipSync(inNetwork);
    const { rates, found } = await accounts(packed.subarray(0, packed.length - 200));
    expect(rates).toBeGreaterThan(0);
    expect(rates).toBeLessThan(5);
    const [result] = found;
    expect(result?.kind === 'account' && result.account.problems.map(({ message }) => message)).toEqual([
      'The gzip file is cut short or damaged: its end does not fit what came before.',
      expect.stringContaining('The file ends before its JSON does.'),
    ]);
  });

  test('in UTF-16 is recognised and refused in words', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(inNetwork.toString(), 'utf16le')]);
    const { rates, found } = await accounts(wide);
    const [result] = found;
    expect(rates).toBe(0);
    expect(result?.kind === 'account' && result.account.problems[0]?.message).toContain('UTF-16');
  });

  test.each([
    ['in-network-rates_in-network-rates-no-npi.json', 'tic-in-network'],
    ['allowed-amounts_allowed-amounts-single-plan-sample.json', 'tic-allowed-amounts'],
    ['table-of-contents_table-of-contents-sample.json', 'tic-table-of-contents'],
  ])('%s is recognised by its keys', async (name, format) => {
    expect(await contents(readFileSync(`${folder}${name}`))).toEqual([['f', format]]);
  });

  test.each([
    ['{"provider_groups":[]}', 'tic-provider-reference'],
    ['{"version":"1.0","in_network":[', 'tic-in-network'],
    // Keys of a payer's file, but not at the top of this one.
    [
      '{"note":"\\"in_network\\":[","x":{"in_network":[]}}',
      'This is JSON, but not of a form that hospitals or payers publish their rates in.',
    ],
  ])('that begins %s is told from what stands at its top', async (text, what) => {
    expect(await contents(bytesOf(text))).toEqual([['f', what]]);
  });
});
