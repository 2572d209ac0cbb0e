import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, test } from 'vitest';
import { readParquet } from '../../../src/data/readParquet.ts';
import { DiskBytes } from '../../../src/release/ingest/diskBytes.ts';
import { ingest } from '../../../src/release/ingest/ingest.ts';
import { packageFolder } from '../../support/commandLine.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-ingest-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, bytes: string | Uint8Array) => {
  const target = path.join(folder, name);
  writeFileSync(target, bytes);
  return target;
};

/** 5,000 rows in ten groups; a table of texts, so that both forms hold the same. */
const columns = {
  code: (row: number) => ['97110', '97140', '99213'][row % 3] ?? '',
  payer: (row: number) => ['Aetna', 'Cigna', 'Blue, “Cross”'][(row % 7) % 3] ?? '',
  provider: (row: number) => `Clinic ${row % 40}`,
  state: (row: number) => ['TX', 'CA'][row % 2] ?? '',
  rate: (row: number) => (20 + (row % 900) / 100).toFixed(2),
} as const;
const rows = Array.from({ length: 5000 }, (_, row) => row);
const parquet = new Uint8Array(
  parquetWriteBuffer({
    columnData: Object.entries(columns).map(([name, of]) => ({ name, data: rows.map(of), type: 'STRING' })),
    rowGroupSize: 500,
  }),
);
const csv = [
  Object.keys(columns).join(';'),
  ...rows.map((row) =>
    Object.values(columns)
      .map((of) => of(row))
      .join(';'),
  ),
].join('\n');

/** The rate files of a release of one file. */
async function built(input: string) {
  const out = mkdtempSync(path.join(folder, 'release-'));
  async function* pipe() {}
  const outcome = await ingest(
    {
      files: [input],
      out,
      providers: [],
      place: null,
      codes: null,
      aliases: null,
      date: '2026-01-01',
      voteOf: 'payee',
      memory: '200MB',
      temporary: folder,
    },
    { packageFolder, pipe: pipe(), onProgress: () => {} },
  );
  const [told] = outcome.files;
  const { files } = JSON.parse(readFileSync(path.join(out, 'release.json'), 'utf8')) as {
    files: readonly { readonly path: string; readonly sha256: string }[];
  };
  return {
    account: { ...told?.account, notes: [] },
    sha256: told?.sha256,
    rates: files.filter(({ path: name }) => name.startsWith('rates/') || name === 'providers.csv'),
  };
}

describe('a table of one’s own on disk', () => {
  test('in Parquet, CSV or gzip gives the same rates, all its bytes in the digest', {
    timeout: 120_000,
  }, async () => {
    const fromDisk = await built(file('mine.parquet', parquet));
    expect(fromDisk.account).toMatchObject({ present: 5000, read: 5000, leftOut: {} });
    // 97110, 97140 and 99213, each of the nation and two states, and who is paid.
    expect(fromDisk.rates).toHaveLength(3 * 3 + 1);

    expect(fromDisk.sha256).toBe(createHash('sha256').update(parquet).digest('hex'));
    const { rates, account } = fromDisk;
    expect(await built(file('packed.parquet.gz', gzipSync(parquet)))).toMatchObject({ rates, account });
    expect(await built(file('mine.csv', csv))).toMatchObject({ rates, account });
  });

  test('in Parquet is read a group of rows at a time, and no column twice', async () => {
    const asked: number[] = [];
    const source = {
      size: parquet.length,
      slice(start: number, end: number) {
        asked.push(end - start);
        return new Blob([parquet.subarray(start, end)]);
      },
    };
    const table = await readParquet(source, 'mine.parquet');
    if (!('pass' in table)) throw new Error('it is no table of several passes');
    await table.pass({ take: () => true });
    // Trailer, footer, then five columns of ten groups: each at most the tenth of the file that its group is.
    expect(asked).toHaveLength(2 + 5 * 10);
    expect(Math.max(...asked.slice(2))).toBeLessThan(parquet.length / 10);
  });
});

describe('bytes on disk', () => {
  test('are those asked for, to the end of the file and no further', async () => {
    const bytes = await DiskBytes.open(file('ten', 'abcdefghij'));
    const text = async (start: number, end: number) =>
      new TextDecoder().decode(await bytes?.slice(start, end).arrayBuffer());
    expect(bytes?.size).toBe(10);
    expect(await text(2, 5)).toBe('cde');
    expect(await text(8, 99)).toBe('ij');
    expect(await text(10, 20)).toBe('');
    truncateSync(path.join(folder, 'ten'), 4);
    await expect(text(2, 8)).rejects.toThrow('became shorter');
    await bytes?.close();
  });

  test('are none of what is no file', async () => {
    expect(await DiskBytes.open(folder)).toBeUndefined();
  });
});
