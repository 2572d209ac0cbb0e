import { describe, expect, test } from 'vitest';
import { csvTable } from '../../src/data/csvTable.ts';
import type { OwnTable, StreamedTable } from '../../src/data/ownTable.ts';
import type { CsvRow } from '../../src/data/readCsv.ts';
import { unfoldedPayers } from '../../src/data/unfoldedPayers.ts';
import { payerReader } from '../../src/domain/payerReader.ts';
import { shippedAliases } from '../support/releaseData.ts';

const names = payerReader(shippedAliases());
const matrix =
  'Code,Note,Aetna,Units,Cigna PPO,Medicare 2026,Local\n97110,a,1,9,,8,3\n97112,b,,9,,8,\n97116,c,x,9,5,8,\n';

const unfold = async (text: string) => (await unfoldedPayers(csvTable(text, 'a.csv'), names)) as OwnTable;

function rowsOf({ read }: OwnTable, most = 99) {
  const rows: CsvRow[] = [];
  const account = read((row) => rows.push(row) < most);
  return { rows, account };
}

describe('a table with a column for each payer', () => {
  test('has a row for each amount, of the same line, with payer and rate behind the other columns', async () => {
    const table = await unfold(matrix);
    expect(table.header).toEqual(['Code', 'Note', 'Medicare 2026', 'Payer', 'Rate']);
    expect([table.headerLine, [0, 1, 2, 3, 4, 5].map(table.columnName)]).toEqual([
      1,
      ['Code', 'Note', 'Medicare 2026', 'Payer', 'Rate', ''],
    ]);
    expect(table.notes).toEqual([
      'Read as a line for each code and a column for each payer: Aetna, Cigna PPO and Local.',
      'Units is not read: it does not say whose they are.',
    ]);
    expect(rowsOf(table)).toEqual({
      rows: [
        { line: 2, cells: ['97110', 'a', '8', 'Aetna', '1'] },
        { line: 2, cells: ['97110', 'a', '8', 'Local', '3'] },
        // No amount: a row of the first payer without a rate, so that it is told.
        { line: 3, cells: ['97112', 'b', '8', 'Aetna', ''] },
        { line: 4, cells: ['97116', 'c', '8', 'Aetna', 'x'] },
        { line: 4, cells: ['97116', 'c', '8', 'Cigna PPO', '5'] },
      ],
      account: { problems: [], rowsPresent: 5 },
    });
  });

  test('keeps its own notes and problems, and is read until there is enough', async () => {
    const table = await unfold(`Rates\nCode,Units,Aetna,Cigna\n97110,1,2,3\n97112\n97116,1,,4\n`);
    expect(table.notes[0]).toBe('The header is line 2; 1 line above it is not read.');
    expect(table.notes).toHaveLength(3);
    const { rows, account } = rowsOf(table);
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, '97110', 'Aetna', '2'],
      [3, '97110', 'Cigna', '3'],
      [5, '97116', 'Cigna', '4'],
    ]);
    expect(account.problems.map(({ line, message }) => [line, message])).toEqual([
      [4, "The line has 1 of the header's 4 cells."],
    ]);
    expect(account.rowsPresent).toBe(4);
    expect(rowsOf(table, 1)).toMatchObject({ rows: [{ line: 3 }], account: { rowsPresent: 2 } });
  });

  test('says nothing of units where it has none', async () => {
    expect((await unfold('Code,Aetna,Cigna\n97110,1,2\n')).notes).toEqual([
      'Read as a line for each code and a column for each payer: Aetna and Cigna.',
    ]);
  });

  test.each([
    ['one company', 'Code,Aetna,Local\n97110,1,2\n'],
    ['no amounts below', 'Code,Aetna,Cigna\n97110,yes,no\n'],
    [
      'amounts from the fifty-first line on',
      `Code,Aetna,Cigna\n${'97110,yes,no\n'.repeat(50)}${'97110,1,2\n'.repeat(99)}`,
    ],
  ])('is left as it is with %s', async (_, text) => {
    const table = csvTable(text, 'a.csv');
    expect(await unfoldedPayers(table, names)).toBe(table);
  });

  test.each(['Medicare', 'Medicare 2026', 'mcare', '100% of Medicare', 'Traditional Medicare'])(
    'takes %s for no payer',
    async (heading) => {
      expect((await unfold(`Code,Aetna,Cigna,${heading}\n97110,1,2,3\n`)).header).toContain(heading);
    },
  );
  test.each(['Aetna Medicare', 'Medicare Advantage', 'Local'])('takes %s for one', async (heading) => {
    expect((await unfold(`Code,Aetna,Cigna,${heading}\n97110,1,2,3\n`)).header).toEqual([
      'Code',
      'Payer',
      'Rate',
    ]);
  });
});

describe('the same where it is fetched pass by pass', () => {
  const passes: { readonly columns: readonly number[] | undefined }[] = [];
  const streamed = (): StreamedTable => {
    const { read, ...head } = csvTable(matrix, 'a.csv');
    return {
      ...head,
      pass({ take, onProgress, columns }) {
        passes.push({ columns });
        return Promise.resolve(read(take, onProgress));
      },
    };
  };

  test('with the columns that are asked for, and those of the payers', async () => {
    const table = (await unfoldedPayers(streamed(), names)) as StreamedTable;
    const rows: CsvRow[] = [];
    const seen: number[] = [];
    const account = await table.pass({
      take: (row) => rows.push(row) > 0,
      onProgress: (fraction) => seen.push(fraction),
      // Code, Medicare 2026, payer and rate.
      columns: [0, 2, 3, 4],
    });
    expect(account).toEqual({ problems: [], rowsPresent: 5 });
    expect(rows[4]).toEqual({ line: 4, cells: ['97116', 'c', '8', 'Cigna PPO', '5'] });
    expect(seen).toEqual([1]);
    await table.pass({ take: () => true });
    expect(passes.map(({ columns }) => columns)).toEqual([undefined, [0, 5, 2, 4, 6], undefined]);
  });
});
