import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../src/data/openTable.ts';
import { readOwnRatesFile } from '../../src/data/ownRatesFile.ts';
import type { StreamedTable } from '../../src/data/ownTable.ts';
import { parquetText } from '../../src/data/parquetText.ts';
import { shippedAliases } from '../support/releaseData.ts';

const reading = { deleted: new Map<string, readonly string[]>(), aliases: shippedAliases() };

type Options = Omit<Parameters<typeof parquetWriteBuffer>[0], 'columnData'>;
const parquet = (columnData: ColumnSource[], options: Options = {}) =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...options }));

async function rowsOf(bytes: Uint8Array, columns?: readonly number[]) {
  const table = (await openTable(bytes, 'a.parquet')) as StreamedTable;
  const rows: (readonly [number, ...string[]])[] = [];
  const account = await table.pass({
    take: ({ line, cells }) => rows.push([line, ...cells]) > 0,
    columns,
  });
  return { header: table.header, notes: table.notes, rows, account };
}

describe('a Parquet file as a table of text', () => {
  test('codes in numbers, money in doubles, texts, days and absences', async () => {
    const bytes = parquet([
      { name: 'code', data: [97110n, 97112n, null], type: 'INT64', nullable: true },
      { name: ' billing  code ', data: [97110, 97112, 97530], type: 'DOUBLE' },
      { name: 'payer', data: ['Aetna', 'Blue, “Cross”', ''], type: 'STRING' },
      { name: 'rate', data: [36.5, 28.350000000000001, 1234], type: 'DOUBLE' },
      { name: 'single', data: [36.35, 0.1, 97110], type: 'FLOAT' },
      {
        name: 'effective',
        data: [new Date('2026-01-31'), new Date('2026-01-31T08:30:00Z'), new Date('2025-12-01')],
        type: 'TIMESTAMP',
      },
      { name: 'active', data: [true, false, true], type: 'BOOLEAN' },
    ]);
    const { header, rows, account } = await rowsOf(bytes);
    expect(header).toEqual(['code', 'billing code', 'payer', 'rate', 'single', 'effective', 'active']);
    expect(rows).toEqual([
      [2, '97110', '97110', 'Aetna', '36.5', '36.35', '2026-01-31', 'TRUE'],
      [3, '97112', '97112', 'Blue, “Cross”', '28.35', '0.1', '2026-01-31T08:30:00', 'FALSE'],
      [4, '', '97530', '', '1234', '97110', '2025-12-01', 'TRUE'],
    ]);
    expect(account).toEqual({ problems: [], rowsPresent: 3 });
  });

  test('decimals to the last digit, and days', async () => {
    const bytes = parquet(
      [
        { name: 'rate', data: [36.5, 0.07, -1.1] },
        { name: 'day', data: [new Date('2026-01-31'), new Date('1999-12-31'), new Date('1970-01-01')] },
      ],
      {
        schema: [
          { name: 'root', num_children: 2 },
          {
            name: 'rate',
            type: 'INT64',
            converted_type: 'DECIMAL',
            scale: 4,
            precision: 18,
            repetition_type: 'REQUIRED',
          },
          { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'REQUIRED' },
        ],
      },
    );
    expect((await rowsOf(bytes)).rows).toEqual([
      [2, '36.5000', '2026-01-31'],
      [3, '0.0700', '1999-12-31'],
      [4, '-1.1000', '1970-01-01'],
    ]);
    // 20 bytes hold what no binary number does: 12345678901234567.89, and −0.01 as all ones.
    const decimal = { name: 'rate', converted_type: 'DECIMAL', scale: 2 } as const;
    const bytesOf = (value: bigint) =>
      Uint8Array.from({ length: 12 }, (_, i) => Number((value >> BigInt(88 - i * 8)) & 255n));
    expect(parquetText(bytesOf(1234567890123456789n), decimal)).toBe('12345678901234567.89');
    expect(parquetText(new Uint8Array(12).fill(255), decimal)).toBe('-0.01');
    expect(parquetText(5, decimal)).toBe('0.05');
  });

  test.each([
    ['UNCOMPRESSED', undefined],
    ['SNAPPY', undefined],
    ['GZIP', { GZIP: (input: Uint8Array) => new Uint8Array(gzipSync(input)) }],
    ['BROTLI', { BROTLI: (input: Uint8Array) => new Uint8Array(brotliCompressSync(input)) }],
  ] as const)('packed with %s', async (codec, compressors) => {
    const data = Array.from({ length: 5000 }, (_, index) => `payer ${index % 40}`);
    const bytes = parquet([{ name: 'payer', data }], { codec, ...(compressors ? { compressors } : {}) });
    expect((await rowsOf(bytes)).rows.map(([, payer]) => payer)).toEqual(data);
  });

  test.each(['zstd', 'snappy', 'gzip', 'lz4_raw', 'brotli'])(
    'as DuckDB writes it, packed with %s',
    async (codec) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'rate-atlas-parquet-'));
      const file = path.join(folder, 'a.parquet');
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      await connection.run(`COPY (
      SELECT 97110 + (i % 3)::BIGINT AS code, 'payer ' || (i % 7) AS payer, (i % 500 / 100 + 20)::DECIMAL(9,2) AS rate,
        ((i % 500) / 10000)::DECIMAL(30,4) AS wide, DATE '2026-01-01' + (i % 30)::INTEGER AS day,
        TIMESTAMP '2026-01-01 10:00:00' AS at, CASE WHEN i % 5 = 0 THEN NULL ELSE i::INTEGER END AS some,
        [i] AS list
      FROM range(20000) AS made(i)
    ) TO '${file}' (FORMAT parquet, COMPRESSION '${codec}', ROW_GROUP_SIZE 4096)`);
      connection.closeSync();
      const { header, rows, notes } = await rowsOf(new Uint8Array(readFileSync(file)));
      rmSync(folder, { recursive: true });
      expect(header).toEqual(['code', 'payer', 'rate', 'wide', 'day', 'at', 'some']);
      expect(notes[1]).toBe('1 column with lists or parts not read: list.');
      expect(rows).toHaveLength(20_000);
      expect(rows[0]).toEqual([
        2,
        '97110',
        'payer 0',
        '20.00',
        '0.0000',
        '2026-01-01',
        '2026-01-01T10:00:00',
        '',
      ]);
      expect(rows[12_345]).toEqual([
        12_347,
        '97110',
        'payer 4',
        '23.45',
        '0.0345',
        '2026-01-16',
        '2026-01-01T10:00:00',
        '',
      ]);
      expect(rows.filter((row) => row[7] === '')).toHaveLength(4000);
    },
  );

  test.each(['plain', 'snappy', 'gzip', 'zstd', 'lz4', 'brotli', 'second', 'second-zstd'])(
    'kept file %s gives what was put in',
    async (name) => {
      const { rows } = await rowsOf(new Uint8Array(readFileSync(`test/fixtures/parquet/${name}.parquet`)));
      const expected = Array.from({ length: name === 'plain' ? 40 : 300 }, (_, i) => [
        i + 2,
        String(97110 + (i % 3)),
        `Payer ${i % 7}`,
        (20 + (i % 50) / 100).toFixed(2),
        i % 5 === 0 ? '' : String(i * 7919),
        `2026-01-${String(1 + (i % 30)).padStart(2, '0')}`,
        i % 2 === 0 ? 'TRUE' : 'FALSE',
        `note ${i}`,
        String(i / 7),
      ]);
      expect(rows).toEqual(expected);
    },
  );

  test('pages of the second kind that do not say how long their levels are', async () => {
    // Fields 5 and 6 of a page's head (0x15 and a length each) become fields of other numbers that nobody reads.
    const bytes = parquet([{ name: 'a', data: [1, null, 3], type: 'DOUBLE', nullable: true }]);
    const head = bytes.findIndex((_, at) =>
      [0x15, 0x04, 0x15, 0x00].every((byte, i) => bytes[at + i] === byte),
    );
    expect(head).toBeGreaterThan(0);
    const damaged = bytes.slice();
    damaged[head] = 0x75;
    const { rows, account } = await rowsOf(damaged);
    expect(rows).toEqual([]);
    expect(account).toMatchObject({ rowsPresent: 3, problems: [{ line: 2, leftOut: true }] });
    expect(account.problems[0]?.message).toBe(
      'Rows from here on could not be read (a page has levels without a length).',
    );
  });

  test('a group of rows at a time, and only the columns that are asked for', async () => {
    const data = Array.from({ length: 2500 }, (_, index) => index);
    const bytes = parquet(
      [
        { name: 'a', data: Int32Array.from(data) },
        { name: 'b', data: data.map(String) },
      ],
      { rowGroupSize: 1000 },
    );
    const { rows } = await rowsOf(bytes, [1]);
    expect(rows).toEqual(data.map((value) => [value + 2, '', String(value)]));
  });

  test('a damaged file is told, and counted', async () => {
    const bytes = parquet([{ name: 'a', data: Array.from({ length: 3000 }, (_, index) => `x${index}`) }], {
      rowGroupSize: 1000,
      codec: 'SNAPPY',
    });
    const cut = (await openTable(bytes.subarray(0, 400), 'a.parquet')) as { header: readonly string[] };
    expect(cut.header).toEqual([]);
    const damaged = bytes.slice();
    damaged.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 200);
    const { rows, account } = await rowsOf(damaged);
    expect(rows.length).toBeLessThan(3000);
    expect(account.rowsPresent).toBe(3000);
    expect(account.problems).toHaveLength(1);
  });
});

test('a contract from a Parquet file is the one from a CSV', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => ({
    code: 97110 + (i % 3) * 2,
    payer: `Payer ${i % 5}`,
    rate: 20 + (i % 70) / 4,
  }));
  const bytes = parquet([
    { name: 'CPT Code', data: rows.map(({ code }) => code), type: 'DOUBLE' },
    { name: 'Payer', data: rows.map(({ payer }) => payer), type: 'STRING' },
    { name: 'Rate', data: rows.map(({ rate }) => rate), type: 'DOUBLE' },
    { name: 'unused', data: rows.map(() => 'x'), type: 'STRING' },
  ]);
  const csv = [
    'CPT Code,Payer,Rate,unused',
    ...rows.map(({ code, payer, rate }) => `${code},${payer},${rate},x`),
  ].join('\n');
  const { notes, ...fromParquet } = await readOwnRatesFile(bytes, 'mine', reading);
  const { notes: _, ...fromCsv } = await readOwnRatesFile(new TextEncoder().encode(csv), 'mine', reading);
  expect(fromParquet).toEqual(fromCsv);
  expect(fromParquet.rowsRead).toBe(300);
  expect(notes[0]).toBe(
    'Read from a Parquet file of 300 rows. Lines are counted as if it were written out under a heading.',
  );
});
