import { describe, expect, test } from 'vitest';
import type { CsvRow } from '../../src/data/readCsv.ts';
import { streamedCsvTable } from '../../src/data/streamedCsvTable.ts';

const opened = (text: string) => streamedCsvTable(new Blob([text]), 'a.csv');

async function rowsOf(text: string, columns?: readonly number[], most = Number.POSITIVE_INFINITY) {
  const table = await opened(text);
  const rows: CsvRow[] = [];
  const seen: number[] = [];
  const account = await table.pass({
    take: (row) => rows.push(row) < most,
    columns,
    onProgress: (fraction) => seen.push(fraction),
  });
  return { table, rows, account, seen };
}

describe('a CSV that is read piece by piece', () => {
  const text = 'Title\ncode,payer,rate\n97110,Aetna,1\n97112\n97112,"B""C",2\n';

  test('has its head, and rows as often as they are asked for', async () => {
    const { table, rows, account, seen } = await rowsOf(text);
    const { header, headerLine, notes, columnName } = table;
    expect([header, headerLine, notes]).toEqual([
      ['code', 'payer', 'rate'],
      2,
      ['The header is line 2; 1 line above it is not read.'],
    ]);
    expect([0, 2, 3].map(columnName)).toEqual(['code', 'rate', '']);
    expect(rows).toEqual([
      { line: 3, cells: ['97110', 'Aetna', '1'] },
      { line: 5, cells: ['97112', 'B"C', '2'] },
    ]);
    expect(account).toEqual({
      problems: [
        {
          file: 'a.csv',
          line: 4,
          column: '',
          found: '97112',
          message: "The line has 1 of the header's 3 cells.",
          leftOut: true,
        },
      ],
      rowsPresent: 3,
    });
    expect(seen).toEqual([1]);
    let again = 0;
    await table.pass({ take: () => (again += 1) > 0 });
    expect(again).toBe(2);
  });

  test('makes no text of the columns nobody looks at', async () => {
    const plain = 'code,payer,rate\n97110,Aetna,1\n97112,Cigna,2\n';
    const cells = async (columns: readonly number[]) =>
      (await rowsOf(plain, columns)).rows.map((row) => row.cells);
    expect(await cells([2, 0, 2])).toEqual([
      ['97110', '', '1'],
      ['97112', '', '2'],
    ]);
    // Places that are none are passed over.
    expect(await cells([-1, 3, 1])).toEqual([
      ['', 'Aetna', ''],
      ['', 'Cigna', ''],
    ]);
    expect(await cells([])).toEqual([
      ['', '', ''],
      ['', '', ''],
    ]);
  });

  test('is read until there is enough', async () => {
    const { rows, account } = await rowsOf(
      'code,payer,rate\n97110,Aetna,1\n97112,Cigna,2\n97116,Humana,3\n',
      undefined,
      1,
    );
    expect([rows.length, account.rowsPresent]).toEqual([1, 3]);
  });

  test('that is none has no pass but its reason', async () => {
    const { table, rows, account } = await rowsOf('<html></html>');
    expect([table.header, table.headerLine, table.notes, table.columnName(0), rows]).toEqual([
      [],
      0,
      [],
      '',
      [],
    ]);
    expect(account.problems.map(({ line, message }) => [line, message])).toEqual([
      [0, 'This is a web page, not a CSV.'],
    ]);
  });

  test('of more different texts than are known at a time gives each as it is', async () => {
    const count = 140_000;
    const lines = Array.from({ length: count }, (_, at) => `97110,P${at},${at % 7}`);
    const table = await opened(`code,payer,rate\n${lines.join('\n')}\n`);
    let at = 0;
    let wrong = 0;
    await table.pass({
      take({ line, cells }) {
        if (line !== at + 2 || cells.join() !== lines[at]) wrong += 1;
        at += 1;
        return true;
      },
    });
    expect([at, wrong]).toEqual([count, 0]);
  });
});
