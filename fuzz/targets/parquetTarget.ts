import { readdirSync, readFileSync } from 'node:fs';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { openTable } from '../../src/data/openTable.ts';
import type { StreamedTable } from '../../src/data/ownTable.ts';
import type { CsvRow } from '../../src/data/readCsv.ts';
import { type FuzzTarget, promise } from '../fuzzTarget.ts';
import { file, keepsProblems } from '../promises.ts';

const folder = 'test/fixtures/parquet';

/** What no writer of the fixtures uses: texts by what they share with the one before, truths in runs, days, fixed texts. */
function written(): Uint8Array[] {
  const numbers = Array.from({ length: 60 }, (_, row) => row);
  const columnData: ColumnSource[] = [
    {
      name: 'payer',
      data: numbers.map((row) => `payer ${row}`),
      type: 'STRING',
      encoding: 'DELTA_BYTE_ARRAY',
    },
    { name: 'active', data: numbers.map((row) => row % 9 < 4), type: 'BOOLEAN', encoding: 'RLE' },
    {
      name: 'rate',
      data: numbers.map((row) => (row % 5 === 0 ? null : row / 4)),
      type: 'DOUBLE',
      nullable: true,
    },
    { name: 'day', data: numbers.map((row) => new Date(row * 86_400_000)), type: 'TIMESTAMP' },
    { name: 'more', data: numbers.map((row) => ({ row })), type: 'JSON' },
  ];
  return (['UNCOMPRESSED', 'SNAPPY'] as const).map(
    (codec) => new Uint8Array(parquetWriteBuffer({ columnData, codec, rowGroupSize: 25 })),
  );
}

/** Tables in Parquet: read whole, and one column alone. */
export const parquetTarget: FuzzTarget = {
  name: 'parquet',
  words: [
    'PAR1',
    '\u0000',
    '\u0001',
    '\u00ff\u00ff\u00ff\u00ff\u000f',
    '\u0015\u0000',
    '\u0080\u0080\u0080\u0080',
  ],
  seeds: () => [
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.parquet'))
      .sort()
      .map((name) => Uint8Array.from(readFileSync(`${folder}/${name}`))),
    ...written(),
  ],
  async check(input) {
    const table = await openTable(input, file);
    if (!('pass' in table)) {
      keepsProblems(table.read(() => true).problems);
      return;
    }
    const whole = await rowsOf(table);
    const first = await rowsOf(table, [0]);
    // Damage in another column ends the whole earlier, never later.
    promise(first.length >= whole.length, 'a column alone gives fewer rows than all of them');
    promise(
      whole.every(({ cells }, row) => cells[0] === first[row]?.cells[0]),
      'a column alone gives other values',
    );
  },
};

async function rowsOf(table: StreamedTable, columns?: readonly number[]): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = [];
  const { problems, rowsPresent } = await table.pass({ take: (row) => rows.push(row) > 0, columns });
  keepsProblems(problems);
  promise(rows.length <= rowsPresent, `${rows.length} rows of ${rowsPresent}`);
  promise(rows.length === rowsPresent || problems.length > 0, 'rows are left out without a word');
  for (const [at, { line, cells }] of rows.entries()) {
    promise(line === at + 2 && cells.length === table.header.length, `row ${at} is in line ${line}`);
    promise(
      cells.every((cell) => typeof cell === 'string' && !/^(undefined|NaN|\[object)/.test(cell)),
      'a cell holds no text',
    );
  }
  return rows;
}
